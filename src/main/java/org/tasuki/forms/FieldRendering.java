package org.tasuki.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tasuki.forms.FormView.FieldView;
import org.tasuki.forms.FormView.Input;
import org.tasuki.forms.FormView.OptionView;
import org.tasuki.forms.FormView.Refused;
import org.tasuki.terms.Typing;

/** One field for one reader, with what was typed in it. */
record FieldRendering(
        Field field, String name, List<String> typed, @Nullable Refused refused, Locale locale, Lookups lookups) {

    /** More options than the eye takes in at once go into a list that opens. */
    private static final int MOST_RADIOS = 7;

    private static final int MOST_IN_LINE = 3;

    /** The fragment of {@code forms/kinds} that renders it. */
    static String kind(Field field, Lookups lookups) {
        if (field instanceof Radio radio) {
            int options = radio.options().in(lookups).size();
            return options > MOST_RADIOS ? "dropdown" : options > MOST_IN_LINE ? "radio" : "inline";
        }
        if (field instanceof Select) {
            return "dropdown";
        }
        if (field instanceof Checklist) {
            return "checklist";
        }
        return field instanceof Checkbox ? "checkbox" : field instanceof TextArea ? "many-lines" : "one-line";
    }

    FieldView view() {
        Head head = field.head();
        String id = Ids.of(name);
        String value = typed.isEmpty() ? "" : Typing.visible(typed.get(0));
        Optional<String> kept = kept(value);
        String description =
                head.description() == null ? null : head.description().in(locale);
        String inWords = kept.filter(one -> dated())
                .map(one -> String.join("", field.shown(one, locale, lookups)))
                .orElse(null);
        return new FieldView(
                name,
                id,
                head.label().in(locale),
                description,
                describedBy(id, description, inWords),
                head.required(),
                refused,
                kept.map(one -> field.typed(one).get(0)).orElse(value),
                inWords,
                options(id),
                input(value.isEmpty() || kept.isPresent()));
    }

    private boolean dated() {
        return field instanceof DateField || field instanceof DateTimeField || field instanceof TimeField;
    }

    /** A date that can be read comes back as the browser's own date input wants it. */
    private Optional<String> kept(String value) {
        return dated() && field.read(List.of(value), lookups).value() instanceof String kept
                ? Optional.of(kept)
                : Optional.empty();
    }

    /** @param readable a browser would empty a date input whose value it cannot read, and lose what was typed */
    private Input input(boolean readable) {
        if (field instanceof TextField text) {
            return new Input("text", null, text.bounds().maxLength(), null, null, null);
        }
        if (field instanceof TextArea area) {
            int lines = area.bounds().maxLength() > 1000 ? 6 : 3;
            return new Input("", null, area.bounds().maxLength(), null, null, lines);
        }
        if (field instanceof NumberField number) {
            boolean whole = Integer.valueOf(0).equals(number.decimals());
            return new Input(
                    "text", whole ? "numeric" : "decimal", null, plain(number.min()), plain(number.max()), null);
        }
        if (readable && field instanceof DateTimeField at && at.past()) {
            return new Input("datetime-local", null, null, null, Input.NOW, null);
        }
        String type = field instanceof DateField ? "date" : field instanceof TimeField ? "time" : "datetime-local";
        return Input.of(readable ? type : "text");
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    /** The first option carries the field's own id, so that a link to the field lands on it. */
    private List<OptionView> options(String id) {
        List<OptionView> views = new ArrayList<>();
        for (Option option : known()) {
            String own = views.isEmpty() ? id : id + "-" + option.value();
            views.add(new OptionView(own, option.value(), option.label().in(locale), typed.contains(option.value())));
        }
        return views;
    }

    private List<Option> known() {
        if (field instanceof Choice choice) {
            return choice.options().in(lookups);
        }
        return field instanceof Checklist list ? list.options().in(lookups) : List.of();
    }

    private @Nullable String describedBy(String id, @Nullable String description, @Nullable String inWords) {
        String ids = Stream.of(
                        refused == null ? "" : id + "-error",
                        description == null ? "" : id + "-desc",
                        inWords == null ? "" : id + "-words")
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }
}
