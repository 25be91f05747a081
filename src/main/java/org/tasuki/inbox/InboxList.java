package org.tasuki.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.terms.CaseNumber;

/**
 * Reads the inbox. "Mine" and "my desks'" are two questions with an index each; asked as one, the database would have to
 * walk both.
 */
@Component
@Transactional(readOnly = true)
public class InboxList {

    private static final String SELECT =
            """
            select i.*, f.urgency, c.name as child_name, c.kana as child_kana, c.birth_date as child_birth_date,
                   h.agency as addressee,
                   :now::timestamptz + coalesce(k.ahead, interval '0') as now
            from inbox_item i
            join case_file f on f.number = i.case_number
            left join child c on c.case_number = i.case_number
            left join hand_over h on h.id = i.hand_over
            left join case_clock k on k.case_number = i.case_number
            """;

    /**
     * A case whose clock runs behind is still being told: its tasks are done long since or not born yet, and belong on
     * nobody's desk before it has come to the present. A practice case, which runs ahead, is listed. Few cases have a clock
     * of their own, so this is one look at a small table.
     */
    private static final String PRESENT =
            """
             and not exists (select from case_clock b where b.case_number = i.case_number and b.ahead < interval '0')
            """;

    private final JdbcClient jdbc;
    private final Acting acting;
    private final Clock clock;

    InboxList(JdbcClient jdbc, Acting acting, Clock clock) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.clock = clock;
    }

    /** A place in the list, to go on from: the last row's due time and task. */
    public record After(Instant dueAt, String taskId) {

        public static final After NOTHING = new After(Instant.EPOCH, "");
    }

    public record Counts(long mine, long desks) {}

    /** What the reader narrowed the list to; null means everything. */
    public record Filter(@Nullable String desk, @Nullable String step, @Nullable String urgency) {

        public static final Filter NONE = new Filter(null, null, null);
    }

    /** The actor's own tasks, or those that wait unclaimed at the actor's desks. */
    public enum Tab {
        MINE(" where i.assignee = :me" + PRESENT),
        ROLES(" where i.assignee is null and i.desk in (:desks)" + PRESENT);

        private final String where;

        Tab(String where) {
            this.where = where;
        }
    }

    private static final String FILTER =
            """
             and (:desk::text is null or i.desk = :desk) and (:step::text is null or i.step = :step)
             and (:urgency::text is null or f.urgency = :urgency)
            """;

    /** Soonest due first, from the place after which the last page ended. */
    public List<InboxItem> page(Tab tab, Filter filter, After after, int most) {
        return ask(
                        tab,
                        filter,
                        SELECT + tab.where + FILTER
                                + " and (i.due_at, i.task_id) > (:due, :task) order by i.due_at, i.task_id limit :most")
                .param("due", after.dueAt().atOffset(ZoneOffset.UTC))
                .param("task", after.taskId())
                .param("most", most)
                .query(InboxList::read)
                .list();
    }

    /** How many are due in which stretch of time, counted on each case's own clock. */
    public Map<Stretch, Long> stretches(Tab tab, Filter filter) {
        String counted = "select stretch, count(*) as tasks from (select " + Stretch.SQL + " as stretch from (" + SELECT
                + tab.where + FILTER + ") i) s group by stretch";
        Map<Stretch, Long> counts = new EnumMap<>(Stretch.class);
        ask(tab, filter, counted)
                .query((row, i) -> counts.put(Stretch.valueOf(row.getString("stretch")), row.getLong("tasks")))
                .list();
        return counts;
    }

    /** The steps at which tasks of this tab stand: what the reader can narrow the list to. */
    public List<String> steps(Tab tab) {
        return ask(
                        tab,
                        Filter.NONE,
                        "select distinct i.step from inbox_item i join case_file f on f.number = i.case_number"
                                + tab.where + FILTER + " order by i.step")
                .query(String.class)
                .list();
    }

    private JdbcClient.StatementSpec ask(Tab tab, Filter filter, String sql) {
        Actor me = acting.current();
        JdbcClient.StatementSpec asked = jdbc.sql(sql)
                .param("now", now())
                .param("desk", filter.desk())
                .param("step", filter.step())
                .param("urgency", filter.urgency());
        return tab == Tab.MINE
                ? asked.param("me", me.account())
                : asked.param("desks", me.desks().isEmpty() ? Set.of("") : me.desks());
    }

    public Counts counts() {
        Set<String> desks = acting.current().desks();
        return jdbc.sql(
                        """
                select (select count(*) from inbox_item i where i.assignee = :me %1$s) as mine,
                       (select count(*) from inbox_item i where i.assignee is null and i.desk in (:desks) %1$s) as desks
                """
                                .formatted(PRESENT))
                .param("me", acting.current().account())
                .param("desks", desks.isEmpty() ? Set.of("") : desks)
                .query((row, i) -> new Counts(row.getLong("mine"), row.getLong("desks")))
                .single();
    }

    public Optional<InboxItem> find(String taskId) {
        return jdbc.sql(SELECT + " where i.task_id = :task")
                .param("now", now())
                .param("task", taskId)
                .query(InboxList::read)
                .optional();
    }

    /** Who holds a task of the actor's desks; empty when it waits, or is none of theirs. */
    Optional<String> holder(String taskId) {
        return jdbc.sql("select assignee from inbox_item where task_id = ? and assignee is not null")
                .param(taskId)
                .query(String.class)
                .optional();
    }

    /** The open task that a case waits at. */
    public Optional<String> taskOfWait(CaseNumber number, String waitId) {
        return jdbc.sql("select task_id from inbox_item where case_number = ? and wait_id = ?")
                .params(number.value(), waitId)
                .query(String.class)
                .optional();
    }

    /** The open tasks of a case, soonest due first. */
    public List<InboxItem> ofCase(CaseNumber number) {
        return jdbc.sql(SELECT + " where i.case_number = :case order by i.due_at, i.task_id")
                .param("now", now())
                .param("case", number.value())
                .query(InboxList::read)
                .list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    static InboxItem read(ResultSet row, int index) throws SQLException {
        return new InboxItem(
                row.getString("task_id"),
                new CaseNumber(row.getString("case_number")),
                row.getString("center"),
                row.getString("desk"),
                row.getString("agency"),
                row.getString("assignee"),
                row.getString("process"),
                row.getString("step"),
                row.getString("form"),
                row.getString("wait_id"),
                row.getString("hand_over"),
                row.getString("addressee"),
                instant(row, "born_at"),
                instant(row, "due_at"),
                row.getObject("warn_at") == null ? null : instant(row, "warn_at"),
                instant(row, "now"),
                row.getString("standing"),
                row.getString("urgency"),
                row.getString("child_name"),
                row.getString("child_kana"),
                birthDate(row));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable LocalDate birthDate(ResultSet row) throws SQLException {
        return row.getObject("child_birth_date", LocalDate.class);
    }
}
