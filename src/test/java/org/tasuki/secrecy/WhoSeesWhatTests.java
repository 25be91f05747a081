package org.tasuki.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tasuki.secrecy.TwoCenters.HANDED_OVER;
import static org.tasuki.secrecy.TwoCenters.OFFICER_A;
import static org.tasuki.secrecy.TwoCenters.OFFICER_B;
import static org.tasuki.secrecy.TwoCenters.OF_A;
import static org.tasuki.secrecy.TwoCenters.OF_B;
import static org.tasuki.secrecy.TwoCenters.POLICE;
import static org.tasuki.secrecy.TwoCenters.SHELTER;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;

/** Every table, asked without a condition by everybody there is. */
@SecrecyTest
class WhoSeesWhatTests {

    private static final List<String> NOTHING = List.of();

    /** Nobody changes them, or not the column with the number: see {@link TableTests}. */
    private static final Set<String> KEPT_AS_WRITTEN = Set.of(
            "audit_entry",
            "new_consultation",
            "draft",
            "notifier_shown",
            "case_document",
            "retention_proposal",
            "retention_answer",
            "case_need",
            "case_comment",
            "comment_mention",
            "case_team",
            "case_exclusion",
            "case_restriction",
            "case_reader",
            "emergency_access",
            "matter",
            "matter_move",
            "handing_note",
            "case_handing",
            "deadline_announcement",
            "deadline_change",
            "deadline_pause",
            "deadline_waiver",
            "notice",
            "notice_read",
            "kept_entry",
            "bulk_row",
            "step_undo",
            "send_back",
            "step_move",
            "retry_row",
            "practice_script");

    /** What an agency may see of a case that is in its hands. */
    private static final Set<String> HANDED =
            Set.of("case_file", "child", "hand_over", "case_clock", "form_answer", "inbox_item", "draft", "notice");

    @Autowired
    private AsActor as;

    @Autowired
    private TestDatabase database;

    private static final Set<String> OTHERS_PAGES = Set.of("draft", "new_consultation", "bulk_row");

    static Stream<Arguments> readers() {
        return Stream.of(
                reader("nobody", Actor.NOBODY, NOTHING, Set.of(), Set.of()),
                reader("officer of A", OFFICER_A, OF_A, Set.of("*"), Set.of()),
                reader("officer of B", OFFICER_B, List.of(OF_B), Set.of("*"), Set.of("hand_over")),
                reader("police with a case in hand", POLICE, List.of(HANDED_OVER), HANDED, Set.of()),
                reader("shelter with nothing in hand", SHELTER, NOTHING, Set.of(), Set.of()),
                reader("system of A", TwoCenters.SYSTEM_A, OF_A, Set.of("*"), Set.of("draft", "new_consultation")),
                reader("supervisor of A", TwoCenters.SUPERVISOR_A, OF_A, Set.of("*"), OTHERS_PAGES),
                reader(
                        "officer who works on none",
                        TwoCenters.COLLEAGUE_A,
                        List.of(HANDED_OVER, TwoCenters.NEVER_SENT, TwoCenters.WRITTEN_ANEW),
                        Set.of("*"),
                        Set.of("draft", "new_consultation", "audit_entry", "bulk_row")),
                reader(
                        "psychologist on one team",
                        TwoCenters.PSYCHOLOGIST_A,
                        List.of(TwoCenters.WRITTEN_ANEW),
                        Set.of("*"),
                        OTHERS_PAGES),
                reader(
                        "supervisor from whom a case is kept",
                        TwoCenters.RELATIVE_A,
                        List.of(TwoCenters.NEVER_SENT, TwoCenters.DECLINED, TwoCenters.WRITTEN_ANEW),
                        Set.of("*"),
                        OTHERS_PAGES),
                reader(
                        "protection staff in an emergency",
                        TwoCenters.NIGHT_A,
                        List.of(TwoCenters.DECLINED),
                        Set.of("*"),
                        OTHERS_PAGES),
                reader("director on the list", TwoCenters.LISTED_A, OF_A, Set.of("*"), OTHERS_PAGES),
                reader("admin", TwoCenters.ADMIN, NOTHING, Set.of(), Set.of()),
                reader("auditor", TwoCenters.AUDITOR, OF_A, Set.of("audit_entry"), Set.of()),
                reader("trainer", TwoCenters.TRAINER, NOTHING, Set.of(), Set.of()),
                reader("analyst", TwoCenters.ANALYST, NOTHING, Set.of(), Set.of()));
    }

    private static Arguments reader(String name, Actor actor, List<String> cases, Set<String> tables, Set<String> not) {
        return Arguments.argumentSet(name, actor, cases, tables, not);
    }

    @ParameterizedTest
    @MethodSource("readers")
    void eachTableShowsExactlyTheReadersCases(Actor actor, List<String> cases, Set<String> tables, Set<String> not) {
        for (String table : caseTables()) {
            boolean shown = (tables.contains("*") || tables.contains(table)) && !not.contains(table);
            assertThat(as.read(actor, "select " + number(table) + " from " + table))
                    .as(table)
                    .isEqualTo(shown ? cases : NOTHING);
        }
    }

    /** For each pair of roles: who asks, and at whose desk the case waits. Nobody here is on its team. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void eachRoleReachesTheCaseThatWaitsAtItsDeskOrEveryCaseOfItsCenter(Role reader) {
        try {
            for (Role desk : Role.values()) {
                waitsAt(desk.key());
                assertThat(tablesShowing(somebody(reader, "bb")))
                        .as("%s asks, %s has it", reader, desk)
                        .isEqualTo(shown(reader, desk));
                assertThat(tablesShowing(somebody(reader, "aa")))
                        .as("%s of another center asks", reader)
                        .isEmpty();
            }
        } finally {
            waitsAt("officer");
        }
    }

    private static Actor somebody(Role role, String center) {
        return Actor.person("somebody", Set.of(role), center, null);
    }

    private void waitsAt(String desk) {
        database.asSuperuser()
                .sql("update inbox_item set desk = ? where case_number = ?")
                .params(desk, OF_B)
                .update();
    }

    private Set<String> shown(Role reader, Role desk) {
        String scope = as.read(somebody(reader, "bb"), "select acting_scope()").get(0);
        Set<String> all = new HashSet<>(caseTables());
        all.removeAll(OTHERS_PAGES);
        all.removeAll(Set.of("hand_over"));
        if (scope.equals("team")) {
            // Of the trail, what others did on a case is its team's to read.
            all.remove("audit_entry");
        }
        boolean reaches = scope.equals("center") || scope.equals("team") && reader == desk;
        return reaches ? all : reader == Role.AUDITOR ? Set.of("audit_entry") : Set.of();
    }

    private Set<String> tablesShowing(Actor actor) {
        String every = caseTables().stream()
                .map(table -> "select '%s' from %s where %s = '%s'".formatted(table, table, number(table), OF_B))
                .collect(Collectors.joining(" union all "));
        return Set.copyOf(as.read(actor, every));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void nobodyChangesWhatIsNotTheirCentersOrTheirAgencysTask(
            Actor actor, List<String> cases, Set<String> tables, Set<String> not) {
        boolean worksHere = tables.contains("*");
        for (String table : caseTables()) {
            if (KEPT_AS_WRITTEN.contains(table) || not.contains(table)) {
                continue;
            }
            int reached = as.change(actor, "update " + table + " set " + number(table) + " = " + number(table));
            int foreign = as.change(
                    actor,
                    "update %1$s set %2$s = %2$s where %2$s %3$s"
                            .formatted(table, number(table), in(worksHere ? cases : NOTHING)));
            assertThat(foreign).as("foreign rows of %s", table).isEqualTo(ownTask(actor, table));
            assertThat(reached > 0).as(table).isEqualTo(worksHere || ownTask(actor, table) > 0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "notifier_shown",
                "case_document",
                "retention_proposal",
                "retention_answer",
                "disclosure_request",
                "disclosure_part",
                "matter",
                "matter_move",
                "handing_note",
                "case_handing",
                "bulk_row",
                "retry_row",
                "consultation",
                "contact_log",
                "case_event",
                "case_ending",
                "case_need",
                "case_comment",
                "comment_mention",
                "case_team",
                "case_exclusion",
                "case_restriction",
                "case_reader",
                "emergency_access",
                "household_member",
                "deadline_announcement",
                "deadline_change",
                "deadline_pause",
                "deadline_waiver",
                "audit_entry"
            })
    void anAgencyReadsNothingOfTheCaseButWhatWasHandedOver(String table) {
        assertThat(as.read(POLICE, "select case_number from " + table)).isEmpty();
    }

    @Test
    void anAgencyReadsTheSheetThatWasWrittenForItAndNoOther() {
        assertThat(as.read(POLICE, "select task_id from form_answer")).containsExactly("sheet of " + HANDED_OVER);
        assertThat(as.read(POLICE, "select task_id from inbox_item")).containsExactly("answer of " + HANDED_OVER);
        assertThat(as.read(POLICE, "select task_id from notice")).containsExactly("answer of " + HANDED_OVER);
    }

    @Test
    void anAgencySeesWhatItWasHandedForAYearAfterTheCaseHasEndedAndThenNothing() {
        try {
            ended("interval '11 months'");
            for (String table : List.of("case_file", "child", "hand_over", "case_clock", "form_answer")) {
                assertThat(as.read(POLICE, "select " + number(table) + " from " + table))
                        .as(table)
                        .containsExactly(HANDED_OVER);
            }
            ended("interval '13 months'");
            for (String table : caseTables()) {
                // A closed case has no task left, nor anything to say of it; one that were open would still be the
                // agency's.
                List<String> left = Set.of("inbox_item", "notice").contains(table) ? List.of(HANDED_OVER) : NOTHING;
                assertThat(as.read(POLICE, "select " + number(table) + " from " + table))
                        .as(table)
                        .isEqualTo(left);
            }
            assertThat(as.read(OFFICER_A, "select case_number from hand_over")).contains(HANDED_OVER);
        } finally {
            ended("null::interval");
        }
        assertThat(as.read(POLICE, "select case_number from hand_over")).containsExactly(HANDED_OVER);
    }

    private void ended(String ago) {
        database.asSuperuser()
                .sql("update case_file set closed_at = now() - " + ago + " where number = '" + HANDED_OVER + "'")
                .update();
    }

    @Test
    void aDraftIsItsWritersAlone() {
        assertThat(as.read(POLICE, "select account from draft")).containsExactly("police.a");
        assertThat(as.read(OFFICER_A, "select account from draft")).containsExactly("officer.a");
        assertThat(as.change(OFFICER_A, "update draft set answers = '{}' where account <> 'officer.a'"))
                .isZero();
    }

    @Test
    void aDraftGoesWithItsTaskWhoeverEndsIt() {
        as.ask(TwoCenters.SYSTEM_A, db -> db.sql(
                        """
                                insert into inbox_item (task_id, case_number, center, desk, process, step, form, wait_id, born_at,
                                                        due_at)
                                select 'short', case_number, center, desk, process, step, form, wait_id, born_at, due_at
                                from inbox_item where task_id = 'task of AA-2026-00002'
                                """)
                .update());
        as.ask(OFFICER_A, db -> db.sql("insert into draft values ('short', 'officer.a', 'AA-2026-00002', '{}', now())")
                .update());
        assertThat(as.read(OFFICER_A, "select task_id from draft")).contains("short");
        as.ask(TwoCenters.SYSTEM_A, db -> db.sql("delete from inbox_item where task_id = 'short'")
                .update());
        assertThat(as.read(OFFICER_A, "select task_id from draft")).doesNotContain("short");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into case_file (number, center, status, opened_at) values ('AA-2026-00099', 'aa', 'open', now())",
                "insert into contact_log (case_number, center, at, kind, note, by_account)"
                        + " values ('AA-2026-00001', 'aa', now(), 'call', '-', 'officer.b')",
                "insert into contact_log (case_number, center, at, kind, note, by_account)"
                        + " values ('AA-2026-00001', 'bb', now(), 'call', '-', 'officer.b')",
                "insert into hand_over (id, case_number, center, kind, agency, state, prepared_at)"
                        + " values ('x', 'AA-2026-00002', 'bb', 'police', 'station', 'sent', now())",
                "update case_file set center = 'aa'",
                "insert into draft values ('task of AA-2026-00001', 'officer.b', 'AA-2026-00001', '{}', now())",
                "insert into draft values ('task of BB-2026-00001', 'officer.a', 'BB-2026-00001', '{}', now())",
                "insert into case_sequence values ('aa', 2027, 1)",
                "insert into audit_entry (at, actor, center, act) values (now(), 'officer.a', 'aa', 'case-viewed')"
            })
    void nobodyWritesIntoAnotherCentersCasesOrInAnothersName(String sql) {
        assertThatThrownBy(() -> as.change(OFFICER_B, sql)).isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into case_file (number, center, status, opened_at) values ('AA-2026-00099', 'aa', 'open', now())",
                "insert into hand_over (id, case_number, center, kind, agency, state, prepared_at)"
                        + " values ('x', 'AA-2026-00002', 'aa', 'police', 'station', 'sent', now())",
                "insert into inbox_item (task_id, case_number, center, desk, agency, process, step, form, wait_id, born_at, due_at)"
                        + " values ('x', 'AA-2026-00002', 'aa', 'agency:station', 'station', 'p', 's', 'f', 'w', now(), now())"
            })
    void anAgencyBringsNothingIntoItsOwnHands(String sql) {
        assertThatThrownBy(() -> as.change(POLICE, sql)).isInstanceOf(DataAccessException.class);
        assertThat(as.change(POLICE, "delete from inbox_item")).isZero();
    }

    private List<String> caseTables() {
        return database.asSuperuser()
                .sql(
                        """
                        select relname from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                        and (relname = 'case_file' or exists (select from pg_attribute a where a.attrelid = c.oid
                                                              and a.attname = 'case_number' and not a.attisdropped))
                        and relname not in ('demo_story') order by relname
                        """)
                .query(String.class)
                .list();
    }

    private static String number(String table) {
        return table.equals("case_file") ? "number" : "case_number";
    }

    private static int ownTask(Actor actor, String table) {
        return actor.equals(POLICE) && table.equals("inbox_item") ? 1 : 0;
    }

    private static String in(List<String> own) {
        return own.isEmpty() ? "is not null" : "not in ('" + String.join("','", own) + "')";
    }
}
