package org.tasuki.casefile.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.Timeline;
import org.tasuki.casefile.web.CaseViews.Diagram;
import org.tasuki.casefile.web.CaseViews.Step;
import org.tasuki.people.People;
import org.tasuki.terms.CaseNumber;
import org.tasuki.web.Dates;

/** The way that a case took through a process: done, current and next, for the diagram and for its equal as a list. */
@Component
public class Ways {

    private final Timeline timeline;
    private final StepWords words;
    private final People people;
    private final Dates dates;

    Ways(Timeline timeline, StepWords words, People people, Dates dates) {
        this.timeline = timeline;
        this.words = words;
        this.people = people;
        this.dates = dates;
    }

    /** The processes that the case has gone through, in the order in which it came to them. */
    public List<String> processes(CaseNumber number) {
        Set<String> processes = new LinkedHashSet<>();
        List<Timeline.Event> newestFirst = timeline.of(number);
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            String process = newestFirst.get(i).process();
            if (process != null) {
                processes.add(process);
            }
        }
        return List.copyOf(processes);
    }

    /** The names of the steps at which the case stands now. */
    public List<String> current(CaseNumber number, Locale language) {
        return processes(number).stream()
                .flatMap(process -> diagram(number, process, language).steps().stream())
                .filter(step -> "current".equals(step.state()))
                .map(Step::name)
                .distinct()
                .toList();
    }

    public Diagram diagram(CaseNumber number, String process, Locale language) {
        Map<String, Step> steps = new LinkedHashMap<>();
        Map<String, Step> earlier = new HashMap<>();
        List<Timeline.Event> newestFirst = timeline.of(number);
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            Timeline.Event event = newestFirst.get(i);
            if (process.equals(event.process()) && event.step() != null) {
                move(steps, earlier, event, event.step(), language);
            }
        }
        List<Step> all = new ArrayList<>(steps.values());
        all.addAll(next(steps, process, language));
        return new Diagram(words.process(process).in(language), "/processes/" + process + "/diagram", all);
    }

    /** @param earlier the steps as they were before they began once more */
    private void move(
            Map<String, Step> steps, Map<String, Step> earlier, Timeline.Event event, String element, Locale language) {
        switch (event.kind()) {
            case BORN -> {
                Step before = steps.remove(element);
                earlier.compute(element, (key, old) -> before);
                steps.put(element, step(event, element, "current", event.at(), null, null, language));
            }
            case UNDONE ->
                steps.put(element, step(event, element, "current", from(steps, event), null, null, language));
            case DONE, CANCELLED, SENT_BACK, STEP_MOVED -> {
                if (event.kind() == Timeline.Kind.SENT_BACK
                        || event.kind() == Timeline.Kind.STEP_MOVED
                        || event.undone()) {
                    steps.compute(element, (key, begun) -> earlier.get(element));
                    return;
                }
                Instant from = from(steps, event);
                String spent = dates.length(Duration.between(from, event.at()));
                String who = people.name(event.actor()).in(language);
                steps.put(element, step(event, element, "taken", from, spent, who, language));
            }
            default -> {
                // An overdue step is where it was.
            }
        }
    }

    private static Instant from(Map<String, Step> steps, Timeline.Event event) {
        Step begun = steps.get(event.step());
        return begun == null || begun.from() == null ? event.at() : begun.from();
    }

    private Step step(
            Timeline.Event event,
            String element,
            String state,
            Instant from,
            @Nullable String spent,
            @Nullable String who,
            Locale language) {
        String process = event.process() == null ? "" : event.process();
        return new Step(element, words.step(process, element).in(language), state, from, spent, who);
    }

    private List<Step> next(Map<String, Step> steps, String process, Locale language) {
        Set<String> next = new LinkedHashSet<>();
        steps.values().stream()
                .filter(step -> "current".equals(step.state()))
                .forEach(step -> words.next(process, step.element()).forEach(after -> next.add(after.step())));
        next.removeAll(steps.keySet());
        return next.stream()
                .map(element -> new Step(element, words.step(process, element).in(language), "next", null, null, null))
                .toList();
    }
}
