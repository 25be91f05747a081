package org.tasuki.engine.paths;

import org.tasuki.launch.TestDatabase;

/** Cases at the edges of the definitions, as rows: what the simulated people do not come by in some weeks. */
final class FigureCases {

    private FigureCases() {}

    static void edgesOf(TestDatabase database) {
        opened(database, "90001", "closed", "2028-03-01 09:00"); // accepted, closed, reopened, accepted, closed
        accepted(database, "90001", "2028-03-01 10:00");
        event(database, "90001", "CLOSED", "2028-03-20 10:00");
        event(database, "90001", "REOPENED", "2028-03-25 10:00");
        accepted(database, "90001", "2028-04-05 10:00");
        event(database, "90001", "CLOSED", "2028-04-06 10:00");
        opened(database, "90002", "open", "2028-04-07 09:00"); // the same child once more
        opened(database, "90003", "withdrawn", "2028-03-02 09:00");
        accepted(database, "90003", "2028-03-02 10:00");
        opened(database, "90004", "erased", "2028-03-02 09:00");
        accepted(database, "90004", "2028-03-02 10:00");
        opened(database, "90005", "open", "2028-03-02 09:00");
        accepted(database, "90005", "2028-03-02 10:00");
        sql(database, "insert into case_clock values ('ST-2027-90005', 'story', interval '3 days')");
        opened(database, "90006", "open", "2027-12-01 09:00"); // the last minute of a year, and the first of the next
        accepted(database, "90006", "2028-03-31 23:59");
        accepted(database, "90006", "2028-04-01 00:00");
        protectedFor(database, "90006", "2027-12-01 10:00", "2028-02-01 23:00"); // to the last hour
        protectedFor(database, "90006", "2028-02-02 10:00", "2028-04-03 00:10"); // ten minutes too long
        answer(
                database,
                "90006",
                "protection-decision",
                "2028-02-10 10:00",
                "\"protect\":\"yes\",\"startedAt\":\"2028-02-10T10:00:00+09:00\"");
        opened(database, "90007", "open", "2028-03-02 09:00"); // sent back, and not decided since
        accepted(database, "90007", "2028-03-03 10:00");
        sql(
                database,
                """
                insert into send_back (case_number, center, task_id, process, step, to_step, answer, reason, by_account, at)
                select case_number, center, 't', 'p', 's', 's', id, '-', 'story-director', now() from form_answer
                where case_number = 'ST-2027-90007'
                """);
        opened(
                database,
                "90008",
                "joined",
                "2028-03-02 09:00"); // closed, reopened, and then joined: the first acceptance stands
        accepted(database, "90008", "2028-03-02 10:00");
        event(database, "90008", "CLOSED", "2028-03-09 10:00");
        event(database, "90008", "REOPENED", "2028-03-10 10:00");
        accepted(database, "90008", "2028-03-11 10:00");
    }

    /** The last and the first day of an era, and the last minute of that fiscal year. */
    static void whenTheEraChanged(TestDatabase database) {
        opened(database, "90019", "open", "2019-04-30 09:00");
        accepted(database, "90019", "2019-04-30 23:59");
        accepted(database, "90019", "2019-05-01 00:00");
        accepted(database, "90019", "2020-03-31 23:59");
        accepted(database, "90019", "2020-04-01 00:00");
    }

    static void neverMind(TestDatabase database) {
        for (String table : new String[] {"form_answer", "consultation", "child"}) {
            sql(database, "delete from " + table + " where case_number = 'ST-2027-90019'");
        }
        sql(database, "delete from case_file where number = 'ST-2027-90019'");
    }

    private static void opened(TestDatabase database, String seq, String status, String at) {
        boolean same = seq.equals("90001") || seq.equals("90002");
        sql(
                database,
                """
                insert into case_file (number, center, status, opened_at) values ('ST-2027-%1$s', 'story', '%2$s', '%3$s+09');
                insert into child (case_number, center, kana, birth_date) values ('ST-2027-%1$s', 'story', '%4$s', '2020-05-05');
                insert into consultation (case_number, center, channel, route, abuse_type, received_at, taken_by)
                values ('ST-2027-%1$s', 'story', 'phone', null, 'neglect', '%3$s+09', 'story-reception')
                """
                        .formatted(seq, status, at, same ? "おなじ こ" : "ちがう こ" + seq));
    }

    private static void accepted(TestDatabase database, String seq, String at) {
        answer(
                database,
                seq,
                "acceptance-meeting",
                at,
                "\"acceptance\":\"accepted\",\"heldAt\":\"%s:00+09:00\"".formatted(at.replace(' ', 'T')));
    }

    private static void protectedFor(TestDatabase database, String seq, String from, String to) {
        answer(
                database,
                seq,
                "protection-decision",
                from,
                "\"protect\":\"yes\",\"startedAt\":\"%s:00+09:00\"".formatted(from.replace(' ', 'T')));
        answer(database, seq, "protection-end", to, "\"endedAt\":\"%s:00+09:00\"".formatted(to.replace(' ', 'T')));
    }

    private static void answer(TestDatabase database, String seq, String form, String at, String answers) {
        sql(
                database,
                """
                insert into form_answer (case_number, center, task_id, step, form, form_version, answers, answered_by, answered_at)
                values ('ST-2027-%1$s', 'story', '%1$s %2$s %3$s', 'x', '%2$s', '1', '{%4$s}', 'story-director', '%3$s+09')
                """
                        .formatted(seq, form, at, answers));
    }

    private static void event(TestDatabase database, String seq, String kind, String at) {
        sql(
                database,
                """
                insert into case_event (case_number, center, at, kind, actor, detail)
                values ('ST-2027-%s', 'story', '%s+09', '%s', 'story-director', '{"outcome": "closed"}')
                """
                        .formatted(seq, at, kind));
    }

    private static void sql(TestDatabase database, String sql) {
        database.asSuperuser().sql(sql).update();
    }
}
