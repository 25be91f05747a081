package org.tasuki.inbox;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;

/**
 * A center with as many open tasks as wanted, for whoever measures: two a case, three of five at the officers' desk, one of five in
 * somebody's hands, one of twenty at an agency. Written past the engine and the triggers, by the superuser, with what the triggers
 * would write.
 */
public final class FullInbox {

    public static final String CENTER = "full";
    public static final Actor OFFICER = Actor.person("full-1", Set.of(Role.OFFICER), CENTER, null);
    public static final Actor SUPERVISOR = Actor.person("full-chief", Set.of(Role.SUPERVISOR), CENTER, null);

    private static final String PEOPLE =
            """
            insert into center (key, prefix, name_ja, name_en) values ('full', 'FL', '満員児童相談所', 'Full center');
            insert into agency values ('full-police', 'police', 'full', '警察署', 'Police'),
                ('full-school', 'school', 'full', '学校', 'School');
            insert into account (id, name_ja, name_en, password, center, created_at)
            select 'full-' || n, 'full-' || n, 'full-' || n, '-', 'full', now()
            from (select generate_series(1, 40)::text union all select 'chief') of_center (n);
            insert into account_role (account, role)
            select id, case id when 'full-chief' then 'supervisor' else 'officer' end from account where center = 'full';
            """;

    private static final String CASES =
            """
            insert into case_file (number, center, status, urgency, officer, opened_at)
            select 'FL-2026-' || lpad(n::text, 7, '0'), 'full', 'open', (array['AA', 'A', 'B', 'B', 'C', 'C', 'C', 'D', 'none', 'none'])[1 + abs(hashtext('u' || n)) %% 10],
                   'full-' || (1 + abs(hashtext('o' || n)) %% 40), now() - n * interval '1 minute'
            from generate_series(%1$d, %2$d) n;
            insert into child (case_number, center, name, kana, birth_date)
            select number, 'full', '児童', 'じどう',
                   date '2009-01-01' + ((right(number, 7)::bigint * 7919) %% 6000)::int from case_file where center = 'full' and right(number, 7)::int >= %1$d;
            insert into case_team (case_number, center, account, joined_at, joined_by)
            select number, 'full', officer, opened_at, 'system' from case_file
            where center = 'full' and officer = 'full-1' and right(number, 7)::int between %1$d and least(%2$d, 4000);
            """;

    private static final String TASKS =
            """
            insert into inbox_item (task_id, case_number, center, desk, agency, assignee, process, step, form, wait_id, born_at, due_at,
                                    due_here, urgency, officer, abuse_type, school_year, lane, away)
            select task, case_number, 'full', desk, agency, assignee, 'investigation', step, 'safety-check', 'w' || task, born, due, due,
                   urgency, officer, abuse_type, school_year,
                   case when assignee is not null then '@' || assignee when agency is null then 'full/' || desk else desk end,
                   case when agency is not null then 'full' end
            from (
                select 'full-task-' || lpad((2 * n + half)::text, 8, '0') as task, f.number as case_number, f.urgency, f.officer,
                       case when n %% 20 = 7 then 'agency:full-' || (array['police', 'school'])[1 + half]
                            when n %% 20 < 3 then 'supervisor' when n %% 20 < 5 then 'psychologist' else 'officer' end as desk,
                       case when n %% 20 = 7 then 'full-' || (array['police', 'school'])[1 + half] end as agency,
                       case when n %% 5 = 4 then f.officer end as assignee,
                       (array['safetyCheck', 'socialDiagnosis', 'urgencySheet', 'hearChild', 'followUp', 'proposeClosing'])
                           [1 + abs(hashtext('s' || n || half)) %% 6] as step,
                       (array['physical', 'sexual', 'neglect', 'psychological', 'notAbuse', 'unknown', null])[1 + abs(hashtext('t' || n)) %% 7] as abuse_type,
                       school_year_of(c.birth_date) as school_year,
                       now() - interval '3 days' as born, now() + ((n::bigint * 7907 + half) %% 4000000 - 40000) * interval '1 second' as due
                from generate_series(%1$d, %2$d) n cross join generate_series(0, 1) half
                join case_file f on f.number = 'FL-2026-' || lpad(n::text, 7, '0')
                join child c on c.case_number = f.number) t
            """;

    private final JdbcClient superuser;
    private int cases;

    public FullInbox(JdbcClient superuser) {
        this.superuser = superuser;
        superuser.sql(PEOPLE).update();
    }

    /** Adds what lacks to this many open tasks. */
    public FullInbox with(int tasks) {
        if (tasks / 2 > cases) {
            script(CASES.formatted(cases + 1, tasks / 2) + TASKS.formatted(cases + 1, tasks / 2));
            cases = tasks / 2;
            superuser.sql("vacuum analyze inbox_item").update();
            superuser.sql("vacuum analyze case_file").update();
            superuser.sql("vacuum analyze child").update();
            superuser.sql("vacuum analyze case_team").update();
        }
        return this;
    }

    private void script(String sql) {
        superuser
                .sql("set session_replication_role = replica; " + sql + "; reset session_replication_role")
                .update();
    }
}
