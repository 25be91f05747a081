package org.tasuki.training.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tasuki.engine.ProcessFacts;
import org.tasuki.engine.StepFacts;
import org.tasuki.engine.StepLimit;
import org.tasuki.training.ProcessStories;
import org.tasuki.training.Route;

/** The numbered steps of a process: what the diagram shows, in a list. */
@Component
class Outline {

    private final ProcessStories stories;
    private final MessageSource texts;

    Outline(ProcessStories stories, MessageSource texts) {
        this.stories = stories;
        this.texts = texts;
    }

    /**
     * @param kind the end of the message that says what it is
     * @param who the roles in words
     * @param limit in short, as in 48時間
     */
    public record Line(
            int number,
            String id,
            String name,
            String kind,
            String who,
            @Nullable String limit,
            String story,
            String address,
            boolean here) {}

    List<Line> of(ProcessFacts facts, @Nullable StepFacts here, Trail trail, Locale language) {
        Route route = Route.of(facts);
        return route.steps().stream()
                .map(step -> line(route, step, step.equals(here), trail, language))
                .toList();
    }

    private Line line(Route route, StepFacts step, boolean here, Trail trail, Locale language) {
        return new Line(
                route.number(step.id()),
                step.id(),
                name(step, language),
                kind(step),
                who(step.roles(), language),
                step.timeLimit()
                        .map(StepLimit::label)
                        .map(label -> label.in(language))
                        .orElse(null),
                story(route.process(), step, language),
                trail.jump().address(route.process(), step.id()),
                here);
    }

    static String name(StepFacts step, Locale language) {
        String name = step.name().in(language);
        return name.isBlank() ? step.id() : name;
    }

    static String kind(StepFacts step) {
        return step.kind().name().toLowerCase(Locale.ROOT);
    }

    /** Where nobody wrote one, what the file itself says of the step. */
    String story(String process, StepFacts step, Locale language) {
        return stories.of(process)
                .flatMap(story -> story.told(step.id()))
                .orElse(step.documentation())
                .in(language);
    }

    String who(List<String> roles, Locale language) {
        String between = Objects.requireNonNull(texts.getMessage("people.roles.separator", null, "、", language));
        return roles.stream()
                .map(role -> texts.getMessage("people.role." + role, null, role, language))
                .collect(Collectors.joining(between));
    }

    /** As the diagram reads it: the way by which somebody came, or the shortest that leads there. */
    static String marks(Route route, StepFacts here, List<String> came) {
        Stream<String> way = (came.isEmpty() ? route.wayTo(here) : came)
                .stream().distinct().filter(id -> !id.equals(here.id())).map(id -> id + "=taken");
        return Stream.concat(way, Stream.of(here.id() + "=current")).collect(Collectors.joining(" "));
    }
}
