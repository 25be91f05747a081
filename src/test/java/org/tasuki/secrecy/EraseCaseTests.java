package org.tasuki.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;

/** The one door through which records go for good: raw SQL finds it shut as long as two people have not decided. */
@SecrecyTest
class EraseCaseTests {

    private static final String NUMBER = "AA-2026-00077";
    private static final Actor DIRECTOR = Actor.person("director.a", Set.of(Role.DIRECTOR), "aa", null);
    private static final Actor DEPUTY = Actor.person("deputy.a", Set.of(Role.DIRECTOR), "aa", null);
    private static final Actor SUPERVISOR = Actor.person("supervisor.a", Set.of(Role.SUPERVISOR), "aa", null);
    private static final Actor DIRECTOR_B = Actor.person("director.b", Set.of(Role.DIRECTOR), "bb", null);

    @Autowired
    private AsActor as;

    @Autowired
    private TwoCenters centers;

    @Autowired
    private TestDatabase database;

    private JdbcClient superuser;

    @BeforeEach
    void aCaseWhoseTimeIsOver() {
        superuser = database.asSuperuser();
        run(
                """
                insert into account (id, name_ja, name_en, password, center, created_at)
                select id, id, id, '-', center, now() from (values ('director.a', 'aa'), ('deputy.a', 'aa'),
                    ('supervisor.a', 'aa'), ('director.b', 'bb')) as of_center (id, center) on conflict do nothing;
                insert into account_role values ('director.a', 'director'), ('deputy.a', 'director'),
                    ('supervisor.a', 'supervisor'), ('director.b', 'director') on conflict do nothing
                """);
        centers.everythingAbout(NUMBER, "aa", "officer.a");
        run(
                """
                insert into hand_over (id, case_number, center, kind, agency, state, prepared_at)
                values ('to be erased', '%1$s', 'aa', 'police', 'station', 'declined', now());
                update form_answer set hand_over = 'to be erased' where case_number = '%1$s'
                """);
        run(
                "delete from retention_answer where case_number = '%1$s'; delete from retention_proposal where case_number = '%1$s'");
        run("update disclosure_request set state = 'dropped' where case_number = '%1$s'");
        run("update child set birth_date = '1980-05-05' where case_number = '%1$s'");
        run("update case_file set status = 'closed', closed_at = '1999-05-05' where number = '%1$s'");
    }

    @AfterEach
    void nothingIsLeftForTheOtherTests() {
        String all = caseTables().stream()
                .map(table -> "delete from " + table + " where case_number = '%1$s';")
                .collect(Collectors.joining());
        run("set session_replication_role = replica; " + all
                + "delete from audit_entry where case_number = '%1$s'; delete from case_file where number = '%1$s';"
                + "set session_replication_role = origin");
    }

    @Test
    void twoPeopleLetItGoAndNothingIsLeftInAnyTableThatThereIs() {
        decide(SUPERVISOR, DIRECTOR);
        // The decision itself is part of what goes; every table has a row to lose, also those of later versions.
        for (String table : caseTables()) {
            assertThat(count(table, NUMBER))
                    .as("%s: give it a row in TwoCenters", table)
                    .isPositive();
        }
        List<Long> others = caseTables().stream().map(this::othersIn).toList();
        erase(DIRECTOR);
        for (String table : caseTables()) {
            assertThat(count(table, NUMBER))
                    .as("%s: erase_case reaches it by a policy \"erasing\" to the owner, as in V32", table)
                    .isZero();
        }
        assertThat(caseTables().stream().map(this::othersIn).toList()).isEqualTo(others);
        assertThat(superuser
                        .sql(
                                "select concat_ws(' ', status, outcome, erased_by, erasure_proposed_by, erasure_approved_by)"
                                        + " from case_file where number = ?")
                        .param(NUMBER)
                        .query(String.class)
                        .single())
                .isEqualTo("erased erased director.a supervisor.a director.a");
        assertThat(count("audit_entry", NUMBER)).isPositive();
        assertThat(as.change(DIRECTOR, "update case_file set status = 'open' where number = '" + NUMBER + "'"))
                .isZero();
    }

    @Test
    void withoutADecisionNothingGoes() {
        refused(DIRECTOR, "two people have not decided so");
        proposes(SUPERVISOR);
        refused(DIRECTOR, "two people have not decided so");
    }

    @Test
    void aLaterProposalTakesTheEarlierDecisionBack() {
        decide(SUPERVISOR, DIRECTOR);
        proposes(SUPERVISOR);
        refused(DIRECTOR, "two people have not decided so");
    }

    @Test
    void nobodyApprovesTheirOwnProposalNorInAnothersName() {
        proposes(DIRECTOR);
        assertThatThrownBy(() -> approves(DIRECTOR, "director.a")).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> approves(DIRECTOR, "deputy.a")).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> approves(SUPERVISOR, "supervisor.a")).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> proposes(TwoCenters.OFFICER_A)).isInstanceOf(DataAccessException.class);
        approves(DEPUTY, "deputy.a");
        erase(DIRECTOR);
        assertThat(count("child", NUMBER)).isZero();
    }

    @Test
    void nobodyElseErases() {
        decide(SUPERVISOR, DIRECTOR);
        for (Actor other : List.of(
                SUPERVISOR,
                TwoCenters.OFFICER_A,
                TwoCenters.ADMIN,
                TwoCenters.AUDITOR,
                TwoCenters.POLICE,
                TwoCenters.SYSTEM_A,
                DIRECTOR_B,
                Actor.NOBODY,
                Actor.person("officer.a", Set.of(Role.DIRECTOR), "aa", null))) {
            refused(other, "no director of its center asks");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update case_file set status = 'open', closed_at = null where number = '%1$s'",
                "update case_file set closed_at = now() where number = '%1$s'",
                "update child set birth_date = now() - interval '20 years' where case_number = '%1$s'",
                "update child set birth_date = null where case_number = '%1$s'; update case_file set closed_at = '2010-01-01' where number = '%1$s'",
                "update case_file set status = 'joined', joined_into = 'AA-2026-00002' where number = '%1$s'",
                "update form_answer set form = 'measure-record', answers = '{\"carriedOut\": [\"pledge\", \"placement\"]}' where case_number = '%1$s'",
                "update form_answer set form = 'support-policy-meeting', answers = '{\"measure\": \"placement\"}' where case_number = '%1$s'"
            })
    void beforeItsTimeIsOverNothingGoes(String change) {
        decide(SUPERVISOR, DIRECTOR);
        run(change);
        refused(DIRECTOR, "its time is not over");
    }

    @ParameterizedTest
    @ValueSource(strings = {"state = 'open'", "state = 'proposed'", "state = 'decided', refused_why = '-'"})
    void whoeverAskedToSeeTheRecordsIsAnsweredFirst(String standing) {
        decide(SUPERVISOR, DIRECTOR);
        run("update disclosure_request set " + standing + " where case_number = '%1$s'");
        refused(DIRECTOR, "somebody has asked to see it");
    }

    @Test
    void theOwnersPolicyIsTheOwnersAlone() {
        assertThat(superuser
                        .sql("select distinct roles::text from pg_policies where policyname = 'erasing'")
                        .query(String.class)
                        .list())
                .doesNotContain("{public}", "{tasuki_app}");
        long seen = as.ask(TwoCenters.OFFICER_B, db -> {
            db.sql("select set_config('tasuki.erasing', 'AA-2026-00001', true)")
                    .query(String.class)
                    .single();
            return db.sql("select count(*) from child where case_number = 'AA-2026-00001'")
                    .query(Long.class)
                    .single();
        });
        assertThat(seen).isZero();
    }

    private void decide(Actor proposer, Actor approver) {
        proposes(proposer);
        approves(approver, approver.account());
    }

    private void proposes(Actor actor) {
        as.ask(actor, db -> db.sql(
                        """
                        insert into retention_proposal (case_number, center, choice, reason, rule, rule_version, kept_until, proposed_by,
                                                        proposed_at)
                        values (?, 'aa', 'erase', '-', 'child-record', '2020-04-01', '2006-03-31', ?, now())
                        """)
                .params(NUMBER, actor.account())
                .update());
    }

    private void approves(Actor actor, String inTheNameOf) {
        as.ask(actor, db -> db.sql(
                        """
                        insert into retention_answer (proposal, case_number, center, approved, answered_by, answered_at)
                        select max(id), case_number, center, true, ?, now() from retention_proposal where case_number = ?
                        group by case_number, center
                        """)
                .params(inTheNameOf, NUMBER)
                .update());
    }

    private void erase(Actor actor) {
        as.ask(actor, db -> db.sql("select erase_case(?)").param(NUMBER).query().listOfRows());
    }

    private void refused(Actor actor, String why) {
        assertThatThrownBy(() -> erase(actor)).as(actor.account()).rootCause().hasMessageContaining(why);
        assertThat(count("child", NUMBER)).isOne();
    }

    private long count(String table, String number) {
        return superuser
                .sql("select count(*) from " + table + " where case_number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    private long othersIn(String table) {
        return superuser
                .sql("select count(*) from " + table + " where case_number <> ?")
                .param(NUMBER)
                .query(Long.class)
                .single();
    }

    /** Whatever names a case, but the trail. */
    private List<String> caseTables() {
        return superuser
                .sql(
                        """
                        select c.table_name from information_schema.columns c
                        join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                        where c.table_schema = 'public' and c.column_name = 'case_number' and t.table_type = 'BASE TABLE'
                          and c.table_name not in ('audit_entry', 'demo_story') order by c.table_name
                        """)
                .query(String.class)
                .list();
    }

    private void run(String sql) {
        superuser.sql(sql.replace("%1$s", NUMBER)).update();
    }
}
