/** The pages of the inbox and of a task, and how its list is named in an address. */
@NamedInterface("web")
@NullMarked
package org.tasuki.inbox.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
