package org.tasuki.training.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All processes on one sheet: how they lead into each other, and the steps of each in short.
 *
 * @param picture the address of the picture, which holds all of it
 */
record Poster(String picture, List<List<Part>> columns) {

    /**
     * A process, or as much of it as is in one column.
     *
     * @param sign by which the picture and other steps name it
     * @param goesOn whether it began in the column before
     */
    record Part(String sign, String name, boolean goesOn, List<Line> lines) {}

    /**
     * A step.
     *
     * @param limit empty where there is none
     * @param into the sign of the process that it leads into
     */
    record Line(int number, String name, List<String> roles, String limit, List<Way> ways, @Nullable String into) {}

    /**
     * What comes next.
     *
     * @param when the choice; empty where there is none
     * @param to numbers of steps, and names of what has none
     */
    record Way(String when, String to) {}
}
