package org.tasuki.training.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tasuki.engine.ForeignFile;
import org.tasuki.training.FileRoute;

/** The steps of a file from elsewhere as the template draws them: all in one page, each with the ways to it and from it. */
@Component
class FileSteps {

    private final MessageSource texts;

    FileSteps(MessageSource texts) {
        this.texts = texts;
    }

    public record PartView(String name, String id, String documentation, List<StepView> steps, List<String> aside) {}

    /**
     * @param kind in the reader's language, or the file's own word, which nobody here knows
     * @param next what the file says of where it leads
     * @param edges what may happen while it lasts
     * @param before from where one comes
     * @param back the place of the step before, or of the list of them; null where nothing leads to it
     * @param forward the place of the step that follows, or of the choice; null where nothing does
     * @param branches whether forward is a choice
     */
    public record StepView(
            int number,
            String id,
            String name,
            String kind,
            String beside,
            String lane,
            String inside,
            String documentation,
            List<NextView> next,
            List<NextView> edges,
            List<NextView> before,
            @Nullable String back,
            @Nullable String forward,
            boolean branches,
            List<String> notes,
            List<String> asWritten) {}

    public record NextView(String when, int number, String name) {}

    List<PartView> of(ForeignFile file, Locale language) {
        FileRoute route = new FileRoute(file);
        return file.parts().stream()
                .map(part -> new PartView(
                        part.name().in(language),
                        part.id(),
                        part.documentation().in(language),
                        part.steps().stream()
                                .map(step -> step(step, route, language))
                                .toList(),
                        part.aside()))
                .toList();
    }

    private StepView step(ForeignFile.Step step, FileRoute route, Locale language) {
        List<NextView> ways = views(route.ways(step), language);
        List<NextView> before = views(route.before(step), language);
        return new StepView(
                step.number(),
                step.id(),
                step.name().in(language),
                Objects.requireNonNull(texts.getMessage("training.word." + step.kind(), null, step.kind(), language)),
                step.kind().equals("endEvent") ? "end" : step.kind().endsWith("Event") ? "event" : "task",
                step.lane(),
                step.inside(),
                step.documentation().in(language),
                Stream.concat(ways.stream(), views(step.next(), language).stream())
                        .distinct()
                        .toList(),
                views(route.edges(step), language),
                before,
                place(before, "from-" + step.number()),
                place(ways, "ways-" + step.number()),
                ways.size() > 1,
                step.notes(),
                step.asWritten());
    }

    private static @Nullable String place(List<NextView> steps, String several) {
        return switch (steps.size()) {
            case 0 -> null;
            case 1 -> "step-" + steps.get(0).number();
            default -> several;
        };
    }

    private static List<NextView> views(List<ForeignFile.Next> steps, Locale language) {
        return steps.stream()
                .map(next -> new NextView(
                        next.when().in(language), next.number(), next.name().in(language)))
                .toList();
    }
}
