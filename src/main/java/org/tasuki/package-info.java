/** Tasuki (襷): carries a child's case from the first consultation to the people who help. */
@NullMarked
package org.tasuki;

import org.jspecify.annotations.NullMarked;
