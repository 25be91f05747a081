package org.tasuki.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tasuki.forms.FormView.CellView;
import org.tasuki.forms.FormView.GroupView;
import org.tasuki.forms.FormView.Line;
import org.tasuki.forms.FormView.ListRow;
import org.tasuki.forms.FormView.ListView;
import org.tasuki.forms.FormView.Refused;
import org.tasuki.forms.FormView.RowView;
import tools.jackson.databind.json.JsonMapper;

/** Lays out a form for one reader. */
final class Rendering {

    private static final JsonMapper JSON = new JsonMapper();

    private final Form form;
    private final Map<String, List<String>> values;
    private final Map<String, Refused> refused = new HashMap<>();
    private final Locale locale;
    private final Lookups lookups;
    private final Map<String, Field> named;

    Rendering(Form form, Map<String, List<String>> values, List<Problem> problems, Locale locale, Lookups lookups) {
        this.form = form;
        this.values = values;
        this.locale = locale;
        this.lookups = lookups;
        this.named = new HashMap<>(form.fields());
        problems.forEach(one -> refused.putIfAbsent(
                one.path(), new Refused(one.message(), one.args().toArray())));
    }

    List<RowView> rows(List<Component> components) {
        return rows(components, "", null);
    }

    /** @param around the condition of the group around, whose note need not be said again */
    private List<RowView> rows(List<Component> components, String prefix, @Nullable Condition around) {
        List<RowView> rows = new ArrayList<>();
        for (List<Component> row : Rows.of(components).rows()) {
            List<Integer> columns = Rows.columns(row);
            List<CellView> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(cell(row.get(i), columns.get(i), prefix, around));
            }
            rows.add(new RowView(cells));
        }
        return rows;
    }

    private CellView cell(Component component, int columns, String prefix, @Nullable Condition around) {
        Condition hide = component.place().hideWhen();
        String when = hide == null || hide.equals(around)
                ? null
                : new ConditionWords(named, locale, lookups).shownWhenNot(hide);
        return new CellView(
                kind(component),
                "col-" + columns,
                hide == null ? null : JSON.writeValueAsString(hide.tree()),
                when,
                content(component, prefix, hide == null ? around : hide));
    }

    private Object content(Component component, String prefix, @Nullable Condition around) {
        if (component instanceof Field field) {
            String name = prefix + field.key();
            return new FieldRendering(
                            field, name, values.getOrDefault(name, List.of()), refused.get(name), locale, lookups)
                    .view();
        }
        if (component instanceof Group group) {
            return new GroupView(group.label().in(locale), group.later(), rows(group.components(), prefix, around));
        }
        if (component instanceof DynamicList list) {
            return list(list);
        }
        return component instanceof StaticText text ? lines(text) : List.of();
    }

    private ListView list(DynamicList list) {
        int typed = Typed.rowsOf(list, values);
        int count = typed == 0 ? list.firstRows() : typed;
        list.fields().forEach(field -> named.put(field.key(), field));
        List<ListRow> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            String name = list.key() + "[" + row + "]";
            rows.add(new ListRow(name, Ids.of(name).replace("]", ""), rows(list.components(), name + ".", null)));
        }
        list.fields().forEach(field -> named.remove(field.key()));
        named.putAll(form.fields());
        return new ListView(
                list.key(),
                Ids.of(list.key()),
                list.label().in(locale),
                refused.get(list.key()),
                count >= list.maxRows(),
                rows);
    }

    /** Headings as form-js's Markdown marks them; the rest of Markdown is not used. */
    private List<Line> lines(StaticText text) {
        return text.text()
                .in(locale)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> new Line(line.replaceFirst("^#+\\s*", ""), line.startsWith("#")))
                .toList();
    }

    private String kind(Component component) {
        if (component instanceof Field field) {
            return FieldRendering.kind(field, lookups);
        }
        if (component instanceof Group) {
            return "group";
        }
        if (component instanceof DynamicList) {
            return "list";
        }
        return component instanceof StaticText ? "words" : component instanceof Separator ? "separator" : "spacer";
    }
}
