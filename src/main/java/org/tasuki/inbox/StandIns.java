package org.tasuki.inbox;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.people.Role;
import org.tasuki.staffing.Assignment;
import org.tasuki.staffing.Candidate;
import org.tasuki.staffing.Candidates;
import org.tasuki.terms.CaseNumber;

/**
 * Whoever is away has nothing that falls due meanwhile (代理): it goes to the first substitute who can take it, or back to its
 * desk, where it is told of at once. What the substitute has not begun goes back to its person when they are here again. Looks at
 * what is there, and remembers nothing: a look that failed, or came twice, does no harm. Whoever calls holds the case.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class StandIns {

    private static final String ABSENT = "b.cancelled_at is null and b.starts_at <= :now and :now < b.ends_at";

    /** What is urgent does not wait for anybody, whenever it is due. */
    private static final String DUE_MEANWHILE =
            """
            select distinct i.task_id, i.case_number from absence b join inbox_item i on i.assignee = b.account
            join case_file f on f.number = i.case_number left join case_clock k on k.case_number = i.case_number
            where b.center = :center and i.center = :center and %s
              and (f.urgency in ('AA', 'A') or i.due_at <= b.ends_at + coalesce(k.ahead, interval '0'))
              and coalesce(k.ahead, interval '0') >= interval '0'
            """
                    .formatted(ABSENT);

    private static final String BACK_AGAIN =
            """
            select i.task_id, i.case_number from inbox_item i
            where i.center = :center and i.stands_in_for is not null and not i.begun
              and not exists (select from absence b where b.account = i.stands_in_for and %s)
              and exists (select from account a join account_role r on r.account = a.id
                          where a.id = i.stands_in_for and a.enabled and r.role = i.desk)
              and not exists (select from case_exclusion x where x.case_number = i.case_number
                              and x.account = i.stands_in_for and x.lifted_at is null)
            """
                    .formatted(ABSENT);

    private final JdbcClient jdbc;
    private final InboxList inbox;
    private final Holding holding;
    private final Holdings holdings;
    private final Candidates candidates;
    private final FourEyes fourEyes;
    private final Clock clock;

    StandIns(
            JdbcClient jdbc,
            InboxList inbox,
            Holding holding,
            Holdings holdings,
            Candidates candidates,
            FourEyes fourEyes,
            Clock clock) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.holding = holding;
        this.holdings = holdings;
        this.candidates = candidates;
        this.fourEyes = fourEyes;
        this.clock = clock;
    }

    /** The cases of a center with a task in the wrong hands. */
    public List<CaseNumber> awake(String center, int most) {
        return ask(
                        "select distinct case_number from (" + DUE_MEANWHILE + " union all " + BACK_AGAIN
                                + ") wrong limit " + most,
                        center)
                .query((row, i) -> new CaseNumber(row.getString("case_number")))
                .list();
    }

    public void settle(String center, CaseNumber number) {
        Set<String> leaving = tasks(DUE_MEANWHILE, center, number);
        Set<String> returning = tasks(BACK_AGAIN, center, number);
        inbox.ofCase(number).forEach(item -> {
            if (leaving.contains(item.taskId())) {
                handOn(item);
            } else if (returning.contains(item.taskId())) {
                handBack(item);
            }
        });
    }

    private void handOn(InboxItem item) {
        Candidates.Field field = candidates.of(item.number(), Role.of(item.desk()), item.step());
        Candidate away = field.find(item.assignee());
        boolean given = away != null
                && Assignment.standIn(
                                away, field.without(fourEyes.proposer(item).orElse(null)))
                        .map(substitute -> holding.give(
                                item,
                                substitute.account(),
                                new Hold(Hold.How.SUBSTITUTE, "substitute", away.account()),
                                Act.TASK_HANDED_ON))
                        .orElse(false);
        if (!given) {
            holding.putBack(item, "nobody-here");
        }
    }

    private void handBack(InboxItem item) {
        holdings.of(item.taskId())
                .map(Holdings.Held::standsInFor)
                .ifPresent(person ->
                        holding.give(item, person, Hold.by(Hold.How.HANDED_BACK, "back"), Act.TASK_HANDED_ON));
    }

    private Set<String> tasks(String which, String center, CaseNumber number) {
        return Set.copyOf(ask("select distinct task_id from (" + which + ") t where case_number = :case", center)
                .param("case", number.value())
                .query(String.class)
                .list());
    }

    private JdbcClient.StatementSpec ask(String sql, String center) {
        return jdbc.sql(sql).param("center", center).param("now", OffsetDateTime.now(clock));
    }
}
