package org.tasuki.forms;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Neighbours that name the same row stand side by side on the 16 columns; the rest have a row each. */
record Rows(List<List<Component>> rows) {

    static Rows of(List<? extends Component> components) {
        List<List<Component>> rows = new ArrayList<>();
        String last = null;
        for (Component component : components) {
            String row = component.place().row();
            if (row == null || !row.equals(last)) {
                rows.add(new ArrayList<>());
            }
            rows.get(rows.size() - 1).add(component);
            last = row;
        }
        return new Rows(rows);
    }

    /** The columns of each component in a row: its own, or an equal share of what the others leave. */
    static List<Integer> columns(List<Component> row) {
        int taken = row.stream().mapToInt(one -> share(one.place().columns())).sum();
        int open =
                (int) row.stream().filter(one -> one.place().columns() == null).count();
        int each = open == 0 ? 0 : Math.max(1, (Place.COLUMNS - taken) / open);
        return row.stream()
                .map(one -> one.place().columns() == null
                        ? Integer.valueOf(each)
                        : Integer.valueOf(share(one.place().columns())))
                .toList();
    }

    static void check(Piece parent, List<Component> components) {
        for (List<Component> row : of(components).rows()) {
            int columns = columns(row).stream().mapToInt(Integer::intValue).sum();
            if (columns > Place.COLUMNS) {
                String name = row.get(0).place().row();
                parent.flaw("行「" + name + "」の幅が16列を超えています。", "row \"" + name + "\" is wider than 16 columns");
            }
        }
    }

    private static int share(@Nullable Integer columns) {
        return columns == null ? 0 : columns;
    }
}
