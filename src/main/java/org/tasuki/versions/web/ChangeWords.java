package org.tasuki.versions.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tasuki.deadlines.DeadlineRules;
import org.tasuki.engine.Difference;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.forms.Forms;
import org.tasuki.terms.Japan;
import org.tasuki.terms.Text;

/** Says in the reader's words what another version does otherwise: roles, forms, limits and processes by their names. */
@Component
public class ChangeWords {

    private final ProcessCatalog catalog;
    private final Forms forms;
    private final DeadlineRules rules;
    private final MessageSource texts;
    private final Clock clock;

    ChangeWords(ProcessCatalog catalog, Forms forms, DeadlineRules rules, MessageSource texts, Clock clock) {
        this.catalog = catalog;
        this.forms = forms;
        this.rules = rules;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * An element that is otherwise.
     *
     * @param number in the list, and on the diagrams
     * @param sign what stands for the kind on the diagrams
     * @param onDiagram whether it has a place there for sign and number; an arrow is drawn otherwise, which has to do
     * @param what the message that says what kind of element it is
     */
    public record Change(
            int number,
            String id,
            String sign,
            boolean onDiagram,
            String kind,
            String what,
            String name,
            List<Said> said) {}

    /**
     * What of it is otherwise.
     *
     * @param before null, as is after, where it is enough that it is otherwise
     */
    public record Said(String what, @Nullable String before, @Nullable String after) {}

    /** The process itself, then steps, then arrows; in each what has come, what is gone, what changed, what moved. */
    public List<Change> of(List<Difference> differences, Locale language) {
        List<Difference> sorted = differences.stream()
                .sorted(Comparator.comparing(Difference::of).thenComparing(Difference::kind))
                .toList();
        return IntStream.range(0, sorted.size())
                .mapToObj(at -> change(at + 1, sorted.get(at), language))
                .toList();
    }

    private Change change(int number, Difference one, Locale language) {
        String what =
                switch (one.of()) {
                    case PROCESS -> "process";
                    case ARROW -> "arrow";
                    case STEP -> one.step().name().toLowerCase(Locale.ROOT);
                };
        String name = one.name().in(language);
        return new Change(
                number,
                one.id(),
                sign(one.kind()),
                one.of() == Difference.Of.STEP,
                one.kind().key(),
                what,
                name.isBlank() ? one.id() : name,
                one.details().stream().map(detail -> said(detail, language)).toList());
    }

    private static String sign(Difference.Kind kind) {
        return switch (kind) {
            case ADDED -> "＋";
            case REMOVED -> "−";
            case CHANGED -> "≠";
            case MOVED -> "↔";
        };
    }

    private Said said(Difference.Detail detail, Locale language) {
        String before = detail.before().in(language);
        String after = detail.after().in(language);
        return switch (detail.what()) {
            case DOCUMENTATION, OTHER -> new Said(detail.what().key(), null, null);
            case NAME, CONDITION, SENT_BACK, UNDO ->
                new Said(detail.what().key(), named(before, language), named(after, language));
            case PLACE ->
                before.isBlank()
                        ? new Said("place", null, null)
                        : new Said("way", named(before, language), named(after, language));
            case ROLES -> new Said("roles", roles(before, language), roles(after, language));
            case FORM -> new Said("form", form(before, language), form(after, language));
            case LIMIT -> new Said("limit", rule(before, language), rule(after, language));
            case CALLED -> new Said("called", process(before, language), process(after, language));
            case ENDS -> new Said(Boolean.parseBoolean(after) ? "ends" : "goesOn", null, null);
        };
    }

    private String named(String text, Locale language) {
        return text.isBlank() ? texts.getMessage("versions.said.nothing", null, language) : text;
    }

    private String roles(String keys, Locale language) {
        String words = Arrays.stream(keys.split(" "))
                .filter(key -> !key.isEmpty())
                .map(key -> texts.getMessage("people.role." + key, null, key, language))
                .collect(Collectors.joining(language.getLanguage().equals("ja") ? "、" : ", "));
        return named(words, language);
    }

    private String form(String key, Locale language) {
        return named(forms.knows(key) ? forms.form(key).title().in(language) : key, language);
    }

    private String rule(String key, Locale language) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Japan.ZONE);
        return named(rules.knows(key) ? rules.rule(key, today).label().in(language) : key, language);
    }

    private String process(String key, Locale language) {
        Text name = catalog.process(key).map(one -> one.name()).orElse(new Text(key, key));
        return named(name.in(language), language);
    }
}
