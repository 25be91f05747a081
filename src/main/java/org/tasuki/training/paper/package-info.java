/** Handouts: a process as a booklet, all of them as a poster, and what its last version changed. */
@NullMarked
package org.tasuki.training.paper;

import org.jspecify.annotations.NullMarked;
