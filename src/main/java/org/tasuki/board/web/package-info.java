/** The board's pages. */
@NullMarked
package org.tasuki.board.web;

import org.jspecify.annotations.NullMarked;
