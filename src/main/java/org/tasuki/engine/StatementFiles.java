package org.tasuki.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.ibatis.builder.xml.XMLConfigBuilder;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.flowable.spring.SpringProcessEngineConfiguration;

/** The engine's own list of its statement files, set up as the engine does it, but for reading them all at once. */
final class StatementFiles {

    private static final String DATABASE = "postgres";
    private static final String LIST = "org/flowable/db/mapping/mappings.xml";
    private static final String WORDS = "org/flowable/common/db/properties/" + DATABASE + ".properties";

    /** All but the one of which others include pieces: that one is read at once. */
    private static final Pattern FILE = Pattern.compile("<mapper resource=\"([^\"]+)(?<!/common.xml)\"\\s*/>");

    /** What the statements leave open; our tables have no prefix, and our searches no escape of their own. */
    private static final List<String> EMPTY = List.of(
            "prefix",
            "wildcardEscapeClause",
            "limitBefore",
            "limitAfter",
            "limitBetween",
            "limitBeforeNativeQuery",
            "limitAfterNativeQuery");

    private StatementFiles() {}

    /** Call it when the engine knows its data source, and before it is built. */
    static void onDemand(SpringProcessEngineConfiguration engine) {
        engine.setDatabaseType(DATABASE);
        engine.initTransactionFactory();
        engine.setSqlSessionFactory(factory(engine));
    }

    private static SqlSessionFactory factory(SpringProcessEngineConfiguration engine) {
        String list = text(LIST);
        XMLConfigBuilder builder = new XMLConfigBuilder(
                EngineStatements.class, new StringReader(FILE.matcher(list).replaceAll("")), "", words());
        EngineStatements statements = (EngineStatements) builder.getConfiguration();
        statements.setDatabaseId(DATABASE);
        statements.setEnvironment(new Environment("default", engine.getTransactionFactory(), engine.getDataSource()));
        builder.parse();
        // What a variable is, the engine knows when it is built: before it asks for its first statement.
        statements.readOnDemand(files(list), () -> engine.initMybatisTypeHandlers(statements));
        return new DefaultSqlSessionFactory(statements);
    }

    private static List<String> files(String list) {
        return FILE.matcher(list)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static Properties words() {
        Properties words = new Properties();
        EMPTY.forEach(word -> words.put(word, ""));
        words.put("blobType", "BLOB");
        words.put("boolValue", "TRUE");
        try (InputStream in = open(WORDS)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static String text(String file) {
        try (InputStream in = open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(StatementFiles.class.getClassLoader().getResourceAsStream(file), file);
    }
}
