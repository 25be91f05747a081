package org.tasuki.secrecy;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;

/**
 * Two centers with a row in every table for every case. Of the five cases of the first center, one is in the hands of its
 * police station; the others were never sent, declined, are written anew for the police after a shelter had declined, or
 * were dropped.
 */
final class TwoCenters {

    static final String HANDED_OVER = "AA-2026-00001";
    static final String NEVER_SENT = "AA-2026-00002";
    static final String DECLINED = "AA-2026-00003";
    static final String WRITTEN_ANEW = "AA-2026-00004";
    static final String DROPPED = "AA-2026-00005";
    static final List<String> OF_A = List.of(HANDED_OVER, NEVER_SENT, DECLINED, WRITTEN_ANEW, DROPPED);
    static final String OF_B = "BB-2026-00001";

    static final Actor OFFICER_A = Actor.person("officer.a", Set.of(Role.OFFICER), "aa", null);
    static final Actor OFFICER_B = Actor.person("officer.b", Set.of(Role.OFFICER), "bb", null);
    static final Actor POLICE = Actor.person("police.a", Set.of(Role.POLICE), null, "station");
    static final Actor SHELTER = Actor.person("shelter.a", Set.of(Role.SUPPORT), null, "shelter");
    static final Actor ADMIN = Actor.person("admin.a", Set.of(Role.ADMIN), "aa", null);
    static final Actor AUDITOR = Actor.person("auditor.a", Set.of(Role.AUDITOR), "aa", null);
    static final Actor TRAINER = Actor.person("trainer.a", Set.of(Role.TRAINER), "aa", null);
    static final Actor ANALYST = Actor.person("analyst.a", Set.of(Role.ANALYST), "aa", null);
    static final Actor SUPERVISOR_A = Actor.person("supervisor.a", Set.of(Role.SUPERVISOR), "aa", null);
    /** An officer who works on none of the cases. */
    static final Actor COLLEAGUE_A = Actor.person("colleague.a", Set.of(Role.OFFICER), "aa", null);
    /** Works on {@link #WRITTEN_ANEW} alone. */
    static final Actor PSYCHOLOGIST_A = Actor.person("psychologist.a", Set.of(Role.PSYCHOLOGIST), "aa", null);
    /** Looks over the center, but {@link #HANDED_OVER} is about a relative, and the list of {@link #DROPPED} lacks the name. */
    static final Actor RELATIVE_A = Actor.person("relative.a", Set.of(Role.SUPERVISOR), "aa", null);
    /** Opened {@link #DECLINED} tonight, and {@link #NEVER_SENT} some nights ago. */
    static final Actor NIGHT_A = Actor.person("night.a", Set.of(Role.PROTECTION), "aa", null);
    /** On the list of the restricted case, at no desk of it and not on its team. */
    static final Actor LISTED_A = Actor.person("listed.a", Set.of(Role.DIRECTOR), "aa", null);

    static final Actor SYSTEM_A = Actor.system("aa");

    private final JdbcClient superuser;

    TwoCenters(TestDatabase database) {
        superuser = database.asSuperuser();
        people();
        OF_A.forEach(number -> everythingAbout(number, "aa", "officer.a"));
        everythingAbout(OF_B, "bb", "officer.b");
        handOver(HANDED_OVER, "station", "sent", "2026-11-02");
        handOver(NEVER_SENT, "station", "prepared", null);
        handOver(DECLINED, "station", "declined", "2026-11-02");
        handOver(WRITTEN_ANEW, "station", "prepared", "2026-11-02");
        handOver(DROPPED, "station", "dropped", null);
        sheet(HANDED_OVER, "written-before", "police-referral", "2026-10-31");
        whoMay();
        run(
                "insert into draft select task_id, 'police.a', case_number, '{}', born_at from inbox_item where agency = 'station'");
    }

    private void people() {
        run(
                """
                insert into center values ('aa', 'AA', 'あ', 'A'), ('bb', 'BB', 'い', 'B');
                insert into agency values ('station', 'police', 'aa', '署', 'Station'), ('shelter', 'support', 'aa', '家', 'House');
                insert into account (id, name_ja, name_en, password, center, created_at)
                select id, id, id, '-', center, now() from (values ('officer.a', 'aa'), ('officer.b', 'bb'),
                    ('supervisor.a', 'aa'), ('colleague.a', 'aa'), ('psychologist.a', 'aa'), ('relative.a', 'aa'),
                    ('night.a', 'aa'), ('listed.a', 'aa'), ('admin.a', 'aa'), ('auditor.a', 'aa'), ('trainer.a', 'aa'), ('analyst.a', 'aa')) as of_center (id, center);
                insert into account (id, name_ja, name_en, password, agency, created_at)
                values ('police.a', '-', '-', '-', 'station', now()), ('shelter.a', '-', '-', '-', 'shelter', now());
                """);
    }

    void everythingAbout(String number, String center, String officer) {
        run(
                """
                insert into case_sequence values ('%2$s', 2026, 9) on conflict do nothing;
                insert into case_file (number, center, status, opened_at) values ('%1$s', '%2$s', 'open', now());
                insert into child (case_number, center, name) values ('%1$s', '%2$s', 'child of %1$s');
                insert into household_member (case_number, center) values ('%1$s', '%2$s');
                insert into consultation (case_number, center, received_at, taken_by)
                values ('%1$s', '%2$s', now(), '%3$s');
                insert into contact_log (case_number, center, at, kind, note, by_account)
                values ('%1$s', '%2$s', now(), 'call', '-', '%3$s');
                insert into case_event (case_number, center, at, kind, actor) values ('%1$s', '%2$s', now(), 'born', '%3$s');
                insert into deadline (case_number, center, wait_id, process, step, rule, rule_version, started_at, due_at)
                values ('%1$s', '%2$s', '%1$s', 'p', 's', 'r', now(), now(), now());
                insert into case_fact values ('%1$s', '%2$s', 'acceptance', now(), now());
                insert into case_ending values ('%1$s', '%2$s', '-', '%3$s', now());
                insert into case_clock values ('%1$s', '%2$s', interval '1 day');
                insert into new_consultation values (gen_random_uuid(), '%3$s', '%1$s', '%2$s', '%1$s');
                insert into form_answer (case_number, center, task_id, step, form, form_version, answers, answered_by, answered_at)
                values ('%1$s', '%2$s', 'intake of %1$s', 's', 'intake-sheet', '1', '{}', '%3$s', now());
                insert into notifier_shown (case_number, center, answer, reason, by_account, at)
                select '%1$s', '%2$s', id, 'call-back', '%3$s', now() from form_answer where task_id = 'intake of %1$s';
                insert into case_document (id, case_number, center, kind, content_kind, size, reveals_notifier, label, content,
                                           by_account, at)
                values (gen_random_uuid(), '%1$s', '%2$s', 'other', 'pdf', 1, false, '', '', '%3$s', now());
                insert into retention_proposal (case_number, center, choice, reason, rule, rule_version, kept_until, proposed_by,
                                                proposed_at)
                values ('%1$s', '%2$s', 'erase', '-', 'child-record', '2020-04-01', '2020-03-31', '%3$s', now());
                insert into retention_answer (proposal, case_number, center, approved, answered_by, answered_at)
                select id, case_number, center, true, 'admin.a', now() from retention_proposal where case_number = '%1$s';
                insert into disclosure_request (case_number, center, requester, received_on, due_on, opened_by, opened_at)
                values ('%1$s', '%2$s', 'self', '2026-11-01', '2026-12-01', '%3$s', now());
                insert into disclosure_part (request, part, case_number, center, disclosed)
                select id, 'child', case_number, center, true from disclosure_request where case_number = '%1$s';
                insert into matter (id, case_number, center, kind, words, desk, due_on, opened_by, opened_at)
                values (gen_random_uuid(), '%1$s', '%2$s', 'reminder', '-', 'officer', '2026-12-01', '%3$s', now());
                insert into matter_move (matter, case_number, center, old_due, new_due, reason, by_account, at)
                select id, case_number, center, due_on, due_on, '-', '%3$s', now() from matter where case_number = '%1$s';
                insert into inbox_item (task_id, case_number, center, desk, process, step, form, wait_id, born_at, due_at)
                values ('task of %1$s', '%1$s', '%2$s', 'officer', 'p', 's', 'f', 'w', now(), now());
                insert into draft values ('task of %1$s', '%3$s', '%1$s', '{}', now());
                insert into deadline_announcement select id, 1, 0, case_number, center, 'over', null, now(), now(), 'notice'
                from deadline where case_number = '%1$s';
                insert into deadline_change (deadline, case_number, center, at, by_account, why, old_start, old_due, old_version,
                                             new_start, new_due, new_version)
                select id, case_number, center, now(), '%3$s', 'fact', now(), now(), now(), now(), now(), now()
                from deadline where case_number = '%1$s';
                insert into deadline_pause (deadline, case_number, center, from_at, until_at, by_account, reason)
                select id, case_number, center, now(), now() + interval '1 day', '%3$s', '-' from deadline where case_number = '%1$s';
                insert into deadline_waiver (deadline, case_number, center, by_account, at, old_due, new_due, successor)
                select id, case_number, center, '%3$s', now(), now(), now(), id from deadline where case_number = '%1$s';
                insert into notice (case_number, center, task_id, kind, deadline, round, step, due_at, at)
                select case_number, center, 'task of %1$s', 'over', id, 1, 0, now(), now() from deadline where case_number = '%1$s';
                insert into notice_read select id, '%3$s', case_number, center, now() from notice where case_number = '%1$s';
                insert into practice_script values ('%1$s', '%2$s', 'false-alarm', 0);
                insert into kept_entry values ('%3$s', gen_random_uuid(), '%1$s', '%2$s', 'task of %1$s', now());
                insert into handing_note (case_number, center, by_account, at, look_out) values ('%1$s', '%2$s', '%3$s', now(), '-');
                with away as (insert into absence (center, account, kind, starts_at, ends_at, entered_by, entered_at)
                    values ('%2$s', '%3$s', 'leave', now(), now() + interval '40 days', '-', now()) returning id)
                insert into case_handing (case_number, center, absence, from_account, to_account, by_account, at)
                select '%1$s', '%2$s', id, '%3$s', '%3$s', '%3$s', now() from away;
                with begun as (
                    insert into bulk_run (id, account, center, size, act, state, chosen_at, begun_at)
                    values (gen_random_uuid(), '%3$s', '%2$s', 1, 'print', 'running', now(), now()) returning id)
                insert into bulk_row (run, place, task_id, case_number, center, process, step)
                select id, 0, 'task of %1$s', '%1$s', '%2$s', 'p', 's' from begun;
                insert into step_undo (case_number, center, task_id, account, process, step, at, ahead, root, item, limits, notices,
                                       team, before, after)
                values ('%1$s', '%2$s', 'task of %1$s', '%3$s', 'p', 's', now(), interval '0', 'r', '{}', '[]', '[]', '{}', '{}', '{}');
                insert into send_back (case_number, center, task_id, process, step, to_step, answer, reason, by_account, at)
                values ('%1$s', '%2$s', 'task of %1$s', 'p', 's', 't', 1, '-', '%3$s', now());
                insert into step_move (case_number, center, task_id, process, step, to_step, reason, by_account, at)
                values ('%1$s', '%2$s', 'moved task of %1$s', 'p', 's', 't', '-', '%3$s', now());
                with begun as (
                    insert into retry_run (id, account, center, cause, size, begun_at)
                    values (gen_random_uuid(), '%3$s', '%2$s', gen_random_uuid()::text, 1, now()) returning id)
                insert into retry_row (run, place, job, case_number, center, process, element)
                select id, 0, 'job of %1$s', '%1$s', '%2$s', 'p', 's' from begun;
                insert into case_need values ('%1$s', '%2$s', null, 'female', '%3$s', now());
                insert into case_comment (case_number, center, by_account, at, text) values ('%1$s', '%2$s', '%3$s', now(), '-');
                insert into comment_mention select id, '%3$s', case_number, center from case_comment where case_number = '%1$s';
                insert into case_team values ('%1$s', '%2$s', '%3$s', now(), '-');
                insert into case_exclusion (case_number, center, account, reason, decided_by, decided_at, lifted_at)
                values ('%1$s', '%2$s', '%3$s', 'other', '-', now(), now());
                with lifted as (
                    insert into case_restriction (case_number, center, reason, decided_by, decided_at, lifted_at)
                    values ('%1$s', '%2$s', 'staff', '-', now(), now()) returning id)
                insert into case_reader select id, '%1$s', '%2$s', '%3$s' from lifted;
                insert into emergency_access (case_number, center, account, reason, words, opened_at, until)
                values ('%1$s', '%2$s', '%3$s', 'other', '-', now(), now());
                insert into audit_entry (at, actor, center, case_number, act) values (now(), '%3$s', '%2$s', '%1$s', 'case-viewed');
                """
                        .formatted(number, center, officer));
    }

    /** One case waits at no officer's desk, one is kept from a relative, one is for a list's eyes, and one was opened tonight. */
    private void whoMay() {
        run(
                """
                update inbox_item set desk = 'supervisor' where case_number = '%3$s' and agency is null;
                insert into case_team values ('%1$s', 'aa', 'psychologist.a', now(), '-');
                insert into case_exclusion (case_number, center, account, reason, decided_by, decided_at)
                values ('%2$s', 'aa', 'relative.a', 'relative', '-', now());
                insert into case_restriction (case_number, center, reason, decided_by, decided_at)
                values ('%4$s', 'aa', 'staff', '-', now());
                insert into case_reader select max(id), '%4$s', 'aa', unnest(array['officer.a', 'supervisor.a', 'listed.a'])
                from case_restriction;
                insert into emergency_access (case_number, center, account, reason, words, opened_at, until)
                values ('%3$s', 'aa', 'night.a', 'police', '-', now(), now() + interval '1 hour'),
                       ('%5$s', 'aa', 'night.a', 'police', '-', now() - interval '9 hours', now() - interval '1 hour');
                """
                        .formatted(WRITTEN_ANEW, HANDED_OVER, DECLINED, DROPPED, NEVER_SENT));
    }

    private void handOver(String number, String agency, String state, @Nullable String sentAt) {
        superuser
                .sql(
                        """
                        insert into hand_over (id, case_number, center, kind, agency, state, prepared_at, sent_at)
                        values (:id, :number, 'aa', 'police', :agency, :state, '2026-11-01', :sent::timestamptz)
                        """)
                .param("id", "hand-over of " + number)
                .param("number", number)
                .param("agency", agency)
                .param("state", state)
                .param("sent", sentAt)
                .update();
        sheet(number, "sheet", "police-referral", "2026-11-02");
        sheet(number, "approval", "hand-over-approval", "2026-11-02");
        if (state.equals("sent")) {
            run(
                    """
                    insert into inbox_item (task_id, case_number, center, desk, agency, process, step, form, wait_id, born_at, due_at)
                    values ('answer of %1$s', '%1$s', 'aa', 'agency:%2$s', '%2$s', 'p', 's', 'f', 'w', now(), now());
                    insert into notice (case_number, center, task_id, kind, deadline, round, step, due_at, at)
                    select case_number, center, 'answer of %1$s', 'over', id, 1, 1, now(), now() from deadline where case_number = '%1$s'
                    """
                            .formatted(number, agency));
        }
    }

    private void sheet(String number, String name, String form, String at) {
        run(
                """
                insert into form_answer (case_number, center, task_id, step, form, form_version, hand_over, answers, answered_by,
                                         answered_at)
                values ('%1$s', 'aa', '%2$s of %1$s', 's', '%3$s', '1', 'hand-over of %1$s', '{}', 'officer.a', '%4$s')
                """
                        .formatted(number, name, form, at));
    }

    private void run(String sql) {
        superuser.sql(sql).update();
    }
}
