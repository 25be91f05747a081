package org.tasuki.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.tasuki.TasukiTest;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Accounts;

/** A small demo office on the real engine and database. */
@TasukiTest(properties = {"demo.cases=30", "tasuki.database=test"})
@ActiveProfiles("demo")
class DemoOfficeTests {

    private final TestDatabase database;
    private final DemoProgress progress;
    private final Accounts accounts;

    @Autowired
    DemoOfficeTests(TestDatabase database, DemoProgress progress, Accounts accounts) {
        this.database = database;
        this.progress = progress;
        this.accounts = accounts;
    }

    @Test
    void theYearIsTold() {
        assertThat(progress.failed()).isZero();
        assertThat(progress.done()).isEqualTo(30);
        assertThat(sql().sql("select count(*) from case_file").query(Long.class).single())
                .isEqualTo(30);
    }

    @Test
    void whoeverIsNamedAfterARoleMaySignIn() {
        for (String account : List.of(
                "reception officer officer2 psychologist supervisor director police support municipal trainer analyst admin auditor medical lawyer protection"
                        .split(" "))) {
            assertThat(accounts.find(account)).as(account).isPresent();
        }
    }

    @Test
    void everyOpenTaskHasADeskADeadlineAndATimer() {
        assertThat(count("select count(*) from inbox_item")).isPositive();
        assertThat(count("select count(*) from engine.act_ru_task"))
                .isEqualTo(count("select count(*) from inbox_item"));
        assertThat(
                        count(
                                """
                        select count(*) from inbox_item i where not exists (
                            select from deadline d where d.wait_id = i.wait_id and d.ended_at is null)
                        """))
                .isZero();
    }

    @Test
    void toldCasesLiveInThePresent() {
        assertThat(count("select count(*) from case_clock")).isZero();
        assertThat(count("select count(*) from inbox_item where born_at > now()"))
                .isZero();
    }

    private long count(String sql) {
        return sql().sql(sql).query(Long.class).single();
    }

    private JdbcClient sql() {
        return database.asSuperuser();
    }
}
