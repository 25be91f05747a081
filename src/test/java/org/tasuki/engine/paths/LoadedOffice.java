package org.tasuki.engine.paths;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;

/** Two centers whose officers carry cases by dice: raw rows, so that what is counted can be counted otherwise. */
final class LoadedOffice {

    static final Actor SUPERVISOR = Actor.person("load-supervisor", Set.of(Role.SUPERVISOR), "load", null);

    /** The last is closed, and carries on in the rows. */
    static final List<String> OFFICERS = List.of("load-a", "load-b", "load-c", "load-gone");

    private static final List<String> URGENCIES = List.of("AA", "A", "B", "C", "D", "none");
    private static final List<String> STEPS =
            List.of("guidance-center safetyCheck", "guidance-center followUp", "temporary-protection keepInProtection");

    private final JdbcClient superuser;
    private final Random dice = new Random(44);

    LoadedOffice(JdbcClient superuser) {
        this.superuser = superuser;
    }

    void build(int cases) {
        for (String center : List.of("load", "else")) {
            run("insert into center (key, prefix, name_ja, name_en) values ('%s', '%s', '負荷児童相談所', 'Load center')"
                    .formatted(center, center.equals("load") ? "LD" : "EL"));
        }
        OFFICERS.forEach(officer -> hire(officer, "load", "officer", !officer.equals("load-gone")));
        hire("load-supervisor", "load", "supervisor", true);
        run(
                """
                insert into section (center, key, name_ja, name_en, supervisor)
                values ('load', 'east', '東係', 'East', 'load-supervisor'), ('load', 'west', '西係', 'West', null),
                       ('load', 'void', '空係', 'Void', null);
                update account set section = 'east' where id in ('load-a', 'load-gone', 'load-supervisor');
                update account set section = 'west' where id = 'load-b'""");
        hire("else-a", "else", "officer", true);
        run(
                "insert into staff_profile (account, center, hours, changed_at, changed_by) values ('load-b', 'load', 50, now(), 'admin')");
        run(
                """
                insert into absence (center, account, kind, starts_at, ends_at, entered_by, entered_at)
                values ('load', 'load-a', 'leave', now() - interval '1 day', now() + interval '2 days', 'load-a', now())""");
        for (int i = 1; i <= cases; i++) {
            add("LD-2026-%05d".formatted(i), "load", dice.nextInt(6) == 0 ? null : one(OFFICERS));
            add("EL-2026-%05d".formatted(i), "else", "else-a");
        }
    }

    /** From everybody but one of the officers. */
    void restrict(String number) {
        run(
                """
                with r as (insert into case_restriction (case_number, center, reason, decided_by, decided_at)
                           values ('%1$s', 'load', 'staff', 'load-a', now()) returning id)
                insert into case_reader (restriction, case_number, center, account) select id, '%1$s', 'load', 'load-a' from r"""
                        .formatted(number));
    }

    void pullDown() {
        for (String table :
                List.of("inbox_item", "case_reader", "case_restriction", "case_team", "case_file", "absence")) {
            run("delete from " + table + " where center in ('load', 'else')");
        }
        run("delete from staff_profile where center = 'load'");
        run("delete from account_role where account in (select id from account where center in ('load', 'else'))");
        run("update account set section = null where center = 'load'");
        run("delete from section where center = 'load'");
        run("delete from account where center in ('load', 'else')");
        run("delete from center where key in ('load', 'else')");
    }

    private void hire(String account, String center, String role, boolean enabled) {
        run(
                """
                insert into account (id, name_ja, name_en, password, enabled, center, created_at)
                values ('%1$s', '%1$s', '%1$s', '-', %2$s, '%3$s', now())"""
                        .formatted(account, enabled, center));
        run("insert into account_role (account, role) values ('%s', '%s')".formatted(account, role));
    }

    private void add(String number, String center, String officer) {
        boolean open = dice.nextInt(3) > 0;
        int age = dice.nextInt(90 * 24);
        superuser
                .sql(
                        """
                        insert into case_file (number, center, status, officer, urgency, opened_at, closed_at)
                        values (?, ?, ?, ?, ?, now() - make_interval(hours => ?),
                                case when ? then null else now() - make_interval(hours => ?) end)""")
                .params(
                        number,
                        center,
                        open ? "open" : "closed",
                        officer,
                        one(URGENCIES),
                        age,
                        open,
                        dice.nextInt(age + 1))
                .update();
        if (open) {
            wait(number, center, dice.nextInt(3) == 0 ? null : officer);
        }
    }

    private void wait(String number, String center, String assignee) {
        String[] step = one(STEPS).split(" ");
        run(
                """
                set tasuki.account = 'load-a';
                insert into inbox_item (task_id, case_number, center, desk, assignee, process, step, form, wait_id, born_at, due_at)
                values ('%1$s', '%1$s', '%2$s', 'officer', %3$s, '%4$s', '%5$s', 'none', '%1$s', now() - interval '90 days',
                        now() + make_interval(hours => %6$d));
                reset tasuki.account"""
                        .formatted(
                                number,
                                center,
                                assignee == null ? "null" : "'" + assignee + "'",
                                step[0],
                                step[1],
                                dice.nextInt(200) - 60));
    }

    private <T> T one(List<T> of) {
        return of.get(dice.nextInt(of.size()));
    }

    private void run(String sql) {
        superuser.sql(sql).update();
    }
}
