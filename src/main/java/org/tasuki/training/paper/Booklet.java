package org.tasuki.training.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tasuki.deadlines.Rung;

/**
 * A process as its booklet tells it, in the reader's language.
 *
 * @param intro empty where nobody wrote one
 */
record Booklet(String name, String about, String intro, List<Sheet> sheets, List<Step> steps) {

    /**
     * A page of the diagram.
     *
     * @param picture the address of the picture, which holds all of it
     */
    record Sheet(int number, String picture) {}

    /**
     * @param number as on the diagram
     * @param kind a word of {@code handouts.kind.*}
     * @param roles keys, as they are in the file
     * @param called the name of the process that it leads into
     */
    record Step(
            String id,
            int number,
            String kind,
            String name,
            List<String> roles,
            String why,
            Told told,
            @Nullable Paperwork form,
            @Nullable Limit limit,
            List<Next> next,
            List<String> sentBackTo,
            List<String> notBy,
            @Nullable String called) {}

    /** What a trainer tells of it, but not what only the trainer reads. */
    record Told(String story, List<String> wrong, String passesOn) {

        static final Told NOTHING = new Told("", List.of(), "");
    }

    record Paperwork(String title, List<Question> questions) {}

    /** @param options those of a choice; the rest is left out of a long list */
    record Question(String label, boolean required, List<String> options, boolean more) {}

    /** @param ends whether the step is taken away when it passes */
    record Limit(String label, String rule, String law, boolean ends, List<Next> then, List<Rung> told) {}

    /** @param number null for what has none, such as an end */
    record Next(String when, @Nullable Integer number, String name) {}
}
