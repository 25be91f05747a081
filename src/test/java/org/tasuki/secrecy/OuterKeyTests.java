package org.tasuki.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tasuki.TasukiTest;
import org.tasuki.launch.TestDatabase;
import org.tasuki.terms.CaseNumber;

/** The one key outside the database is replaced while people work: nothing is lost, and the old one opens nothing any more. */
@TasukiTest(properties = "spring.application.name=outer-key")
class OuterKeyTests {

    private static final SecretPlace PLACE = new SecretPlace("nowhere", new CaseNumber("ST-2026-00001"), "1");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MasterKey old;

    @Autowired
    private TestDatabase database;

    @Test
    void inTheMiddleOfWorkNothingIsLost() {
        Secrets working = process(old);
        byte[] first = working.seal("before", PLACE);
        working.rotate();
        byte[] second = working.seal("under a second version", PLACE);
        MasterKey next = key();
        replace(old, next);
        byte[] third = working.seal("meanwhile", PLACE);
        assertThat(working.open(first, PLACE)).contains("before");
        Secrets started = process(next);
        assertThat(started.open(first, PLACE)).contains("before");
        assertThat(started.open(second, PLACE)).contains("under a second version");
        assertThat(started.open(third, PLACE)).contains("meanwhile");
        assertThat(working.open(started.seal("by a server that was started anew", PLACE), PLACE))
                .contains("by a server that was started anew");
        replace(next, old);
    }

    @Test
    void theOldKeyOpensNoneOfTheVersions() {
        process(old).rotate();
        MasterKey next = key();
        replace(old, next);
        assertThatThrownBy(() -> process(old)).isInstanceOf(WrongKey.class);
        assertThat(database.asSuperuser()
                        .sql("select sealed, version from secret_keys")
                        .query((row, index) -> opens(row.getInt("version"), row.getBytes("sealed")))
                        .list())
                .hasSizeGreaterThan(1)
                .containsOnly(false);
        replace(next, old);
    }

    /** A server that still has the old key cannot read what a newer data key sealed: it says so, and goes on with the rest. */
    @Test
    void aServerWithTheOldKeyGoesOnAndAddsNoVersionOfItsOwn() {
        Secrets working = process(old);
        byte[] before = working.seal("before", PLACE);
        MasterKey next = key();
        replace(old, next);
        Secrets started = process(next);
        started.rotate();
        byte[] newer = started.seal("newer", PLACE);
        assertThat(working.open(newer, PLACE)).isEmpty();
        assertThat(working.open(before, PLACE)).contains("before");
        int versions = versions();
        assertThatThrownBy(working::rotate).isInstanceOf(WrongKey.class);
        assertThat(versions()).isEqualTo(versions);
        assertThat(process(next).open(newer, PLACE)).contains("newer");
        replace(next, old);
    }

    @Test
    void allVersionsOrNone() {
        Secrets working = process(old);
        working.rotate();
        byte[] sealed = working.seal("whole", PLACE);
        database.asSuperuser()
                .sql(
                        """
                        create or replace function interrupted() returns trigger language plpgsql as
                        $$ begin raise exception 'interrupted'; end $$;
                        create trigger interrupted before update on secret_keys for each row
                        when (old.version > 1) execute function interrupted()
                        """)
                .update();
        assertThatThrownBy(() -> replace(old, key())).isInstanceOf(DataAccessException.class);
        database.asSuperuser().sql("drop trigger interrupted on secret_keys").update();
        assertThat(process(old).open(sealed, PLACE)).contains("whole");
    }

    /** Whoever takes over the application destroys no key. */
    @Test
    void theApplicationsOwnRoleReplacesNothing() {
        assertThatThrownBy(() -> process(old).replaceOuterKey(key(), database.app()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void whoeverHasTheWrongKeyReplacesNothing() {
        byte[] sealed = process(old).seal("mine", PLACE);
        MasterKey next = key();
        Secrets outOfDate = process(old);
        replace(old, next);
        assertThatThrownBy(() -> outOfDate.replaceOuterKey(key(), database.owner()))
                .isInstanceOf(WrongKey.class);
        replace(next, old);
        assertThat(process(old).open(sealed, PLACE)).contains("mine");
    }

    private Secrets process(MasterKey key) {
        return new Secrets(new KeyRing(jdbc, key));
    }

    private void replace(MasterKey before, MasterKey after) {
        process(before).replaceOuterKey(after, database.owner());
    }

    private boolean opens(int version, byte[] sealed) {
        try {
            Keys.open(version, sealed, old);
            return true;
        } catch (WrongKey closed) {
            return false;
        }
    }

    private int versions() {
        return jdbc.sql("select count(*) from secret_keys").query(Integer.class).single();
    }

    private static MasterKey key() {
        return MasterKey.of(MasterKey.generate()).orElseThrow();
    }
}
