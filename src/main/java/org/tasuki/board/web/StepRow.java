package org.tasuki.board.web;

import org.jspecify.annotations.Nullable;
import org.tasuki.board.Load;
import org.tasuki.board.Spent;

/**
 * A step on the diagram, and in the list that is its equal.
 *
 * @param id the element in the diagram
 * @param called whether other steps are inside it
 * @param address the cases behind the number; of a call, the board of what it calls
 * @param spent null when nobody answered it in the period
 * @param level the colour: none, l1, l2, l3, soon or late
 */
record StepRow(
        String id, String name, boolean called, String address, Load load, @Nullable Spent spent, String level) {}
