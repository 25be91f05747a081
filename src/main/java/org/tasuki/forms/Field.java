package org.tasuki.forms;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** A question of the form: reads what was typed, and shows what was answered. */
sealed interface Field extends Component permits SingleField, Checklist {

    Head head();

    /** The value of what was typed, or blank, or why it is refused. Whether blank will do is the form's to say. */
    Read read(List<String> typed, Lookups lookups);

    /** The message when the field is required and blank. */
    default String missing() {
        return "forms.problem.required";
    }

    /** An answer as a browser would send it. */
    default List<String> typed(Object answer) {
        return List.of(plain(answer));
    }

    /** An answer as a reader of that language sees it, one line each. */
    default List<String> shown(Object answer, Locale locale, Lookups lookups) {
        return typed(answer);
    }

    default String key() {
        return head().key();
    }

    @Override
    default Place place() {
        return head().place();
    }

    private static String plain(Object answer) {
        return answer instanceof BigDecimal number ? number.toPlainString() : answer.toString();
    }
}
