/** The pages of a case, and what other pages show of it in short. */
@NamedInterface("web")
@NullMarked
package org.tasuki.casefile.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
