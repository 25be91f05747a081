/** A case as it would run by the process files alone, with nobody's record and no engine: for what is told of a process. */
@NullMarked
package org.tasuki.engine.rehearsal;

import org.jspecify.annotations.NullMarked;
