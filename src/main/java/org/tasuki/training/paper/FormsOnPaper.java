package org.tasuki.training.paper;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tasuki.forms.Form;
import org.tasuki.forms.FormView;
import org.tasuki.forms.FormView.FieldView;
import org.tasuki.forms.FormView.GroupView;
import org.tasuki.forms.FormView.ListView;
import org.tasuki.forms.FormView.OptionView;
import org.tasuki.forms.FormView.RowView;
import org.tasuki.forms.Forms;
import org.tasuki.forms.Lookups;
import org.tasuki.training.paper.Booklet.Paperwork;
import org.tasuki.training.paper.Booklet.Question;

/** What a form asks, in short. Options that an office keeps in lists of its own are not told: they are no part of the form. */
@Component
class FormsOnPaper {

    private static final int OPTIONS = 8;

    private final Forms forms;

    FormsOnPaper(Forms forms) {
        this.forms = forms;
    }

    @Nullable
    Paperwork of(String key, Locale language) {
        if (!forms.knows(key)) {
            return null;
        }
        Form form = forms.form(key);
        FormView view = FormView.of(form, Map.of(), List.of(), language, Lookups.NONE);
        return new Paperwork(view.title(), questions(view.rows()).toList());
    }

    private static Stream<Question> questions(List<RowView> rows) {
        return rows.stream().flatMap(row -> row.cells().stream()).flatMap(cell -> asked(cell.content()));
    }

    private static Stream<Question> asked(Object content) {
        if (content instanceof FieldView field) {
            return Stream.of(question(field));
        }
        if (content instanceof GroupView group) {
            return questions(group.rows());
        }
        if (content instanceof ListView list) {
            return list.rows().stream().limit(1).flatMap(row -> questions(row.rows()));
        }
        return Stream.empty();
    }

    private static Question question(FieldView field) {
        List<String> options = field.options().stream()
                .filter(option -> !option.value().isEmpty())
                .map(OptionView::label)
                .toList();
        return new Question(
                field.label(), field.required(), options.stream().limit(OPTIONS).toList(), options.size() > OPTIONS);
    }
}
