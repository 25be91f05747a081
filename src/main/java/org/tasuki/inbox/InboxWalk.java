package org.tasuki.inbox;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.tasuki.inbox.InboxList.After;
import org.tasuki.inbox.InboxList.Filter;
import org.tasuki.inbox.InboxList.Tab;
import org.tasuki.people.Actor;

/**
 * The way along the indexes of {@code inbox_item} that one list takes. Several desks are a walk each, merged: asked for with {@code in},
 * the database would read all of them and sort. So are several school years, unless something else narrows the list already.
 */
final class InboxWalk {

    private static final Map<String, String> COLUMNS = Map.of(
            "step", "step", "urgency", "urgency", "officer", "officer", "type", "abuse_type", "agency", "agency");

    private static final String PLACE = "(i.due_here, i.task_id) %s (:due, :task)";

    private static final String FROM_LANES = "unnest(:lanes::text[])";

    private final Tab tab;
    private final String[] lanes;
    private final String center;
    private final Integer @Nullable [] years;
    /** The one that leaves the fewest rows comes first: along its index the walk goes. */
    private final Map<String, String> narrowed = new LinkedHashMap<>();
    /** Those that are put first, those that are not, or all. */
    private final String priority;

    InboxWalk(Tab tab, Filter filter, Actor me, LocalDate today) {
        this(tab, filter, me, today, null, List.of());
    }

    /**
     * @param raised only those that are put first, or only the others; null for all
     * @param colleagues whose tasks are looked at, if others' are
     */
    InboxWalk(Tab tab, Filter filter, Actor me, LocalDate today, @Nullable Boolean raised, List<String> colleagues) {
        this.tab = tab;
        this.priority = raised == null ? "" : raised ? " and i.raised" : " and not i.raised";
        this.lanes = switch (tab) {
            case MINE -> new String[] {InboxLane.of(me)};
            case HELD -> colleagues.stream().map(InboxLane::of).toArray(String[]::new);
            case ROLES, AWAY -> InboxLane.deskOf(me, filter.desk());
        };
        this.center = Objects.requireNonNullElse(me.center(), "");
        this.years = filter.age() == null ? null : filter.age().schoolYears(today);
        narrow("officer", filter.officer());
        narrow("step", filter.step());
        narrow("urgency", filter.urgency());
        narrow("type", filter.type());
        narrow("agency", tab == Tab.AWAY ? filter.agency() : null);
    }

    private void narrow(String name, @Nullable String value) {
        if (value != null) {
            narrowed.put(name, value);
        }
    }

    StatementSpec bind(StatementSpec sql, After place) {
        StatementSpec bound = bind(sql);
        return After.NOTHING.equals(place)
                ? bound
                : bound.param("due", place.dueHere().atOffset(ZoneOffset.UTC)).param("task", place.taskId());
    }

    StatementSpec bind(StatementSpec sql) {
        StatementSpec bound = tab == Tab.AWAY ? sql.param("center", center) : sql.param("lanes", lanes);
        if (years != null) {
            bound = bound.param("years", years);
        }
        for (Map.Entry<String, String> one : narrowed.entrySet()) {
            bound = bound.param(one.getKey(), one.getValue());
        }
        return bound;
    }

    /**
     * The rows of one page, to be asked from: after the place, which is {@code :due, :task}, or before it. How many stands in the text,
     * so that the database need not plan anew to know that they are few.
     */
    String page(After place, int most) {
        String beyond = priority
                + (After.NOTHING.equals(place) ? "" : " and " + PLACE.formatted(place.backwards() ? "<" : ">"));
        String end = order(place.backwards()) + " limit " + most;
        if (tab == Tab.AWAY) {
            return "(select * from " + away(narrowed() + anyYear() + beyond, end) + " i" + end + ")";
        }
        boolean byYear = years != null && narrowed.isEmpty();
        String walk = "select * from inbox_item i where i.lane = l.lane" + first()
                + (byYear ? " and i.school_year = y.year" : "") + beyond + order(place.backwards());
        String rest = others() + (byYear ? "" : anyYear());
        return "(select i.* from unnest(:lanes::text[]) l (lane)"
                + (byYear ? " cross join unnest(:years::int[]) y (year)" : "")
                + " cross join lateral (" + (rest.isEmpty() ? walk : fenced(walk, rest)) + " limit " + most + ") i"
                + end
                + ")";
    }

    /** Whatever else narrows the list is looked at on the way, and never makes the database sort a whole list. */
    private static String fenced(String walk, String rest) {
        return "select * from (" + walk + " offset 0) i where true" + rest;
    }

    static String order(boolean backwards) {
        return backwards ? " order by i.due_here desc, i.task_id desc" : " order by i.due_here, i.task_id";
    }

    /** How many there are in the stretches of time {@code :asked}, so many in each at most. */
    String stretches(int most) {
        return """
                with stretch (stretch, since, until) as (values
                    ('OVER', '-infinity'::timestamptz, :overdue::timestamptz), ('TODAY', :overdue, :midnight::timestamptz),
                    ('WEEK', :midnight, :sunday::timestamptz), ('LATER', :sunday, 'infinity'))
                select stretch, (select count(*) from %s c) as tasks from stretch
                where stretch = any(:asked)
                """
                .formatted(some(
                        narrowed() + anyYear() + " and i.due_here > since and i.due_here <= until", "limit " + most));
    }

    private String some(String which, String end) {
        return tab == Tab.AWAY
                ? away(which, end)
                : "(select i.* from inbox_item i where i.lane = any(:lanes)" + which + " " + end + ")";
    }

    /** What waits at agencies. Whoever looks over the center walks along it; others look at their own cases, one by one. */
    static String away(String which, String end) {
        String asked = " and i.away = :center" + which + " " + end;
        return "((select i.* from inbox_item i where acting_scope() in ('center', 'flow')" + asked + ") union all"
                + " (select i.* from inbox_item i where acting_scope() not in ('center', 'flow')"
                + " and i.case_number = any ((select team_cases())::text[])" + asked + "))";
    }

    /** The steps and officers that there are; of agencies the directory knows. */
    String choices() {
        return tab == Tab.AWAY
                ? awayChoices("step") + " union all " + awayChoices("officer")
                : jumps("step", "lane", FROM_LANES) + " union all " + jumps("officer", "lane", FROM_LANES);
    }

    /** As {@link #away} looks: over the whole center along an index, or at one's own cases, which are few. */
    private static String awayChoices(String column) {
        return """
                (select what, value from %2$s over_all
                 union
                 select distinct '%1$s', i.%1$s from inbox_item i where acting_scope() not in ('center', 'flow')
                    and i.case_number = any ((select team_cases())::text[]) and i.away = :center and i.%1$s is not null
                 order by value)
                """
                .formatted(
                        column, jumps(column, "away", "(select :center where acting_scope() in ('center', 'flow'))"));
    }

    /** The values of a column in these lists: from each, the index leads to the next. */
    private static String jumps(String column, String list, String from) {
        return """
                (with recursive jump (start, value) as (
                    select start, (select i.%1$s from inbox_item i where i.%2$s = start and i.%1$s is not null
                                   order by i.%1$s limit 1) from %3$s n (start)
                    union all
                    select start, (select i.%1$s from inbox_item i where i.%2$s = start and i.%1$s > value
                                   order by i.%1$s limit 1) from jump where value is not null)
                select distinct '%1$s' as what, value from jump where value is not null order by value)
                """
                .formatted(column, list, from);
    }

    private String narrowed() {
        return first() + others();
    }

    private String first() {
        return narrowed.keySet().stream().limit(1).map(InboxWalk::is).collect(Collectors.joining());
    }

    private String others() {
        return narrowed.keySet().stream().skip(1).map(InboxWalk::is).collect(Collectors.joining());
    }

    private static String is(String name) {
        return " and i." + COLUMNS.get(name) + " = :" + name;
    }

    private String anyYear() {
        return years == null ? "" : " and i.school_year = any(:years)";
    }
}
