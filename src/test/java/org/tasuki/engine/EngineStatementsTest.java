package org.tasuki.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.scripting.xmltags.DynamicSqlSource;
import org.apache.ibatis.session.Configuration;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Statements that are read on demand are the engine's own, word for word. */
class EngineStatementsTest {

    @Test
    void aStatementReadsItsOwnFileAndNoOther() {
        EngineStatements statements = onDemand();
        int before = statements.unread();

        assertThat(statements.getMappedStatement("selectTimerJobsToExecute").getResource())
                .isEqualTo("org/flowable/job/service/db/mapping/entity/TimerJob.xml");
        assertThat(statements.unread()).isEqualTo(before - 1);
        statements.getMappedStatement("selectExpiredTimerJobs");
        assertThat(statements.unread()).as("read once").isEqualTo(before - 1);
    }

    @Test
    void allReadTheyAreWhatTheEngineReadsAtOnce() {
        Map<String, String> wanted = words(atOnce());
        assertThat(wanted).hasSizeGreaterThan(300);
        assertThat(words(onDemand())).isEqualTo(wanted);
    }

    @Test
    void eachAloneIsWhatTheEngineReadsAtOnce() {
        Configuration whole = atOnce();
        List<String> ids =
                words(whole).keySet().stream().sorted(Comparator.reverseOrder()).toList();
        EngineStatements statements = onDemand();
        assertThat(ids).allSatisfy(id -> assertThat(word(statements.getMappedStatement(id)))
                .isEqualTo(word(whole.getMappedStatement(id))));
    }

    @Test
    void noTextIsSearchedForItsParametersTwice() {
        assertThat(all(onDemand()).map(MappedStatement::getSqlSource)).noneMatch(DynamicSqlSource.class::isInstance);
    }

    @Test
    void anInsertOfRowsIsPutTogetherOnce() {
        assertThat(onDemand().getMappedStatement("bulkInsertExecution").getSqlSource())
                .isInstanceOf(RowTexts.class);
    }

    private static Map<String, String> words(Configuration statements) {
        Map<String, String> words = new TreeMap<>();
        all(statements).forEach(each -> words.put(each.getId(), word(each)));
        return words;
    }

    private static Stream<MappedStatement> all(Configuration statements) {
        List<Object> named = List.copyOf(statements.getMappedStatements());
        return named.stream()
                .filter(MappedStatement.class::isInstance) // a short name that two of them bear is no statement
                .map(MappedStatement.class::cast);
    }

    private static String word(MappedStatement statement) {
        return statement.getResource() + " " + statement.getSqlCommandType() + " "
                + statement.getResultMaps().stream().map(map -> map.getId()).toList();
    }

    private static EngineStatements onDemand() {
        SpringProcessEngineConfiguration engine = engine();
        StatementFiles.onDemand(engine);
        return (EngineStatements) engine.getSqlSessionFactory().getConfiguration();
    }

    private static Configuration atOnce() {
        SpringProcessEngineConfiguration engine = engine();
        engine.setDatabaseType("postgres");
        engine.initTransactionFactory();
        engine.initSqlSessionFactory();
        return engine.getSqlSessionFactory().getConfiguration();
    }

    /** Nobody connects to it: statements are only read here. */
    private static SpringProcessEngineConfiguration engine() {
        var engine = new SpringProcessEngineConfiguration();
        engine.setDataSource(new PGSimpleDataSource());
        return engine;
    }
}
