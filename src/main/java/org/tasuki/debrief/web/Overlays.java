package org.tasuki.debrief.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.debrief.Comparison;
import org.tasuki.debrief.IdealStep;

/** The diagrams that either way goes through, with both drawn on them. */
@Component
class Overlays {

    private final StepWords words;

    Overlays(StepWords words) {
        this.words = words;
    }

    /** A mark at a step: the group's order numbers, as in the table; or that it only stands on the ideal way. */
    public record Badge(String at, String text, boolean ideal) {}

    /** @param marks, ideal, own as the diagram's script reads them: steps with their kinds; the steps of each way in order */
    public record Figure(String process, String name, String marks, String ideal, String own, List<Badge> badges) {}

    List<Figure> of(Comparison comparison, List<GroupPages.Moment> moments, Locale language) {
        List<IdealStep> ideal = comparison.way().steps();
        Set<String> processes = new LinkedHashSet<>();
        moments.forEach(moment -> processes.add(moment.process()));
        ideal.forEach(step -> processes.add(step.at().process()));
        return processes.stream()
                .map(process -> figure(
                        process,
                        ideal.stream()
                                .filter(step -> step.at().process().equals(process))
                                .map(step -> step.at().step())
                                .toList(),
                        moments.stream()
                                .filter(moment -> moment.process().equals(process))
                                .toList(),
                        language))
                .toList();
    }

    private Figure figure(String process, List<String> ideal, List<GroupPages.Moment> moments, Locale language) {
        Map<String, List<String>> numbers = new LinkedHashMap<>();
        moments.forEach(moment -> numbers.computeIfAbsent(moment.element(), first -> new ArrayList<>())
                .add(String.valueOf(moment.no())));
        Set<String> all = new LinkedHashSet<>(ideal);
        all.addAll(numbers.keySet());
        return new Figure(
                process,
                words.process(process).in(language),
                all.stream()
                        .map(step -> step + "=" + kind(ideal.contains(step), numbers.containsKey(step)))
                        .collect(Collectors.joining(" ")),
                String.join(" ", ideal),
                moments.stream()
                        .filter(moment -> moment.done().until() != null)
                        .map(GroupPages.Moment::element)
                        .collect(Collectors.joining(" ")),
                all.stream().map(step -> badge(step, numbers)).toList());
    }

    private static String kind(boolean ideal, boolean own) {
        return ideal && own ? "way-both" : own ? "way-own" : "way-ideal";
    }

    private static Badge badge(String step, Map<String, List<String>> numbers) {
        List<String> own = numbers.get(step);
        return own == null ? new Badge(step, "", true) : new Badge(step, String.join("・", own), false);
    }
}
