/** The administrator's pages of processes, their versions, and what goes over to them; and a change in words, for others too. */
@NamedInterface("web")
@NullMarked
package org.tasuki.versions.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
