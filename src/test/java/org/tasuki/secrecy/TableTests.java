package org.tasuki.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tasuki.launch.TestDatabase;

/** The tables themselves, and the role that the application works as. */
@SecrecyTest
class TableTests {

    /** The directory, which is read before anybody has signed in, and what holds no case at all. */
    private static final Set<String> OPEN = Set.of(
            "center",
            "agency",
            "account",
            "account_role",
            "account_link",
            "setup_code",
            "practice_class",
            "practice_seat",
            "center_clock",
            "flyway_schema_history",
            "demo_story",
            "retention_rule",
            "agency_sight",
            "secret_keys");

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @Autowired
    private JdbcClient app;

    @Autowired
    private TestDatabase database;

    @Test
    void everyTableIsUnderForcedRowLevelSecurityUnlessItIsNamedHere() {
        assertThat(
                        names(
                                """
                        select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                        and not (relrowsecurity and relforcerowsecurity) order by relname
                        """))
                .isSubsetOf(OPEN);
    }

    @Test
    void everyTableWithACaseOrACenterHasAPolicy() {
        assertThat(
                        names(
                                """
                        select distinct c.table_name from information_schema.columns c
                        where c.table_schema = 'public' and c.column_name in ('center', 'case_number')
                        and not exists (select from pg_policies p where p.schemaname = 'public' and p.tablename = c.table_name)
                        """))
                .isSubsetOf(OPEN);
    }

    @Test
    void everyTableOfACaseAsksFromWhomTheCaseIsKept() {
        assertThat(
                        names(
                                """
                        select c.table_name from information_schema.columns c
                        where c.table_schema = 'public' and c.column_name = 'case_number'
                        and not exists (select from pg_policies p where p.schemaname = 'public' and p.tablename = c.table_name
                             and p.policyname = 'not_kept_from_me' and p.permissive = 'RESTRICTIVE')
                        """))
                .isSubsetOf(OPEN);
    }

    @Test
    void everyRowOfACaseIsTiedToTheCentersOwnCase() {
        assertThat(
                        names(
                                """
                        select c.table_name from information_schema.columns c
                        join information_schema.columns d on d.table_schema = 'public' and d.table_name = c.table_name
                             and d.column_name = 'center'
                        where c.table_schema = 'public' and c.column_name = 'case_number' and c.table_name <> 'audit_entry'
                        and not exists (select from pg_constraint k where k.contype = 'f' and cardinality(k.conkey) = 2
                             and k.conrelid = c.table_name::regclass and k.confrelid = 'case_file'::regclass)
                        """))
                .isEmpty();
    }

    @Test
    void noViewAndNoPrivilegedFunctionLeadsAroundThePolicies() {
        assertThat(names("select viewname from pg_views where schemaname in ('public', 'engine')"))
                .isEmpty();
        assertThat(names("select matviewname from pg_matviews")).isEmpty();
        assertThat(names("select proname from pg_proc where prosecdef and pronamespace in"
                        + " ('public'::regnamespace, 'engine'::regnamespace)"))
                .as("erases what two people let go; puts a class back; see EraseCaseTests and CheckpointTests")
                .containsExactlyInAnyOrder("erase_case", "practice_keep", "practice_go_back", "practice_forget");
    }

    @Test
    void theApplicationWorksAsARoleThatOwnsNothingAndInheritsNothing() {
        assertThat(app.sql("select current_user").query(String.class).single()).isEqualTo("tasuki_app");
        assertThat(names("select rolname from pg_roles where rolname = 'tasuki_app'"
                        + " and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)"))
                .isEmpty();
        assertThat(names("select roleid::regrole::text from pg_auth_members where member = 'tasuki_app'::regrole"))
                .isEmpty();
        assertThat(names("select classid::regclass || ' ' || objid from pg_shdepend"
                        + " where refobjid = 'tasuki_app'::regrole and deptype = 'o'"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table public.mine ()",
                "create table engine.mine ()",
                "alter table child disable row level security",
                "drop policy own_center on child",
                "truncate draft",
                "delete from case_file",
                "delete from form_answer",
                "set role tasuki_owner",
                "update audit_entry set act = 'nothing'",
                "delete from audit_entry",
                "truncate audit_entry",
                "insert into audit_entry (at, actor, act, recorded_at) values (now(), 'nobody', 'case-viewed', now())",
                "insert into audit_entry (at, actor, act, written_in) values (now(), 'nobody', 'case-viewed', '1')",
                "update audit_link set hash = hash",
                "delete from audit_link",
                "truncate audit_link",
                "update audit_head set hash = hash",
                "delete from audit_head",
                "truncate audit_head",
                "delete from account",
                "delete from secret_keys",
                "update secret_keys set sealed = ''",
                "delete from notifier_shown",
                "delete from case_team",
                "delete from case_exclusion",
                "update case_exclusion set account = account",
                "delete from case_restriction",
                "update case_restriction set case_number = case_number",
                "delete from case_reader",
                "update case_reader set account = account",
                "delete from emergency_access",
                "update emergency_access set until = now()",
                "delete from case_comment",
                "update case_comment set text = text",
                "delete from comment_mention",
                "update handing_note set look_out = look_out",
                "delete from handing_note",
                "update report_submission set cells = cells",
                "delete from report_submission",
                "update figures_taken set reason = reason",
                "delete from figures_taken",
                "update section set key = 'x'",
                "update matter_move set reason = reason",
                "delete from matter_move",
                "update matter set words = words",
                "delete from case_handing",
                "delete from case_document",
                "delete from child",
                "delete from contact_log",
                "update case_file set erased_at = now()",
                "update case_file set status = 'erased', outcome = 'erased', erased_by = 'me'",
                "update retention_rule set years = 1",
                "delete from retention_rule",
                "update agency_sight set months = 120",
                "update retention_proposal set proposed_by = 'officer.a'",
                "update retention_answer set approved = true",
                "update case_document set at = now()",
                "delete from on_call_notice",
                "update outgoing_mail set account = account",
                "update on_call set account = account",
                "delete from notice_preference",
                "update bulk_run set account = 'officer.a'",
                "delete from bulk_row",
                "update bulk_row set task_id = task_id",
                "update retry_run set account = account",
                "delete from retry_row",
                "delete from flyway_schema_history"
            })
    void theApplicationsRoleIsRefused(String sql) {
        assertThatThrownBy(() -> app.sql(sql).update())
                .rootCause()
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    private List<String> names(String sql) {
        return database.asSuperuser().sql(sql).query(String.class).list();
    }
}
