package org.tasuki.training.web;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.engine.Finding;
import org.tasuki.engine.ForeignFile;
import org.tasuki.engine.Linter;

/** A file from elsewhere as its template draws it: every step by the file's own words, and what the engine would refuse. */
@Component
class FilePages {

    /** Nobody reads more of them. */
    private static final int FINDINGS_MOST = 100;

    private final Linter linter;
    private final MessageSource texts;

    FilePages(Linter linter, MessageSource texts) {
        this.linter = linter;
        this.texts = texts;
    }

    public record PartView(String name, String id, String documentation, List<StepView> steps, List<String> aside) {}

    /** @param kind in the reader's language, or the file's own word, which nobody here knows */
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
            List<String> asWritten) {}

    public record NextView(String when, int number, String name) {}

    public record MessageView(String name, String from, String to) {}

    public record Mistake(String element, String said) {}

    String say(String key, Locale language) {
        return Objects.requireNonNull(texts.getMessage(key, null, key, language));
    }

    void show(String name, byte[] xml, ForeignFile file, Locale language, Model model) {
        List<Finding> findings = linter.lint(called(name, file), new ByteArrayInputStream(xml));
        model.addAttribute("fileName", name);
        model.addAttribute("xml", file.xml());
        model.addAttribute("drawn", file.drawn());
        model.addAttribute("size", file.size());
        model.addAttribute(
                "parts", file.parts().stream().map(part -> part(part, language)).toList());
        model.addAttribute(
                "messages",
                file.messages().stream()
                        .map(one -> new MessageView(one.name().in(language), one.from(), one.to()))
                        .toList());
        model.addAttribute("found", findings.size());
        model.addAttribute(
                "findings",
                findings.stream()
                        .limit(FINDINGS_MOST)
                        .map(one -> new Mistake(one.element(), one.message().in(language)))
                        .toList());
    }

    /** By the name that the house would give the file, so that its name is nothing to find fault with. */
    private static String called(String name, ForeignFile file) {
        return file.parts().size() == 1 ? file.parts().get(0).id() + ".bpmn" : name;
    }

    private PartView part(ForeignFile.Part part, Locale language) {
        return new PartView(
                part.name().in(language),
                part.id(),
                part.documentation().in(language),
                part.steps().stream().map(step -> step(step, language)).toList(),
                part.aside());
    }

    private StepView step(ForeignFile.Step step, Locale language) {
        return new StepView(
                step.number(),
                step.id(),
                step.name().in(language),
                Objects.requireNonNull(texts.getMessage("training.word." + step.kind(), null, step.kind(), language)),
                step.kind().equals("endEvent") ? "end" : step.kind().endsWith("Event") ? "event" : "task",
                step.lane(),
                step.inside(),
                step.documentation().in(language),
                step.next().stream()
                        .map(next -> new NextView(
                                next.when().in(language),
                                next.number(),
                                next.name().in(language)))
                        .toList(),
                step.asWritten());
    }
}
