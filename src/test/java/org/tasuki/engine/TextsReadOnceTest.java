package org.tasuki.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.parsing.XPathParser;
import org.apache.ibatis.scripting.xmltags.XMLLanguageDriver;
import org.apache.ibatis.session.Configuration;
import org.junit.jupiter.api.Test;

/** What is asked is the same as MyBatis itself would ask, however often and with whatever. */
class TextsReadOnceTest {

    private static final String SCRIPT =
            """
            <select>select * from t where a in <foreach item="one" collection="all" open="(" separator="," close=")">#{one}</foreach>
            <if test="name != null">and name = #{name}</if></select>
            """;

    private static final String ROWS =
            """
            <select>insert into t values
            <foreach item="one" collection="list" index="index" separator=",">(#{one.name, jdbcType=NVARCHAR}, 1, #{one.size})</foreach></select>
            """;

    private final Configuration configuration = new Configuration();
    private final SqlSource ours = source(new TextsReadOnce(), SCRIPT);
    private final SqlSource theirs = source(new XMLLanguageDriver(), SCRIPT);
    private final SqlSource ourRows = source(new TextsReadOnce(), ROWS);
    private final SqlSource theirRows = source(new XMLLanguageDriver(), ROWS);

    public record Small(String name, int size) {}

    public record Large(String name, long size) {}

    @Test
    void asMyBatisAsks() {
        List<Map<String, Object>> questions = List.of(
                Map.of("all", List.of("a", "b")),
                Map.of("all", List.of("c", "d")),
                Map.of("all", List.of(1L, 2L)),
                Map.of("all", List.of("a", 2L)),
                Map.of("all", List.of("a"), "name", "n"),
                Map.of("all", List.of("a", "b"), "name", 7),
                Map.of("all", List.of("a", "b")));
        questions.forEach(
                question -> assertThat(told(ours.getBoundSql(question))).isEqualTo(told(theirs.getBoundSql(question))));
    }

    @Test
    void andNotTheValuesOfTheQuestionBefore() {
        ours.getBoundSql(Map.of("all", List.of("a", "b")));
        BoundSql next = ours.getBoundSql(Map.of("all", List.of("c", "d")));
        assertThat(next.getParameterMappings())
                .extracting(mapping -> next.getAdditionalParameter(mapping.getProperty()))
                .containsExactly("c", "d");
    }

    @Test
    void rowsAsMyBatisWritesThem() {
        assertThat(ourRows).isInstanceOf(RowTexts.class);
        List<List<?>> written = List.of(
                List.of(new Small("a", 1), new Small("b", 2)),
                List.of(new Small("c", 3), new Small("d", 4)),
                List.of(new Large("e", 5L), new Large("f", 6L)),
                List.of(new Small("g", 7)),
                IntStream.range(0, 40)
                        .mapToObj(each -> new Small("n" + each, each))
                        .toList());
        written.forEach(rows -> assertThat(said(ourRows, rows)).isEqualTo(said(theirRows, rows)));
    }

    private List<Object> said(SqlSource source, List<?> rows) {
        BoundSql bound = source.getBoundSql(Map.of("list", rows));
        return List.of(
                told(bound),
                bound.getParameterMappings().stream()
                        .map(mapping -> bound.getAdditionalParameter(mapping.getProperty()))
                        .toList());
    }

    private SqlSource source(XMLLanguageDriver driver, String script) {
        return driver.createSqlSource(configuration, new XPathParser(script).evalNode("/select"), Map.class);
    }

    private static List<Object> told(BoundSql bound) {
        return List.of(
                bound.getSql(),
                bound.getParameterMappings().stream()
                        .map(mapping -> List.of(mapping.getProperty(), mapping.getJavaType(), handler(mapping)))
                        .toList());
    }

    private static Object handler(ParameterMapping mapping) {
        return mapping.getTypeHandler().getClass();
    }
}
