/** The linter's rules, one class each: no state without an owner and a deadline, no door that is not on the list. */
@NullMarked
package org.tasuki.engine.lint;

import org.jspecify.annotations.NullMarked;
