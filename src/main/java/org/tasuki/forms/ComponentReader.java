package org.tasuki.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Text;

/** Reads the components of a form, from top to bottom; conditions may name what stands above them. */
final class ComponentReader {

    private static final int DEEPEST_GROUP = 4;

    private final Piece root;
    private final Set<String> keys = new HashSet<>();
    private final Set<String> uses = new HashSet<>();
    private final Map<String, Field> above = new HashMap<>();

    ComponentReader(Piece root) {
        this.root = root;
    }

    List<Component> read() {
        return components(root, "", 0);
    }

    private List<Component> components(Piece parent, String prefix, int depth) {
        List<Component> components = new ArrayList<>();
        int number = 0;
        for (Piece piece : parent.children("components")) {
            Component component = component(named(piece, prefix, ++number), prefix, depth);
            if (component != null) {
                components.add(component);
            }
        }
        Rows.check(parent, components);
        return List.copyOf(components);
    }

    /** Flaws name a component by its key, or by its number when it has none. */
    private static Piece named(Piece piece, String prefix, int number) {
        String key = piece.node().path("key").asString(piece.node().path("path").asString(""));
        return piece.at(prefix + (key.isEmpty() ? "components[" + number + "]" : key));
    }

    private @Nullable Component component(Piece piece, String prefix, int depth) {
        String type = piece.text("type");
        if (type == null || !Kinds.COMPONENTS.contains(type)) {
            piece.flaw("typeは次のいずれかとしてください: " + Kinds.list(), "type must be one of " + Kinds.list());
            return null;
        }
        Properties properties = new Properties(piece);
        Place place = place(piece);
        Component component =
                switch (type) {
                    case "group" -> group(piece, properties, place, prefix, depth);
                    case "dynamiclist" -> list(piece, properties, place, prefix, depth);
                    case "text" -> new StaticText(properties.text("text"), place);
                    case "separator" -> new Separator(place);
                    case "spacer" -> new Spacer(place);
                    default -> field(type, piece, properties, place, prefix);
                };
        piece.only(Kinds.names(type));
        properties.noOthers();
        return component;
    }

    private Component field(String type, Piece piece, Properties properties, Place place, String prefix) {
        String key = key(piece, "key", prefix);
        Meaning meaning = properties.meaning(uses, prefix.isEmpty());
        Field field = new FieldReader(piece, properties).read(type, key, meaning, place);
        above.put(key, field);
        return field;
    }

    private Component group(Piece piece, Properties properties, Place place, String prefix, int depth) {
        if (!piece.node().path("path").asString("").isEmpty()) {
            piece.flaw("groupのpathは空にしてください。回答は一段で保存します。", "leave the group's path empty: answers are kept flat");
        }
        if (depth >= DEEPEST_GROUP || !prefix.isEmpty()) {
            piece.flaw("groupをここに入れることはできません。", "a group cannot stand here: move its fields out");
            return new Separator(place);
        }
        Text label = properties.label();
        boolean later = "true".equals(properties.get("later"));
        List<Component> components = components(piece, prefix, depth + 1);
        if (later && components.stream().anyMatch(ComponentReader::mustBeAnswered)) {
            piece.flaw(
                    "laterのgroupに必須の項目は置けません。畳まれて見落とされます。",
                    "a group marked later has no required field: folded away, it would be missed");
        }
        return new Group(label, later, components, place);
    }

    private static boolean mustBeAnswered(Component component) {
        return component instanceof Field field && field.head().required()
                || component instanceof Group group
                        && group.components().stream().anyMatch(ComponentReader::mustBeAnswered)
                || component instanceof DynamicList list
                        && list.components().stream().anyMatch(ComponentReader::mustBeAnswered);
    }

    private Component list(Piece piece, Properties properties, Place place, String prefix, int depth) {
        String key = key(piece, "path", prefix);
        if (!prefix.isEmpty()) {
            piece.flaw("dynamiclistの中にdynamiclistは置けません。", "a dynamiclist cannot stand in another");
            return new Separator(place);
        }
        Text label = properties.label();
        Meaning meaning = properties.meaning(uses, true);
        if (meaning.routing() != null || meaning.fact() != null) {
            piece.flaw("dynamiclistにroutingやfactは付けられません。", "a dynamiclist can have neither routing nor fact");
        }
        int rows = properties.whole("maxRows", DynamicList.USUAL_ROWS);
        int first = piece.whole("defaultRepetitions", 1);
        if (rows < 1 || rows > 200 || first < 0 || first > rows) {
            piece.flaw(
                    "maxRowsは1から200まで、defaultRepetitionsはその範囲内としてください。",
                    "maxRows must be 1 to 200, defaultRepetitions 0 to maxRows");
        }
        Map<String, Field> outside = new HashMap<>(above);
        List<Component> components = components(piece, key + ".", depth + 1);
        above.clear();
        above.putAll(outside);
        if (components.stream().noneMatch(Field.class::isInstance)) {
            piece.flaw("dynamiclistに項目を入れてください。", "put fields into the dynamiclist");
        }
        return new DynamicList(key, label, components, first, rows, meaning, place);
    }

    private String key(Piece piece, String name, String prefix) {
        String key = piece.text(name);
        if (key == null || !key.matches("[a-z][A-Za-z0-9]{0,63}")) {
            piece.flaw(
                    name + "は英小文字で始まる英数字(64字まで)としてください。", name + " must be camelCase letters and digits, at most 64");
            return "";
        }
        if (!keys.add(prefix + key)) {
            piece.flaw("「" + key + "」が重複しています。別の名前にしてください。", "\"" + key + "\" is used twice: choose another name");
        }
        return key;
    }

    private Place place(Piece piece) {
        Piece layout = piece.child("layout");
        layout.only(Set.of("row", "columns"));
        int columns = layout.whole("columns", 0);
        if (layout.has("columns") && (columns < 1 || columns > Place.COLUMNS)) {
            layout.flaw("columnsは1から16までとしてください。", "columns must be 1 to 16");
        }
        return new Place(
                layout.text("row"),
                columns < 1 || columns > Place.COLUMNS ? null : columns,
                new ConditionReader(above).read(piece));
    }
}
