package org.tasuki.forms;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Text;

/** Says when a field is to be filled in: the note that a reader without JavaScript goes by. */
record ConditionWords(Map<String, Field> fields, Locale locale, Lookups lookups) {

    private static final Text WHEN = new Text("%sに記入", "If %s");
    private static final Text IS = new Text("「%s」が「%s」の場合", "“%s” is “%s”");
    private static final Text IS_NOT = new Text("「%s」が「%s」以外の場合", "“%s” is not “%s”");
    private static final Text HAS = new Text("「%s」に「%s」を含む場合", "“%s” includes “%s”");
    private static final Text HAS_NOT = new Text("「%s」に「%s」を含まない場合", "“%s” does not include “%s”");
    private static final Text ON = new Text("「%s」にチェックがある場合", "“%s” is ticked");
    private static final Text OFF = new Text("「%s」にチェックがない場合", "“%s” is not ticked");
    private static final Text AND = new Text("、かつ", " and ");
    private static final Text OR = new Text("、または", " or ");
    private static final Text ALWAYS = new Text("すべての場合", "in all cases");
    private static final Text NEVER = new Text("該当する場合がないとき", "in no case");

    String shownWhenNot(Condition hidden) {
        return say(WHEN, words(hidden.opposite()));
    }

    private String words(Condition condition) {
        if (condition instanceof Condition.Not not) {
            return not.inner() instanceof Condition.About about
                    ? about(about, false)
                    : words(not.inner().opposite());
        }
        if (condition instanceof Condition.About about) {
            return about(about, true);
        }
        if (condition instanceof Condition.And and) {
            return join(and.all(), AND);
        }
        if (condition instanceof Condition.Or or) {
            return join(or.any(), OR);
        }
        return (condition.equals(new Condition.Always(true)) ? ALWAYS : NEVER).in(locale);
    }

    private String join(List<Condition> parts, Text word) {
        return parts.stream()
                .map(part -> part instanceof Condition.And || part instanceof Condition.Or
                        ? "(" + words(part) + ")"
                        : words(part))
                .collect(Collectors.joining(word.in(locale)));
    }

    private String about(Condition.About about, boolean so) {
        Field field = fields.get(about.field());
        String label = field == null ? about.field() : field.head().label().in(locale);
        if (about instanceof Condition.Contains contains) {
            return say(so ? HAS : HAS_NOT, label, value(field, contains.literal()));
        }
        if (about instanceof Condition.Is is && !(is.literal() instanceof Boolean)) {
            return say(so ? IS : IS_NOT, label, value(field, is.literal()));
        }
        boolean on = !(about instanceof Condition.Is is) || Boolean.TRUE.equals(is.literal());
        return say(so == on ? ON : OFF, label);
    }

    private String value(@Nullable Field field, Object literal) {
        return field == null ? literal.toString() : String.join("", field.shown(literal, locale, lookups));
    }

    private String say(Text sentence, Object... words) {
        return sentence.in(locale).formatted(words);
    }
}
