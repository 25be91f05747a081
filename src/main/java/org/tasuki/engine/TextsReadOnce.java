package org.tasuki.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.builder.SqlSourceBuilder;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.parsing.XNode;
import org.apache.ibatis.scripting.xmltags.DynamicContext;
import org.apache.ibatis.scripting.xmltags.DynamicSqlSource;
import org.apache.ibatis.scripting.xmltags.SqlNode;
import org.apache.ibatis.scripting.xmltags.XMLLanguageDriver;
import org.apache.ibatis.scripting.xmltags.XMLScriptBuilder;
import org.apache.ibatis.session.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * The engine's statements whose text depends on what is asked. MyBatis searches each text for its parameters every time, which is a tenth
 * of what a step costs in Java; here a text that was met before is known.
 */
final class TextsReadOnce extends XMLLanguageDriver {

    /** Of one statement; and longer ones, which write hundreds of rows at once, hardly come twice. */
    private static final int MOST_TEXTS = 100;

    private static final int LONGEST = 20_000;

    @Override
    public SqlSource createSqlSource(Configuration configuration, XNode script, @Nullable Class<?> parameterType) {
        Script builder = new Script(configuration, script, parameterType);
        SqlSource source = builder.parseScriptNode();
        return source instanceof DynamicSqlSource
                ? RowTexts.where(configuration, script, new Texts(configuration, builder.root(script)))
                : source;
    }

    private static final class Script extends XMLScriptBuilder {

        private Script(Configuration configuration, XNode script, @Nullable Class<?> parameterType) {
            super(configuration, script, parameterType);
        }

        private SqlNode root(XNode script) {
            return parseDynamicTags(script);
        }
    }

    /** @param types of all that the text's parameters are read from: the same text may ask by names or by numbers */
    private record Text(String sql, Class<?> parameter, List<Class<?>> types) {}

    private static final class Texts implements SqlSource {

        private final Configuration configuration;
        private final SqlNode root;
        private final Map<Text, SqlSource> known = new ConcurrentHashMap<>();

        private Texts(Configuration configuration, SqlNode root) {
            this.configuration = configuration;
            this.root = root;
        }

        @Override
        public BoundSql getBoundSql(@Nullable Object parameter) {
            DynamicContext context = new DynamicContext(configuration, parameter);
            root.apply(context);
            BoundSql bound = source(context, typeOf(parameter)).getBoundSql(parameter);
            context.getBindings().forEach(bound::setAdditionalParameter);
            return bound;
        }

        private SqlSource source(DynamicContext context, Class<?> parameter) {
            String sql = context.getSql();
            if (sql.length() > LONGEST) {
                return read(sql, parameter, context);
            }
            List<Class<?>> types = context.getBindings().values().stream()
                    .<Class<?>>map(Texts::typeOf)
                    .toList();
            Text text = new Text(sql, parameter, types);
            SqlSource source = known.get(text);
            if (source == null) {
                source = read(sql, parameter, context);
                if (known.size() < MOST_TEXTS) {
                    known.put(text, source);
                }
            }
            return source;
        }

        private SqlSource read(String sql, Class<?> parameter, DynamicContext context) {
            return new SqlSourceBuilder(configuration).parse(sql, parameter, context.getBindings());
        }

        private static Class<?> typeOf(@Nullable Object value) {
            return value == null ? Object.class : value.getClass();
        }
    }
}
