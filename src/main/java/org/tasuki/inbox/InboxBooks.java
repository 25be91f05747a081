package org.tasuki.inbox;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.terms.CaseNumber;

/**
 * Compares the inbox with the engine's tasks, and mends it by them. A step changes both in one transaction, and one statement sees
 * either all of a step or nothing of it, so that the office may stay open meanwhile.
 */
@Component
public class InboxBooks {

    private static final String[] AGENCYS =
            Arrays.stream(Role.values()).filter(Role::ofAgency).map(Role::key).toArray(String[]::new);

    /** A task and its row, each null without the other; a row's facts are compared with what they were taken from. */
    private static final String DIFFERENCES =
            """
            with task as materialized (select * from engine_tasks(:center, :case::text, :agencys)),
                 item as materialized (select * from inbox_item where center = :center and (:case::text is null or case_number = :case))
            select coalesce(t.case_number, i.case_number) as number, coalesce(t.task_id, i.task_id) as task,
                   coalesce(t.step, i.step) as step,
                   case when i.task_id is null then 'MISSING' when t.task_id is null then 'SURPLUS'
                        when t.due_at is null then 'UNLIMITED'
                        when (t.desk, t.agency) is distinct from (i.desk, i.agency) then 'DESK'
                        when t.assignee is distinct from i.assignee then 'HOLDER'
                        when t.due_at <> i.due_at then 'DUE'
                        when (t.case_number, t.process, t.step, t.form, t.wait_id, t.hand_over)
                             is distinct from (i.case_number, i.process, i.step, i.form, i.wait_id, i.hand_over) then 'STEP'
                        else 'FACTS' end as kind
            from task t full join item i on i.task_id = t.task_id
            left join case_file f on f.number = i.case_number
            left join child c on c.case_number = i.case_number
            left join case_clock k on k.case_number = i.case_number
            where t.task_id is null or i.task_id is null or t.due_at is null
               or (t.desk, t.agency, t.assignee, t.due_at, t.case_number, t.process, t.step, t.form, t.wait_id, t.hand_over)
                  is distinct from
                  (i.desk, i.agency, i.assignee, i.due_at, i.case_number, i.process, i.step, i.form, i.wait_id, i.hand_over)
               or (i.urgency, i.officer, i.lane, i.away, i.due_here, i.school_year, i.ahead, i.abuse_type) is distinct from
                  (f.urgency, f.officer, inbox_lane(i.center, i.desk, i.agency, i.assignee, i.ahead),
                   case when i.ahead >= interval '0' and i.agency is not null then i.center end, i.due_at - i.ahead, school_year_of(c.birth_date), coalesce(k.ahead, interval '0'),
                   (select n.abuse_type from consultation n where n.case_number = i.case_number and n.abuse_type is not null
                    order by n.id desc limit 1))
            order by 1, 2
            """;

    /** The row keeps since when somebody has it, and with it their drafts; who has it is the engine's to say. */
    private static final String MEND =
            """
            insert into inbox_item (task_id, case_number, center, desk, agency, assignee, claimed_at, process, step, form, wait_id,
                                    hand_over, born_at, due_at, warn_at)
            select task_id, case_number, center, desk, agency, assignee, case when assignee is not null then :at::timestamptz end,
                   process, step, form, wait_id, hand_over, born_at, due_at, warn_at
            from engine_tasks(:center, :case, :agencys) where task_id = :task and due_at is not null
            on conflict (task_id) do update set
                case_number = excluded.case_number, desk = excluded.desk, agency = excluded.agency, assignee = excluded.assignee,
                claimed_at = case when inbox_item.assignee is not distinct from excluded.assignee then inbox_item.claimed_at
                                  else excluded.claimed_at end,
                process = excluded.process, step = excluded.step, form = excluded.form, wait_id = excluded.wait_id,
                hand_over = excluded.hand_over, due_at = excluded.due_at, warn_at = excluded.warn_at, urgency = excluded.urgency,
                officer = excluded.officer, abuse_type = excluded.abuse_type, school_year = excluded.school_year,
                ahead = excluded.ahead
            """;

    private final JdbcClient jdbc;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    InboxBooks(JdbcClient jdbc, Acting acting, AuditTrail trail, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How a row may differ from the engine's task. */
    public enum Kind {
        MISSING,
        SURPLUS,
        /** A task without a running deadline: no row can be right. */
        UNLIMITED,
        DESK,
        HOLDER,
        DUE,
        STEP,
        /** What it says of its case. */
        FACTS;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One row or task. Names nobody. */
    public record Difference(CaseNumber number, String task, String step, Kind kind) {}

    /** @param after what is left; empty when all is mended */
    public record Mended(List<Difference> before, List<Difference> after) {}

    /** At every center. */
    public List<Difference> check() {
        return centers().stream()
                .flatMap(center -> as(center, () -> differences(center, null)).stream())
                .toList();
    }

    /** Of one case. */
    public List<Difference> check(String center, CaseNumber number) {
        return as(center, () -> differences(center, number));
    }

    /** Case after case, each in a transaction of its own that holds the case and looks anew. */
    public Mended rebuild() {
        List<Difference> before = new ArrayList<>();
        List<Difference> after = new ArrayList<>();
        for (String center : centers()) {
            as(center, () -> differences(center, null)).stream()
                    .map(Difference::number)
                    .distinct()
                    .forEach(number -> {
                        Mended mended = as(center, () -> mend(center, number));
                        before.addAll(mended.before());
                        after.addAll(mended.after());
                    });
        }
        return new Mended(before, after);
    }

    private Mended mend(String center, CaseNumber number) {
        jdbc.sql("select hold_case(?)").param(number.value()).query().listOfRows();
        List<Difference> before = differences(center, number);
        before.forEach(one -> mend(center, one));
        if (!before.isEmpty()) {
            Map<String, Long> kinds = before.stream()
                    .collect(Collectors.groupingBy(one -> one.kind().key(), Collectors.counting()));
            trail.note(
                    Act.INBOX_MENDED,
                    number,
                    kinds.entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, kind -> String.valueOf(kind.getValue()))));
        }
        return new Mended(before, differences(center, number));
    }

    private void mend(String center, Difference one) {
        if (one.kind() == Kind.SURPLUS) {
            jdbc.sql("delete from inbox_item where task_id = ?")
                    .param(one.task())
                    .update();
            return;
        }
        jdbc.sql(MEND)
                .param("center", center)
                .param("case", one.number().value())
                .param("agencys", AGENCYS)
                .param("task", one.task())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    private List<Difference> differences(String center, @Nullable CaseNumber number) {
        return jdbc.sql(DIFFERENCES)
                .param("center", center)
                .param("case", number == null ? null : number.value())
                .param("agencys", AGENCYS)
                .query((row, i) -> new Difference(
                        new CaseNumber(row.getString("number")),
                        row.getString("task"),
                        row.getString("step"),
                        Kind.valueOf(row.getString("kind"))))
                .list();
    }

    private List<String> centers() {
        return Objects.requireNonNull(transaction.execute(status -> jdbc.sql("select key from center order by key")
                .query(String.class)
                .list()));
    }

    private <T> T as(String center, Supplier<T> work) {
        return acting.as(Actor.system(center), () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
