package org.tasuki.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Text;
import tools.jackson.databind.JsonNode;

/** Reads one field. */
record FieldReader(Piece piece, Properties properties) {

    private static final int LONGEST_TEXT = 20_000;

    Field read(String type, String key, Meaning meaning, Place place) {
        Piece validate = piece.child("validate");
        Text label = type.equals("datetime") ? dateLabel() : properties.label();
        Head head = new Head(
                key, label, properties.textIfAny("description"), validate.flag("required"), initial(), meaning, place);
        Field field = field(type, head, validate);
        checkMeaning(field);
        checkInitial(field);
        return field;
    }

    private Field field(String type, Head head, Piece validate) {
        return switch (type) {
            case "textfield" -> new TextField(head, bounds(validate, TextField.USUAL_LENGTH));
            case "textarea" -> new TextArea(head, bounds(validate, TextArea.USUAL_LENGTH));
            case "number" -> number(head, validate);
            case "radio" -> new Radio(head, options(validate));
            case "select" -> new Select(head, options(validate));
            case "checklist" -> new Checklist(head, options(validate));
            case "checkbox" -> {
                validate.only(Set.of("required"));
                yield new Checkbox(head);
            }
            default -> dateTime(head, validate);
        };
    }

    private Field dateTime(Head head, Piece validate) {
        validate.only(Set.of("required"));
        String subtype = piece.text("subtype");
        return switch (subtype == null ? "" : subtype) {
            case "date" -> new DateField(head, past());
            case "time" -> new TimeField(head);
            case "datetime" -> new DateTimeField(head, past());
            default -> {
                piece.flaw("subtypeはdate・time・datetimeのいずれかです。", "subtype must be date, time or datetime");
                yield new DateField(head, false);
            }
        };
    }

    private boolean past() {
        String when = properties.get("when");
        if (when != null && !when.equals("past")) {
            piece.flaw("whenには「past」だけを書けます。", "when can only be past");
        }
        return when != null;
    }

    /** form-js labels the date and the time of a datetime each; one input needs one label. */
    private Text dateLabel() {
        Text label = null;
        for (String name : List.of("label", "dateLabel", "timeLabel")) {
            Text next = properties.textIfAny(name);
            label = label == null ? next : label;
        }
        return label == null ? properties.text("dateLabel") : label;
    }

    private Field number(Head head, Piece validate) {
        validate.only(Set.of("required", "min", "max"));
        BigDecimal min = validate.number("min");
        BigDecimal max = validate.number("max");
        if (min != null && max != null && min.compareTo(max) > 0) {
            piece.flaw("minはmax以下としてください。", "min must not exceed max");
        }
        return new NumberField(head, min, max, piece.has("decimalDigits") ? piece.whole("decimalDigits", 0) : null);
    }

    private Bounds bounds(Piece validate, int usual) {
        validate.only(Set.of("required", "minLength", "maxLength", "pattern", "validationType"));
        if (validate.has("validationType")) {
            validate.mustBe("validationType", "custom");
        }
        int min = validate.whole("minLength", 0);
        int max = validate.whole("maxLength", usual);
        if (min < 0 || max < Math.max(1, min) || max > LONGEST_TEXT) {
            piece.flaw(
                    "minLengthとmaxLengthは0以上、" + LONGEST_TEXT + "以下で、この順に大きくしてください。",
                    "minLength and maxLength must be 0 to " + LONGEST_TEXT + " and in this order");
        }
        return new Bounds(min, max, pattern(validate.text("pattern")));
    }

    private @Nullable Pattern pattern(@Nullable String pattern) {
        try {
            return pattern == null ? null : Pattern.compile(pattern);
        } catch (PatternSyntaxException unreadable) {
            piece.flaw("patternを正規表現として読めません。", "pattern is not a regular expression: " + unreadable.getDescription());
            return null;
        }
    }

    private Options options(Piece validate) {
        validate.only(Set.of("required"));
        String source = properties.get("options");
        if (source != null) {
            if (!piece.children("values").isEmpty() || !source.matches("[a-z]+(:[a-z]+)?")) {
                piece.flaw(
                        "optionsは「agencies:police」のように書き、valuesは空けてください。",
                        "options must look like agencies:police, and values be left out");
            }
            return new Options(List.of(), source);
        }
        List<Option> options = new ArrayList<>();
        Set<String> values = new HashSet<>();
        for (Piece option : piece.children("values")) {
            options.add(option(option, values));
        }
        if (options.size() < 2 && !"checklist".equals(piece.text("type")) || options.isEmpty()) {
            piece.flaw("valuesに選択肢を書いてください。", "give options in values (two at least), or properties.options");
        }
        return new Options(List.copyOf(options), null);
    }

    private Option option(Piece option, Set<String> values) {
        option.only(Set.of("label", "value"));
        String value = option.text("value");
        if (value == null || !value.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,63}")) {
            option.flaw("選択肢のvalueは英数字・_・-で書いてください。", "an option's value must be letters, digits, _ and -");
            value = "";
        }
        if (!values.add(value)) {
            option.flaw("選択肢「" + value + "」が重複しています。", "option \"" + value + "\" is there twice");
        }
        Text label = properties.both(option, "label", "option." + value + ".en");
        if (label == null) {
            option.flaw("選択肢「" + value + "」にlabelを書いてください。", "give a label to option \"" + value + "\"");
        }
        return new Option(value, label == null ? new Text(value, value) : label);
    }

    private List<String> initial() {
        JsonNode value = piece.node().path("defaultValue");
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (value.isArray()) {
            return value.valueStream().map(JsonNode::asString).toList();
        }
        return value.isValueNode() && !value.asString().equals("false") ? List.of(value.asString()) : List.of();
    }

    /** No personal data in the engine: what routes is chosen from a list. */
    private void checkMeaning(Field field) {
        Meaning meaning = field.head().meaning();
        if (meaning.routing() != null && !(field instanceof Choice)) {
            piece.flaw(
                    "routingはradioかselectにだけ付けられます。",
                    "only a radio or select can have routing: the engine holds no free text");
        }
        if (meaning.fact() != null && !(field instanceof DateField || field instanceof DateTimeField)) {
            piece.flaw("factは日付・日時にだけ付けられます。", "only a date or datetime can have fact");
        }
    }

    private void checkInitial(Field field) {
        boolean looked = field instanceof Choice choice && choice.options().source() != null
                || field instanceof Checklist list && list.options().source() != null;
        List<String> initial = field.head().initial();
        if (!looked && !initial.isEmpty() && field.read(initial, Lookups.NONE).refusal() != null) {
            piece.flaw("defaultValueがこの項目の規則に合いません。", "defaultValue breaks the field's own rules");
        }
    }
}
