/** Sign-in, the first start, and the administrator's pages. */
@NamedInterface("web")
@NullMarked
package org.tasuki.people.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
