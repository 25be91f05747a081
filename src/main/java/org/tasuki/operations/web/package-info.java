/** The page of what needs a hand, and the pages on which a case is moved to another step. */
@NullMarked
package org.tasuki.operations.web;

import org.jspecify.annotations.NullMarked;
