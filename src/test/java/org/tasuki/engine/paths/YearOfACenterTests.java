package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tasuki.casefile.Refusal;
import org.tasuki.deadlines.CaseFacts;
import org.tasuki.deadlines.DeadlineRule;
import org.tasuki.deadlines.DeadlineRules;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.InboxBooks;
import org.tasuki.inbox.InboxItem;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Accounts;
import org.tasuki.people.SignedIn;
import org.tasuki.staffing.Absence;
import org.tasuki.staffing.Absences;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.Japan;

/**
 * A year of a center (950 cases, domain.md), day by day on the real engine: at the end of each day nothing is without an owner and
 * a running deadline, no step of a ladder is missing or doubled, and the inbox is what the engine says. Every tenth day the
 * supervisor's board is what the raw tables say.
 */
@Tag("slow")
@StoryTest
@Import({SimulatedOffice.class, SecondThoughts.class, BoardRecount.class})
class YearOfACenterTests {

    private static final int DAYS = Integer.getInteger("tasuki.simulation.days", 365);
    private static final double CASES_A_DAY = Integer.getInteger("tasuki.simulation.cases", 950) / 365.0;
    private static final int BOARD_EVERY = 10;
    private static final long SEED = Long.getLong("tasuki.simulation.seed", 20270401);

    /** When people look at their lists; the last is the night's: what falls due then is found in the morning. */
    private static final List<String> MOMENTS = List.of("T09:00", "T12:00", "T16:30", "T23:59:59");

    @Autowired
    private Stories stories;

    @Autowired
    private SimulatedOffice.Turning turning;

    @Autowired
    private CaseFacts facts;

    @Autowired
    private DeadlineRules rules;

    @Autowired
    private InboxBooks books;

    @Autowired
    private Absences absences;

    @Autowired
    private Accounts accounts;

    @Autowired
    private SecondThoughts second;

    @Autowired
    private BoardRecount board;

    @Autowired
    private TestDatabase database;

    @Test
    void nothingIsLostBetweenTwoDesks() {
        SimulatedPeople people =
                new SimulatedPeople(stories, facts, () -> turning.hands().instant(), second, SEED);
        LocalDate first = LocalDate.of(2027, 4, 1);
        turning.to(first + "T08:30");
        stories.office().open();
        for (LocalDate day = first; day.isBefore(first.plusDays(DAYS)); day = day.plusDays(1)) {
            live(day, people);
            agree(day);
            if (day.getDayOfYear() % BOARD_EVERY == 0) {
                board.agree(turning.hands().instant());
            }
        }
        tell();
        assertThat(second.undone() > 0 && second.sentBack() > 0 || DAYS < 100)
                .as("in a year people think better of it, too")
                .isTrue();
    }

    private void live(LocalDate day, SimulatedPeople people) {
        for (String moment : MOMENTS) {
            turning.to(day + moment);
            for (int call = people.calls(CASES_A_DAY / MOMENTS.size()); call > 0; call--) {
                people.call();
            }
            if (!moment.equals("T23:59:59")) {
                open().stream().filter(people::does).forEach(item -> work(item, people));
            }
        }
        leave(day, people);
        List<CaseNumber> running = cases();
        if (!running.isEmpty() && people.chance(20)) {
            people.correct(people.one(running));
            turning.to(day + MOMENTS.get(MOMENTS.size() - 1));
        }
    }

    /** Another may have moved the case meanwhile, or they are away; whatever else comes of it would be a finding. */
    private static void work(InboxItem item, SimulatedPeople people) {
        assertThat(people.works(item))
                .as(item.step())
                .isInstanceOfAny(
                        Completion.Done.class, Completion.Gone.class, Completion.HeldBy.class, Completion.Away.class);
    }

    /** Now and then an officer is away for some days, and the other stands in. */
    private void leave(LocalDate day, SimulatedPeople people) {
        if (!people.chance(5)) {
            return;
        }
        SignedIn officer = accounts.find("story-officer").orElseThrow();
        OffsetDateTime from = at(day.plusDays(1) + "T08:30");
        try {
            stories.acting().as(officer.actor(), () -> stories.transaction()
                    .executeWithoutResult(status -> absences.enter(
                            officer,
                            new Absences.Entry(
                                    "story-officer",
                                    Absence.Kind.LEAVE,
                                    from.toInstant(),
                                    from.plusDays(3).toInstant(),
                                    List.of("story-officer2")))));
        } catch (Refusal alreadyAway) {
            assertThat(alreadyAway.messageKey()).isEqualTo("staffing.absence.twice");
        }
    }

    private void agree(LocalDate day) {
        String today = day.toString();
        assertThat(books.check()).as("%s: inbox and engine", today).isEmpty();
        none(
                today,
                "an open case without a task",
                """
                select f.number from case_file f where f.status = 'open'
                and not exists (select from inbox_item i where i.case_number = f.number)""");
        none(
                today,
                "a task without an owner",
                "select task_id from inbox_item where desk = '' or (assignee is null and desk is null)");
        none(
                today,
                "a task without one running deadline",
                """
                select i.task_id from inbox_item i where 1 <>
                (select count(*) from deadline d where d.wait_id = i.wait_id and d.ended_at is null)""");
        none(
                today,
                "a deadline without its task",
                """
                select d.id::text from deadline d where d.ended_at is null
                and not exists (select from inbox_item i where i.wait_id = d.wait_id)""");
        none(
                today,
                "a step of a ladder that does not follow on the one before it",
                """
                select deadline::text from deadline_announcement group by deadline, round
                having count(*) <> max(step) + 1 or min(step) <> 0""");
        assertThat(missingSteps())
                .as("%s: steps that have come and were not announced", today)
                .isEmpty();
    }

    private void none(String day, String what, String sql) {
        assertThat(all().sql(sql).query(String.class).list())
                .as("%s: %s", day, what)
                .isEmpty();
    }

    /** Of each deadline that runs: as many announcements in this round as there are steps whose time has come. */
    private List<String> missingSteps() {
        List<String> wrong = new ArrayList<>();
        OffsetDateTime now = turning.hands().instant().atOffset(ZoneOffset.UTC);
        all().sql(
                        """
                select d.id, d.rule, d.rule_version, d.due_at, d.state, d.announced,
                       (select count(*) from unnest(d.warn_at) w where w <= :now) as warnings,
                       (select count(*) from deadline_announcement a where a.deadline = d.id and a.round = d.round) as told
                from deadline d where d.ended_at is null
                """)
                .param("now", now)
                .query()
                .listOfRows()
                .forEach(row -> check(row, now, wrong));
        return wrong;
    }

    private void check(Map<String, Object> row, OffsetDateTime now, List<String> wrong) {
        DeadlineRule rule =
                rules.kept((String) row.get("rule"), ((java.sql.Date) row.get("rule_version")).toLocalDate());
        var due = ((java.sql.Timestamp) row.get("due_at")).toInstant();
        boolean over = !due.isAfter(now.toInstant());
        long climbed = over
                ? 1
                        + rule.ladder().stream()
                                .filter(rung -> !rung.at(due).isAfter(now.toInstant()))
                                .count()
                : 0;
        long expected = (long) row.get("warnings") + climbed;
        if (expected != (long) row.get("told") || expected != (int) row.get("announced")) {
            wrong.add("%s: %s steps have come, %s were told".formatted(row.get("rule"), expected, row.get("told")));
        }
    }

    /** In an order of their own: the engine's ids fall otherwise in each run, and the dice would too. */
    private List<InboxItem> open() {
        return stories.acting()
                .as(StoryOffice.SYSTEM, () -> stories.transaction().execute(status -> cases().stream()
                        .flatMap(number -> stories.inbox().ofCase(number).stream())
                        .sorted(Comparator.comparing(InboxItem::number)
                                .thenComparing(InboxItem::step)
                                .thenComparing(InboxItem::bornAt)
                                .thenComparing(InboxItem::dueAt))
                        .toList()));
    }

    private List<CaseNumber> cases() {
        return all().sql("select distinct case_number from inbox_item order by 1")
                .query((row, i) -> new CaseNumber(row.getString(1)))
                .list();
    }

    /** What the year was like, for whoever reads the log. */
    private void tell() {
        System.out.println(all().sql(
                                """
                select format('%s cases, %s closed, %s steps done, %s deadlines (%s met late), %s announcements, %s notices open',
                    (select count(*) from case_file), (select count(*) from case_file where status = 'closed'),
                    (select count(*) from form_answer), (select count(*) from deadline),
                    (select count(*) from deadline where state = 'met late'), (select count(*) from deadline_announcement),
                    (select count(*) from notice))
                """)
                        .query(String.class)
                        .single()
                + ", %d undone, %d sent back".formatted(second.undone(), second.sentBack()));
    }

    private JdbcClient all() {
        return database.asSuperuser();
    }

    private static OffsetDateTime at(String moment) {
        return LocalDateTime.parse(moment).atZone(Japan.ZONE).toOffsetDateTime();
    }
}
