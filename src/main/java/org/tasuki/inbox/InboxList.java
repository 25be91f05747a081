package org.tasuki.inbox;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Right;
import org.tasuki.people.Role;
import org.tasuki.people.SignedIn;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.Japan;

/**
 * Reads the inbox. Each page is one walk along an index that stops when the page is full, and each count stops at {@link
 * #MOST}, so that a list costs the same however long it is (docs/decisions/0027).
 */
@Component
@Transactional(readOnly = true)
public class InboxList {

    /** Nobody counts further. */
    public static final int MOST = 1_000;

    /** The rows' own policies say who sees them; a case whose desk's list shows it may be opened from it. */
    static final String SELECT =
            """
            select i.*, c.name as child_name, c.kana as child_kana, c.birth_date as child_birth_date, h.agency as addressee,
                   :now::timestamptz + i.ahead as now
            from %s i
            left join child c on c.case_number = i.case_number
            left join hand_over h on h.id = i.hand_over
            """;

    /** A colleague's task stands at the desk too, and is no way into a case that is theirs. */
    private static final String EACH = SELECT.formatted("inbox_item") + " join case_file f on f.number = i.case_number";

    /** Two statements, for the second must see what was done until the first had the case; they travel together. */
    private static final String HELD =
            """
            select hold_case(case_number) from inbox_item where task_id = ?;
            """
                    + EACH.replace(":now", "?")
                    + " where i.task_id = ?";

    private static final Role[] OF_CENTER =
            Arrays.stream(Role.values()).filter(Role::ofCenter).toArray(Role[]::new);

    private final JdbcClient jdbc;
    private final JdbcOperations both;
    private final Accounts accounts;
    private final Acting acting;
    private final Clock clock;

    InboxList(JdbcClient jdbc, JdbcOperations both, Accounts accounts, Acting acting, Clock clock) {
        this.jdbc = jdbc;
        this.both = both;
        this.accounts = accounts;
        this.acting = acting;
        this.clock = clock;
    }

    /** A place in the list, to go on from: a row's due time on the office's clock, and its task. The row may be gone. */
    public record After(Instant dueHere, String taskId, boolean backwards) {

        public static final After NOTHING = new After(Instant.EPOCH, "", false);
    }

    /** {@link #MOST} means that many or more. */
    public record Counts(long mine, long desks, long away) {}

    /** What the reader narrowed the list to; null means everything. */
    public record Filter(
            @Nullable String desk,
            @Nullable String step,
            @Nullable String urgency,
            @Nullable String officer,
            @Nullable String type,
            @Nullable AgeBand age,
            @Nullable String agency) {

        public static final Filter NONE = new Filter(null, null, null, null, null, null, null);
    }

    /**
     * The actor's own tasks; those that wait unclaimed at the actor's desks; those that the center waits for an agency to do; those in
     * colleagues' hands, for whoever gives tasks out.
     */
    public enum Tab {
        MINE,
        ROLES,
        AWAY,
        HELD
    }

    /** Soonest due first, after the place or before it. */
    public List<InboxItem> page(Tab tab, Filter filter, After after, int most) {
        return page(walk(tab, filter, null), after, most);
    }

    /** The same, of those only that are put first, or only of the others. */
    public List<InboxItem> page(Tab tab, Filter filter, After after, int most, boolean raised) {
        return page(walk(tab, filter, raised), after, most);
    }

    private List<InboxItem> page(InboxWalk walk, After after, int most) {
        List<InboxItem> items = new ArrayList<>(walk.bind(
                        jdbc.sql(SELECT.formatted(walk.page(after, most)) + InboxWalk.order(after.backwards())), after)
                .param("now", now())
                .query(InboxList::read)
                .list());
        if (after.backwards()) {
            Collections.reverse(items);
        }
        return items;
    }

    /** How many are due in these stretches of time; {@link #MOST} means that many or more. */
    public Map<Stretch, Long> counts(Tab tab, Filter filter, Set<Stretch> asked) {
        Map<Stretch, Long> counts = new EnumMap<>(Stretch.class);
        if (asked.isEmpty()) {
            return counts;
        }
        InboxWalk walk = walk(tab, filter, null);
        walk.bind(jdbc.sql(walk.stretches(MOST)))
                .param("overdue", now())
                .param("midnight", Stretch.TODAY.end(clock.instant()).atOffset(ZoneOffset.UTC))
                .param("sunday", Stretch.WEEK.end(clock.instant()).atOffset(ZoneOffset.UTC))
                .param("asked", asked.stream().map(Stretch::name).toArray(String[]::new))
                .query((row, i) -> counts.put(Stretch.valueOf(row.getString("stretch")), row.getLong("tasks")))
                .list();
        return counts;
    }

    /** What the tab's tasks can be narrowed to, by column: each look-up jumps from one value to the next. */
    public Map<String, List<String>> choices(Tab tab) {
        InboxWalk walk = walk(tab, Filter.NONE, null);
        Map<String, List<String>> choices = new TreeMap<>();
        walk.bind(jdbc.sql(walk.choices()))
                .query((row, i) -> choices.computeIfAbsent(row.getString("what"), what -> new ArrayList<>())
                        .add(row.getString("value")))
                .list();
        return choices;
    }

    private InboxWalk walk(Tab tab, Filter filter, @Nullable Boolean raised) {
        return new InboxWalk(
                tab,
                filter,
                acting.current(),
                LocalDate.ofInstant(clock.instant(), Japan.ZONE),
                raised,
                tab == Tab.HELD ? colleagues() : List.of());
    }

    private List<String> colleagues() {
        Actor me = acting.current();
        String center = me.center();
        return center == null || !acting.may(Right.ASSIGN_TASK)
                ? List.of()
                : accounts.withRole(center, OF_CENTER).stream()
                        .map(SignedIn::getUsername)
                        .filter(account -> !account.equals(me.account()))
                        .toList();
    }

    public Counts counts() {
        Actor me = acting.current();
        return jdbc.sql(
                        """
                select (select count(*) from (select from inbox_item i where i.lane = :me limit %1$d) c) as mine,
                       (select count(*) from (select from inbox_item i where i.lane = any(:lanes) limit %1$d) c) as desks,
                       (select count(*) from %2$s c) as away
                """
                                .formatted(MOST, InboxWalk.away("", "limit " + MOST)))
                .param("me", InboxLane.of(me))
                .param("lanes", InboxLane.desksOf(me))
                .param("center", Objects.requireNonNullElse(me.center(), ""))
                .query((row, i) -> new Counts(row.getLong("mine"), row.getLong("desks"), row.getLong("away")))
                .single();
    }

    /** How many tasks colleagues hold; none for whoever does not give tasks out. {@link #MOST} means that many or more. */
    public long held() {
        List<String> colleagues = colleagues();
        return colleagues.isEmpty()
                ? 0
                : jdbc.sql("select count(*) from (select from inbox_item i where i.lane = any(:lanes) limit " + MOST
                                + ") c")
                        .param("lanes", colleagues.stream().map(InboxLane::of).toArray(String[]::new))
                        .query(Long.class)
                        .single();
    }

    public Optional<InboxItem> find(String taskId) {
        return jdbc.sql(EACH + " where i.task_id = :task")
                .param("now", now())
                .param("task", taskId)
                .query(InboxList::read)
                .optional();
    }

    /** As {@link #find}, with its case held until the transaction ends: a double click waits here, and then finds nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<InboxItem> hold(String taskId) {
        return Objects.requireNonNull(both.execute(HELD, (PreparedStatement statement) -> {
            statement.setString(1, taskId);
            statement.setObject(2, now());
            statement.setString(3, taskId);
            statement.execute();
            statement.getMoreResults();
            try (ResultSet row = statement.getResultSet()) {
                return row.next() ? Optional.of(read(row, 0)) : Optional.empty();
            }
        }));
    }

    /** Those of these that the actor sees, soonest due first. */
    public List<InboxItem> find(Collection<String> tasks) {
        return jdbc.sql(EACH + " where i.task_id = any(:tasks) order by i.due_here, i.task_id")
                .param("now", now())
                .param("tasks", tasks.toArray(String[]::new))
                .query(InboxList::read)
                .list();
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
        return jdbc.sql(EACH + " where i.case_number = :case order by i.due_at, i.task_id")
                .param("now", now())
                .param("case", number.value())
                .query(InboxList::read)
                .list();
    }

    /** Everything that waits anywhere, as far as the reader sees it, soonest due first. */
    public List<InboxItem> waiting(int most) {
        return jdbc.sql(EACH + " order by i.due_at, i.task_id limit :most")
                .param("now", now())
                .param("most", most)
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
                instant(row, "due_here"),
                row.getObject("warn_at") == null ? null : instant(row, "warn_at"),
                instant(row, "now"),
                row.getString("standing"),
                row.getString("urgency"),
                row.getBoolean("raised"),
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
