package org.tasuki.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.parsing.XNode;
import org.apache.ibatis.session.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * A statement that says the same of each row of one list, as the engine's inserts do: its text stands on their number alone, and is
 * not put together again. MyBatis makes and runs a regular expression for every parameter of every row.
 */
final class RowTexts implements SqlSource {

    /** A step writes two or three at once; what writes many takes its time for other things. */
    private static final int MOST_ROWS = 8;

    private static final String ROWS = "list";

    private final Configuration configuration;
    private final SqlSource texts;
    private final String row;
    private final Map<Shape, Text> known = new ConcurrentHashMap<>();

    private RowTexts(Configuration configuration, SqlSource texts, String row) {
        this.configuration = configuration;
        this.texts = texts;
        this.row = row;
    }

    private record Shape(int rows, Class<?> type) {}

    private record Text(String sql, List<ParameterMapping> parameters) {

        static Text of(BoundSql bound) {
            return new Text(bound.getSql(), bound.getParameterMappings());
        }
    }

    /** Where nothing but the list decides what the statement says. */
    static SqlSource where(Configuration configuration, XNode script, SqlSource texts) {
        List<XNode> parts = script.getChildren();
        if (parts.size() != 1) {
            return texts;
        }
        XNode each = parts.get(0);
        boolean alike = "foreach".equals(each.getName())
                && ROWS.equals(each.getStringAttribute("collection"))
                && each.getChildren().isEmpty()
                && !(script.getStringBody("") + each.getStringBody("")).contains("${");
        return alike ? new RowTexts(configuration, texts, each.getStringAttribute("item")) : texts;
    }

    @Override
    public BoundSql getBoundSql(@Nullable Object parameter) {
        List<?> rows =
                parameter instanceof Map<?, ?> named && named.get(ROWS) instanceof List<?> list ? list : List.of();
        if (rows.isEmpty() || rows.size() > MOST_ROWS) {
            return texts.getBoundSql(parameter);
        }
        Shape shape = new Shape(rows.size(), Objects.requireNonNull(rows.get(0)).getClass());
        Text text = known.computeIfAbsent(shape, first -> Text.of(texts.getBoundSql(parameter)));
        BoundSql bound = new BoundSql(configuration, text.sql(), text.parameters(), parameter);
        for (int each = 0; each < rows.size(); each++) {
            bound.setAdditionalParameter("__frch_" + row + "_" + each, rows.get(each));
        }
        return bound;
    }
}
