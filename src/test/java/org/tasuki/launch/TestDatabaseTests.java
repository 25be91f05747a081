package org.tasuki.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import org.junit.jupiter.api.Test;

class TestDatabaseTests {

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void theOwnerMakesTablesAndTheApplicationOnlySeesWhatItIsGranted() {
        database.asOwner().sql("create table child (name text)").update();
        assertThatThrownBy(() -> database.asApp().sql("table child").query().listOfRows())
                .hasStackTraceContaining("permission denied");
        database.asOwner().sql("grant select on child to tasuki_app").update();
        assertThat(database.asApp().sql("table child").query().listOfRows()).isEmpty();
    }

    @Test
    void neitherAccountCanStepAroundRowLevelSecurity() {
        assertThat(database.asApp()
                        .sql("select rolname from pg_roles where rolname like 'tasuki%' and (rolsuper or rolbypassrls)")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void aSecondDatabaseIsEmpty() {
        database.asOwner().sql("create table mine ()").update();
        assertThat(TestDatabase.fresh()
                        .asOwner()
                        .sql("select to_regclass('mine') is null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void trigramsKnowKana() {
        database.asOwner().sql("create extension pg_trgm").update();
        assertThat(database.asOwner()
                        .sql("select similarity('やまだはなこ', 'やまだはなえ') > 0.3")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "postgres", "postgres"))
                .hasMessageContaining("password authentication failed");
    }
}
