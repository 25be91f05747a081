package org.tasuki.engine;

import java.util.List;
import org.tasuki.terms.Text;

/**
 * A BPMN file from elsewhere, as far as it can be told: a draft, another prefecture's process, another tool's export.
 *
 * @param xml the file itself
 * @param drawn whether it says where its shapes stand
 * @param parts its processes, and its pools that are closed boxes
 * @param messages what goes between the pools
 */
public record ForeignFile(String xml, boolean drawn, List<Part> parts, List<Message> messages) {

    /** So many steps at most, and so many arrows. */
    public static final int STEPS_MOST = 3_000;

    public static final int ARROWS_MOST = 9_000;

    public ForeignFile {
        parts = List.copyOf(parts);
        messages = List.copyOf(messages);
    }

    /** @throws NotOpened saying why, to whoever brought it */
    public static ForeignFile read(byte[] xml) throws NotOpened {
        return ForeignReading.read(xml);
    }

    public int size() {
        return parts.stream().mapToInt(part -> part.steps().size()).sum();
    }

    /**
     * A process or a pool.
     *
     * @param aside what stands in it and is no step: notes, data
     */
    public record Part(String id, Text name, Text documentation, List<Step> steps, List<String> aside) {}

    /**
     * A step.
     *
     * @param number in the file, from 1
     * @param kind BPMN's own word, as in {@code userTask}
     * @param lane the lane in which it stands; empty, if none
     * @param inside the part in which it is nested, or the step at whose edge it sits; empty, if none
     * @param scope the number of the part in which it is nested; 0, if none
     * @param edge the number of the step at whose edge it sits; 0, if none
     * @param notes what its author pinned to it
     * @param asWritten attributes and extensions, as they stand in the file
     */
    public record Step(
            int number,
            String id,
            String kind,
            Text name,
            Text documentation,
            String lane,
            String inside,
            int scope,
            int edge,
            List<Next> next,
            List<String> notes,
            List<String> asWritten) {}

    /** Where an arrow leads, or a link to another place on the sheet. The number is 0 for what the file does not have. */
    public record Next(Text when, int number, Text name) {}

    /** Between two pools or steps, each by its name. */
    public record Message(Text name, String from, String to) {}
}
