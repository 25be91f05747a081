package org.tasuki.forms;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A form as a page shows it to one reader; for {@code forms/form :: fields} and {@code forms/form :: problems}. */
public record FormView(
        String key, String version, String title, String complete, List<RowView> rows, List<ProblemView> problems) {

    /**
     * @param values what was typed or stored, as a browser sends it; when empty, the form's defaults
     * @param problems why it was refused
     */
    public static FormView of(
            Form form, Map<String, List<String>> values, List<Problem> problems, Locale locale, Lookups lookups) {
        Map<String, List<String>> shown = values.isEmpty() ? form.defaults() : values;
        return new FormView(
                form.key(),
                form.version(),
                form.title().in(locale),
                form.complete().in(locale),
                new Rendering(form, shown, problems, locale, lookups).rows(form.components()),
                problems.stream()
                        .map(problem -> ProblemView.of(problem, form, locale))
                        .toList());
    }

    /** A problem in the summary: which field, where it is, and what to do. */
    public record ProblemView(@Nullable String id, @Nullable String label, String message, Object[] args) {

        static ProblemView of(Problem problem, Form form, Locale locale) {
            String path = problem.path();
            return new ProblemView(
                    path.isEmpty() ? null : Ids.of(path),
                    Ids.label(path, form, locale),
                    problem.message(),
                    problem.args().toArray());
        }
    }

    public record RowView(List<CellView> cells) {}

    /**
     * @param kind the fragment of {@code forms/kinds} that renders the content
     * @param hideWhen the condition for {@code conditional.js}
     * @param when the condition in words
     */
    public record CellView(
            String kind, String span, @Nullable String hideWhen, @Nullable String when, Object content) {}

    /** @param later it can wait: folded away on a narrow screen */
    public record GroupView(String label, boolean later, List<RowView> rows) {}

    public record ListView(
            String key, String id, String label, @Nullable Refused refused, boolean full, List<ListRow> rows) {}

    public record ListRow(String name, String id, List<RowView> rows) {}

    public record Line(String text, boolean heading) {}

    public record OptionView(String id, String value, String label, boolean chosen) {}

    /** The message at the field. */
    public record Refused(String message, Object[] args) {}

    /** One field; what a kind does not use is null or empty. */
    public record FieldView(
            String name,
            String id,
            String label,
            @Nullable String description,
            @Nullable String describedBy,
            boolean required,
            @Nullable Refused refused,
            String value,
            @Nullable String inWords,
            List<OptionView> options,
            Input input) {}

    /** The attributes of an input. */
    public record Input(
            String type,
            @Nullable String mode,
            @Nullable Integer maxLength,
            @Nullable String min,
            @Nullable String max,
            @Nullable Integer lines) {

        /** As {@code max} of a moment that has come already: a button fills in the present. */
        static final String NOW = "now";

        static Input of(String type) {
            return new Input(type, null, null, null, null, null);
        }
    }
}
