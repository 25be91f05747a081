package org.tasuki.inbox.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.tasuki.forms.FormView;

/** What was typed into a form as lines of a note: what it is called, and the words. */
final class TypedWords {

    private final Set<String> secret;
    private final String between;
    private final List<String> lines = new ArrayList<>();

    private TypedWords(Set<String> secret, Locale language) {
        this.secret = secret;
        this.between = language.getLanguage().equals("ja") ? "：" : ": ";
    }

    /** @param secret fields that a note must not repeat: the sheet seals them, the contact log does not (CAPA 7) */
    static String of(FormView form, Set<String> secret, Locale language) {
        TypedWords words = new TypedWords(secret, language);
        words.rows(form.rows());
        return String.join("\n", words.lines);
    }

    private void rows(List<FormView.RowView> rows) {
        rows.forEach(row -> row.cells().forEach(cell -> content(cell.content())));
    }

    private void content(Object content) {
        if (content instanceof FormView.GroupView group) {
            rows(group.rows());
        } else if (content instanceof FormView.ListView list && !secret.contains(list.key())) {
            list.rows().forEach(row -> rows(row.rows()));
        } else if (content instanceof FormView.FieldView field && !secret.contains(field.name())) {
            line(field);
        }
    }

    private void line(FormView.FieldView field) {
        String words = field.options().isEmpty()
                ? field.value()
                : field.options().stream()
                        .filter(FormView.OptionView::chosen)
                        .map(FormView.OptionView::label)
                        .collect(Collectors.joining("・"));
        if (!words.isBlank()) {
            lines.add(field.label() + between + (field.inWords() == null ? words : field.inWords()));
        }
    }
}
