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
    private final FileSteps steps;
    private final MessageSource texts;

    FilePages(Linter linter, FileSteps steps, MessageSource texts) {
        this.linter = linter;
        this.steps = steps;
        this.texts = texts;
    }

    public record MessageView(String name, String from, String to) {}

    /**
     * @param name the step's, where it is one
     * @param number the step's; 0 where it is none
     */
    public record Mistake(String element, String name, int number, String said) {}

    String say(String key, Locale language) {
        return Objects.requireNonNull(texts.getMessage(key, null, key, language));
    }

    void show(String name, byte[] xml, ForeignFile file, Locale language, Model model) {
        List<Finding> findings = linter.lint(called(name, file), new ByteArrayInputStream(xml));
        model.addAttribute("fileName", name);
        model.addAttribute("xml", file.xml());
        model.addAttribute("drawn", file.drawn());
        model.addAttribute("size", file.size());
        model.addAttribute("parts", steps.of(file, language));
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
                        .map(one -> mistake(one, file, language))
                        .toList());
    }

    /** By the name that the house would give the file, so that its name is nothing to find fault with. */
    private static String called(String name, ForeignFile file) {
        return file.parts().size() == 1 ? file.parts().get(0).id() + ".bpmn" : name;
    }

    /** An id is what another tool made up; a person knows the name. */
    private static Mistake mistake(Finding one, ForeignFile file, Locale language) {
        return file.parts().stream()
                .flatMap(part -> part.steps().stream())
                .filter(step -> step.id().equals(one.element()))
                .findFirst()
                .map(step -> new Mistake(
                        one.element(),
                        step.name().in(language),
                        step.number(),
                        one.message().in(language)))
                .orElse(new Mistake(one.element(), "", 0, one.message().in(language)));
    }
}
