package org.tasuki.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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

    private final Configuration configuration = new Configuration();
    private final SqlSource ours = source(new TextsReadOnce());
    private final SqlSource theirs = source(new XMLLanguageDriver());

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

    private SqlSource source(XMLLanguageDriver driver) {
        return driver.createSqlSource(configuration, new XPathParser(SCRIPT).evalNode("/select"), Map.class);
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
