/** The trainer's pages of a class, and the door by which people come in. */
@NamedInterface("web")
@NullMarked
package org.tasuki.practice.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
