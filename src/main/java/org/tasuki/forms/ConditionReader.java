package org.tasuki.forms;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads when a component is hidden, and checks that it can be known: the field stands above, the value can be chosen. */
record ConditionReader(Map<String, Field> above) {

    @Nullable
    Condition read(Piece piece) {
        Piece conditional = piece.child("conditional");
        conditional.only(Set.of("hide"));
        String expression = conditional.text("hide");
        if (expression == null) {
            return null;
        }
        try {
            Condition condition = ConditionParser.parse(expression);
            condition.parts().forEach(part -> check(part, piece));
            return condition;
        } catch (IllegalArgumentException unreadable) {
            piece.flaw(
                    "hideの式を読めません(" + unreadable.getMessage() + ")。",
                    "the hide expression cannot be read: " + unreadable.getMessage());
            return null;
        }
    }

    private void check(Condition part, Piece piece) {
        if (!(part instanceof Condition.About about)) {
            return;
        }
        Field field = above.get(about.field());
        if (field == null) {
            piece.flaw(
                    "hideの式の「" + about.field() + "」が、この項目より上にありません。",
                    "the hide expression names \"" + about.field() + "\": put that field above this one");
        } else if (!fits(about, field)) {
            piece.flaw(
                    "hideの式は「" + about.field() + "」の値と合いません。",
                    "the hide expression does not fit the values of \"" + about.field() + "\"");
        }
    }

    private static boolean fits(Condition.About about, Field field) {
        if (about instanceof Condition.Contains contains) {
            return field instanceof Checklist list && fits(list.options(), contains.literal());
        }
        if (about instanceof Condition.Is is) {
            return fits(field, is.literal());
        }
        return field instanceof Checkbox;
    }

    private static boolean fits(Field field, Object literal) {
        if (field instanceof Choice choice) {
            return fits(choice.options(), literal);
        }
        return (field instanceof Checkbox && literal instanceof Boolean)
                || (field instanceof NumberField && literal instanceof BigDecimal)
                || (field instanceof TextField && literal instanceof String);
    }

    private static boolean fits(Options options, Object literal) {
        return literal instanceof String value && (options.source() != null || options.has(value, Lookups.NONE));
    }
}
