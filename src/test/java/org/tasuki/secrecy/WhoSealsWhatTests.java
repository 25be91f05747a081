package org.tasuki.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tasuki.secrecy.TwoCenters.AUDITOR;
import static org.tasuki.secrecy.TwoCenters.OFFICER_A;
import static org.tasuki.secrecy.TwoCenters.OFFICER_B;
import static org.tasuki.secrecy.TwoCenters.POLICE;
import static org.tasuki.secrecy.TwoCenters.SYSTEM_A;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Actor;

/** The chain of the trail: read by the center that it is of, appended to by the system alone. */
@SecrecyTest
class WhoSealsWhatTests {

    private static final String LINK =
            "insert into audit_link (center, seq, entry, hash) select '%1$s', 2, min(id), repeat('0', 64) from audit_entry";
    private static final String HEAD =
            "insert into audit_head (center, seq, hash, at, key, signature) values ('%s', 9, '', now(), '', '')";

    @Autowired
    private AsActor as;

    @Autowired
    private TestDatabase database;

    @BeforeEach
    void chains() {
        JdbcClient superuser = database.asSuperuser();
        superuser.sql("delete from audit_link; delete from audit_head").update();
        superuser
                .sql(
                        """
                        insert into audit_entry (at, actor, act) values (now(), 'nobody', 'sign-in-failed');
                        insert into audit_link select coalesce(center, ''), 1, max(id), repeat('0', 64) from audit_entry group by center;
                        insert into audit_head select center, seq, hash, now(), '', '' from audit_link
                        """)
                .update();
    }

    @Test
    void aChainIsReadWhereTheTrailIs() {
        for (String table : List.of("audit_link", "audit_head")) {
            String all = "select center from " + table;
            assertThat(as.read(OFFICER_A, all)).containsExactly("aa");
            assertThat(as.read(AUDITOR, all)).containsExactly("aa");
            assertThat(as.read(OFFICER_B, all)).containsExactly("bb");
            assertThat(as.read(SYSTEM_A, all)).containsExactly("aa");
            assertThat(as.read(Actor.SYSTEM, all)).containsExactly("");
            for (Actor without : List.of(Actor.NOBODY, POLICE, TwoCenters.ADMIN, TwoCenters.TRAINER)) {
                assertThat(as.read(without, all)).isEmpty();
            }
        }
    }

    @Test
    void whatBelongsToNoCenterIsTheSystemsAlone() {
        assertThat(as.read(Actor.SYSTEM, "select coalesce(center, '-') from audit_entry"))
                .containsExactly("-");
        assertThat(as.read(Actor.NOBODY, "select act from audit_entry")).isEmpty();
        assertThat(as.read(AUDITOR, "select coalesce(center, '-') from audit_entry"))
                .containsExactly("aa");
    }

    @Test
    void theSystemSealsAndSignsTheCenterThatItActsFor() {
        database.asSuperuser().sql("delete from audit_link").update();
        assertThat(as.change(SYSTEM_A, LINK.formatted("aa"))).isEqualTo(1);
        assertThat(as.change(Actor.SYSTEM, LINK.formatted(""))).isEqualTo(1);
        assertThat(as.change(SYSTEM_A, HEAD.formatted("aa"))).isEqualTo(1);
    }

    static Stream<Actor> others() {
        return Stream.of(OFFICER_A, OFFICER_B, AUDITOR, POLICE, TwoCenters.ADMIN, Actor.NOBODY);
    }

    @ParameterizedTest
    @MethodSource("others")
    void nobodyElseSealsOrSigns(Actor actor) {
        for (String center : List.of("aa", "bb", "")) {
            refused(actor, LINK.formatted(center).replace("min(id)", "coalesce(min(id), 1)"));
            refused(actor, HEAD.formatted(center));
        }
    }

    @Test
    void theSystemOfOneCenterSealsNothingOfAnothers() {
        refused(SYSTEM_A, LINK.formatted("bb"));
        refused(SYSTEM_A, HEAD.formatted("bb"));
        refused(SYSTEM_A, LINK.formatted(""));
        long foreign = database.asSuperuser()
                .sql("select min(id) from audit_entry where center = 'bb'")
                .query(Long.class)
                .single();
        refused(SYSTEM_A, "insert into audit_link values ('aa', 2, %d, repeat('0', 64))".formatted(foreign));
    }

    private void refused(Actor actor, String sql) {
        assertThatThrownBy(() -> as.change(actor, sql)).isInstanceOf(DataAccessException.class);
    }
}
