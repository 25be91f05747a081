package org.tasuki.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.deadlines.DueMoved;
import org.tasuki.deadlines.LadderClimbed;
import org.tasuki.inbox.HandedOn;
import org.tasuki.inbox.InboxList;
import org.tasuki.inbox.LeftUnclaimed;
import org.tasuki.inbox.QuestionAnswered;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.terms.CaseNumber;

/**
 * Tells people of deadlines that climbed. What is near or over is told to whoever has the task, also when it changes hands
 * later; what climbed, to the desk of the role it climbed to. A notice goes when its task is done.
 */
@Component
@Transactional
public class Notices {

    /** Beyond this many nobody counts. */
    public static final int MOST = 200;

    private static final String TO_ME =
            """
            from notice n join inbox_item i on i.task_id = n.task_id
            where (n.desk in (:desks)
                   or n.account = :me
                   or n.desk is null and n.account is null
                      and (i.assignee = :me or i.assignee is null and i.desk in (:desks)))
              and (n.kind <> 'unclaimed' or i.assignee is null)
              and (n.kind <> 'given' or i.assignee = :me)
              and not exists (select from case_clock b where b.case_number = n.case_number and b.ahead < interval '0')
            """;

    private static final String READ = "exists (select from notice_read r where r.notice = n.id and r.account = :me)";

    private final JdbcClient jdbc;
    private final InboxList inbox;
    private final Acting acting;
    private final Clock clock;
    private final NoticeMail mail;

    Notices(JdbcClient jdbc, InboxList inbox, Acting acting, Clock clock, NoticeMail mail) {
        this.mail = mail;
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.acting = acting;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(LadderClimbed climbed) {
        inbox.taskOfWait(climbed.number(), climbed.waitId())
                .ifPresent(task -> mail.tell(insert(climbed, task), climbed));
    }

    private long insert(LadderClimbed climbed, String task) {
        return jdbc.sql(
                        """
                        insert into notice (case_number, center, task_id, desk, kind, deadline, round, step, due_at, at)
                        values (:case, :center, :task, :desk, :kind, :deadline, :round, :step, :due, :at) returning id
                        """)
                .param("case", climbed.number().value())
                .param("center", climbed.center())
                .param("task", task)
                .param("desk", climbed.what().to())
                .param("kind", climbed.what().kind().key())
                .param("deadline", climbed.deadline())
                .param("round", climbed.round())
                .param("step", climbed.step())
                .param("due", utc(climbed.dueAt()))
                .param("at", utc(climbed.at()))
                .query(Long.class)
                .single();
    }

    /** Nobody has taken it: the desk that it climbed to hears of it once. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(LeftUnclaimed left) {
        jdbc.sql(
                        """
                insert into notice (case_number, center, task_id, desk, kind, due_at, at)
                values (:case, :center, :task, :desk, 'unclaimed', :due, :at) on conflict do nothing
                """)
                .param("case", left.number().value())
                .param("center", left.center())
                .param("task", left.taskId())
                .param("desk", left.to())
                .param("due", utc(left.dueAt()))
                .param("at", utc(left.at()))
                .update();
    }

    /** Whoever was given a task, and whoever it was taken from, hear of it; unless they did it themselves. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(HandedOn handed) {
        jdbc.sql("delete from notice where task_id = ? and kind in ('unclaimed', 'given', 'taken')")
                .param(handed.taskId())
                .update();
        tell(handed, "given", handed.to());
        tell(handed, "taken", handed.from());
    }

    private void tell(HandedOn handed, String kind, @Nullable String account) {
        if (account == null || account.equals(handed.by())) {
            return;
        }
        jdbc.sql(
                        """
                insert into notice (case_number, center, task_id, account, kind, due_at, at)
                values (:case, :center, :task, :account, :kind, :due, :at)
                """)
                .param("case", handed.number().value())
                .param("center", handed.center())
                .param("task", handed.taskId())
                .param("account", account)
                .param("kind", kind)
                .param("due", utc(handed.dueAt()))
                .param("at", utc(handed.at()))
                .update();
    }

    /** Whoever has the task that asked hears of the answer; nobody, when it is done. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(QuestionAnswered answered) {
        jdbc.sql(
                        """
                insert into notice (case_number, center, task_id, kind, due_at, at)
                select case_number, center, task_id, 'answered', due_at, :at from inbox_item where task_id = :task
                """)
                .param("at", utc(answered.at()))
                .param("task", answered.taskId())
                .update();
    }

    /** What was said of the old time says nothing of the new one. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(DueMoved moved) {
        jdbc.sql("delete from notice where deadline = ?")
                .param(moved.deadline())
                .update();
    }

    /**
     * How many tasks the actor has not read of, how many comments that call them,
     * {@link #MOST} of each at most; for how much they were called at night; and how many sessions of theirs were cancelled.
     */
    @Transactional(readOnly = true)
    public int unread() {
        return toMe("select (select count(*) from (select distinct n.task_id " + TO_ME + " and not " + READ + " limit "
                        + MOST + ") u) + (select count(*) from (select 1 " + Mentions.TO_ME + " limit " + MOST + ") v)"
                        + " + (select count(*) from on_call_notice c where c.account = :me and c.read_at is null)"
                        + " + (select count(*) from training_notice t where t.account = :me and t.read_at is null)")
                .query(Integer.class)
                .single();
    }

    /** One a task, the last that was said of it; unread ones first, and of those what is due soonest. */
    @Transactional(readOnly = true)
    public List<DeadlineNotice> list() {
        return list("");
    }

    /** Of these, what the actor has not read and can still do something about. */
    @Transactional(readOnly = true)
    List<DeadlineNotice> unread(List<Long> notices) {
        String which = notices.isEmpty() ? " and false" : " and n.id = any (array" + notices + "::bigint[])";
        return list(which).stream().filter(notice -> !notice.read()).toList();
    }

    private List<DeadlineNotice> list(String which) {
        return toMe("""
                select * from (
                    select distinct on (n.task_id)
                           n.kind, n.desk is not null as climbed, n.case_number, n.task_id, i.process, i.step, i.desk as waits,
                           i.assignee, c.name as child_name, f.urgency, i.born_at, i.due_at, n.at,
                           :now::timestamptz + coalesce(k.ahead, interval '0') as now, %s as read
                    %s order by n.task_id, n.at desc, n.id desc) one
                order by read, due_at, task_id limit %d
                """
                        .formatted(READ, joined() + which, MOST))
                .param("now", OffsetDateTime.now(clock))
                .query(Notices::read)
                .list();
    }

    private static String joined() {
        return TO_ME.replace(
                "where (",
                """
                join case_file f on f.number = n.case_number
                left join child c on c.case_number = n.case_number
                left join case_clock k on k.case_number = n.case_number
                where (""");
    }

    /** What was said of this task. Answers false when nothing is said to the actor any more, or never was. */
    public boolean read(String taskId) {
        boolean there = toMe("select exists (select 1 " + TO_ME + " and n.task_id = :task)")
                .param("task", taskId)
                .query(Boolean.class)
                .single();
        if (there) {
            markRead(" and n.task_id = :task", taskId);
        }
        return there;
    }

    public void readAll() {
        markRead(" and :task = ''", "");
    }

    private void markRead(String which, String taskId) {
        toMe("""
                insert into notice_read (notice, account, case_number, center, at)
                select n.id, :me, n.case_number, n.center, :at %s %s on conflict do nothing
                """
                        .formatted(TO_ME, which))
                .param("task", taskId)
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    private JdbcClient.StatementSpec toMe(String sql) {
        Actor me = acting.current();
        return jdbc.sql(sql).param("me", me.account()).param("desks", me.desks().isEmpty() ? Set.of("") : me.desks());
    }

    private static DeadlineNotice read(ResultSet row, int index) throws SQLException {
        return new DeadlineNotice(
                NoticeKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getBoolean("climbed"),
                new CaseNumber(row.getString("case_number")),
                row.getString("task_id"),
                row.getString("process"),
                row.getString("step"),
                row.getString("waits"),
                row.getString("assignee"),
                row.getString("child_name"),
                row.getString("urgency"),
                instant(row, "born_at"),
                instant(row, "due_at"),
                instant(row, "at"),
                instant(row, "now"),
                row.getBoolean("read"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
