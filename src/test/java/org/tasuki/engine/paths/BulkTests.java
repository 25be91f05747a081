package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.bulk.BulkRun;
import org.tasuki.bulk.BulkRuns;
import org.tasuki.bulk.BulkWatch;
import org.tasuki.bulk.Judge;
import org.tasuki.bulk.Order;
import org.tasuki.bulk.Order.Act;
import org.tasuki.bulk.Why;
import org.tasuki.casefile.CaseEnding;
import org.tasuki.casefile.EndingReason;
import org.tasuki.casefile.Exclusions;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList;
import org.tasuki.launch.TestDatabase;
import org.tasuki.notices.DeadlineNotice;
import org.tasuki.notices.NoticeKind;
import org.tasuki.notices.Notices;
import org.tasuki.people.Accounts;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.terms.Text;

/** What somebody does to many tasks at once: each by itself, with a result a row, once, also when it is interrupted. */
@StoryTest
class BulkTests {

    private static final Order TO_SECOND = new Order(Act.GIVE, "story-officer2", "load");

    /** Sixteen are the single act's; who acts is told again whenever somebody else steps in. */
    private static final int ROW = 24;

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private BulkRuns runs;

    @Autowired
    private BulkWatch watch;

    @Autowired
    private Judge judge;

    @Autowired
    private InboxList inbox;

    @Autowired
    private Exclusions exclusions;

    @Autowired
    private CaseEnding ending;

    @Autowired
    private Notices notices;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TestDatabase database;

    @Test
    void aSelectionIsGivenToSomebodyAndEachRowSaysWhatCameOfIt() {
        Story given = toSafetyCheck();
        Story excluded = stories.accepted();
        Story gone = stories.accepted();
        UUID run = chosen(supervisor(), given, excluded, gone);
        exclude("story-officer2", excluded);
        by(supervisor(), () -> {
            ending.withdraw(gone.number(), new EndingReason("誤って開いたため"));
            return true;
        });
        assertThat(hindered(supervisor(), TO_SECOND, run))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(task(run, excluded), Why.EXCLUDED, task(run, gone), Why.GONE));
        assertThat(begin(supervisor(), run, TO_SECOND)).isTrue();
        watch.look();
        assertThat(results(supervisor(), run)).containsExactly("done", "excluded", "gone");
        assertThat(state(supervisor(), run)).isEqualTo(BulkRun.State.DONE);
        assertThat(given.check().at("safetyCheck").item().assignee()).isEqualTo("story-officer2");
        assertThat(excluded.check().at("safetyCheck").item().assignee()).isEqualTo("story-officer");
        assertThat(trail(given)).containsOnlyOnce("task-assigned story-supervisor load");
        assertThat(ofRun(run)).containsExactly("bulk-begun story-supervisor", "bulk-ended system");
        assertThat(told("officer2", given)).containsExactly(NoticeKind.GIVEN);
        assertThat(told("officer", given)).containsExactly(NoticeKind.TAKEN);
    }

    @Test
    void whoMayNotGiveOutATaskMayNotGiveOutMany() {
        Story story = stories.accepted();
        UUID run = chosen(office.at("officer"), story);
        assertThat(hindered(office.at("officer"), TO_SECOND, run)).containsValue(Why.NOT_YOURS);
        begin(office.at("officer"), run, TO_SECOND);
        watch.look();
        assertThat(results(office.at("officer"), run)).containsExactly("not-yours");
        assertThat(story.check().at("safetyCheck").item().assignee()).isEqualTo("story-officer");
    }

    @Test
    void somebodyWhoDoesNotWorkAtTheDeskGetsNothing() {
        Story story = stories.accepted();
        UUID run = chosen(supervisor(), story);
        for (String person : List.of("story-medical", "story-police", "nobody", "x' or true")) {
            assertThat(hindered(supervisor(), new Order(Act.GIVE, person, "load"), run))
                    .containsValue(Why.ELSEWHERE);
        }
        assertThat(hindered(supervisor(), new Order(Act.GIVE, "story-officer", "load"), run))
                .containsValue(Why.ALREADY);
    }

    @Test
    void onesOwnTasksGoBackToTheirDesk() {
        Story mine = stories.accepted();
        Story waiting = stories.accepted().at("safetyCheck").answers();
        Actor officer = office.at("officer");
        UUID run = chosen(officer, mine, waiting);
        begin(officer, run, new Order(Act.BACK, null, null));
        watch.look();
        assertThat(results(officer, run)).containsOnly("done");
        assertThat(mine.check().at("safetyCheck").item().assignee()).isNull();
        UUID again = chosen(officer, mine);
        assertThat(hindered(officer, new Order(Act.BACK, null, null), again)).containsValue(Why.ALREADY);
    }

    @Test
    void aSupervisorPutsTasksFirstAndTakesItBack() {
        Story story = stories.accepted();
        UUID up = chosen(supervisor(), story);
        begin(supervisor(), up, new Order(Act.RAISE, null, "urgent"));
        watch.look();
        InboxItem raised = story.check().at("safetyCheck").item();
        assertThat(raised.raised()).isTrue();
        UUID down = chosen(supervisor(), story);
        assertThat(hindered(supervisor(), new Order(Act.RAISE, null, "urgent"), down))
                .containsValue(Why.ALREADY);
        begin(supervisor(), down, new Order(Act.LOWER, null, null));
        watch.look();
        InboxItem lowered = story.check().at("safetyCheck").item();
        assertThat(lowered.raised()).isFalse();
        assertThat(lowered.dueAt()).isEqualTo(raised.dueAt());
        assertThat(trail(story))
                .containsSequence("task-raised story-supervisor urgent", "task-lowered story-supervisor null");
    }

    @Test
    void whatIsPrintedStandsInTheTrailOfEachCase() {
        Story one = stories.accepted();
        Story two = stories.accepted();
        UUID run = chosen(office.at("officer"), one, two);
        begin(office.at("officer"), run, new Order(Act.PRINT, null, null));
        watch.look();
        assertThat(trail(one)).containsOnlyOnce("task-printed story-officer null");
        assertThat(trail(two)).containsOnlyOnce("task-printed story-officer null");
    }

    @Test
    void itBeginsOnceHoweverOftenItIsClicked() throws Exception {
        Story story = stories.accepted();
        UUID run = chosen(supervisor(), story);
        Callable<Boolean> click = () -> begin(supervisor(), run, TO_SECOND);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            assertThat(both.invokeAll(List.of(click, click)).stream().map(BulkTests::of))
                    .containsExactlyInAnyOrder(true, false);
        } finally {
            both.shutdownNow();
        }
        assertThat(begin(supervisor(), run, new Order(Act.BACK, null, null))).isFalse();
        watch.look();
        assertThat(story.check().at("safetyCheck").item().assignee()).isEqualTo("story-officer2");
        assertThat(ofRun(run)).containsExactly("bulk-begun story-supervisor", "bulk-ended system");
    }

    @Test
    void anotherPersonsRunDoesNotExist() {
        Story story = stories.accepted();
        UUID run = chosen(supervisor(), story);
        Actor director = office.at("director");
        assertThat(by(director, () -> runs.find(run))).isEmpty();
        assertThat(by(director, () -> runs.rows(run))).isEmpty();
        assertThat(begin(director, run, TO_SECOND)).isFalse();
        assertThat(by(director, () -> runs.cancel(run))).isFalse();
    }

    @Test
    void whatIsCancelledStaysAsFarAsItCame() {
        Story first = stories.accepted();
        Story second = stories.accepted();
        UUID run = chosen(supervisor(), first, second);
        begin(supervisor(), run, TO_SECOND);
        watch.begin(by(supervisor(), () -> runs.find(run).orElseThrow()), 1);
        assertThat(by(supervisor(), () -> runs.cancel(run))).isTrue();
        watch.look();
        assertThat(results(supervisor(), run)).containsExactly("done", "waiting");
        assertThat(second.check().at("safetyCheck").item().assignee()).isEqualTo("story-officer");
        assertThat(by(supervisor(), () -> runs.cancel(run))).isFalse();
    }

    @Test
    void whatALostConnectionCutOffIsDoneLater() {
        Story first = stories.accepted();
        Story second = stories.accepted();
        UUID run = chosen(supervisor(), first, second);
        begin(supervisor(), run, TO_SECOND);
        database.asOwner()
                .sql(
                        """
                        create function connection_lost() returns trigger language plpgsql as
                        $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
                        create trigger connection_lost after update of assignee on inbox_item for each row
                        when (new.assignee = 'story-officer2') execute function connection_lost();
                        """)
                .update();
        try {
            assertThatThrownBy(watch::look).isInstanceOf(RuntimeException.class);
        } finally {
            database.asOwner()
                    .sql("drop trigger connection_lost on inbox_item; drop function connection_lost")
                    .update();
        }
        assertThat(results(supervisor(), run)).containsExactly("waiting", "waiting");
        watch.look();
        assertThat(results(supervisor(), run)).containsExactly("done", "done");
    }

    @Test
    void whoseAccountIsClosedMeanwhileChangesNothingMore() {
        Actor chief = hired("closed-chief");
        Story first = stories.accepted();
        Story second = stories.accepted();
        UUID run = chosen(chief, first, second);
        begin(chief, run, TO_SECOND);
        watch.begin(by(chief, () -> runs.find(run).orElseThrow()), 1);
        stories.transaction().executeWithoutResult(status -> accounts.close("closed-chief"));
        watch.look();
        assertThat(state(chief, run)).isEqualTo(BulkRun.State.STOPPED);
        assertThat(results(chief, run)).containsExactly("done", "waiting");
        assertThat(second.check().at("safetyCheck").item().assignee()).isEqualTo("story-officer");
    }

    /** No longer a supervisor: what they began goes on with what they may do now. */
    @Test
    void rightsAreAskedForAtEachRow() {
        Actor chief = hired("demoted-chief");
        Story first = stories.accepted().withOnTeam("officer");
        Story second = stories.accepted();
        UUID run = chosen(chief, first, second);
        begin(chief, run, TO_SECOND);
        watch.begin(by(chief, () -> runs.find(run).orElseThrow()), 1);
        database.asSuperuser()
                .sql("update account_role set role = 'reception' where account = 'demoted-chief'")
                .update();
        watch.look();
        assertThat(results(chief, run)).containsExactly("done", "not-yours");
    }

    @Test
    void whatIsKeptFromItsOwnerMeanwhileIsNotTouchedAndNotTold() {
        Actor chief = hired("kept-chief");
        Story first = stories.accepted();
        Story second = stories.accepted();
        UUID run = chosen(chief, first, second);
        begin(chief, run, TO_SECOND);
        exclude("kept-chief", second);
        watch.look();
        assertThat(results(chief, run)).containsExactly("done");
        assertThat(second.check().at("safetyCheck").item().assignee()).isEqualTo("story-officer");
        assertThat(state(chief, run)).isEqualTo(BulkRun.State.DONE);
    }

    /** In the months to come, so that it is listed. */
    private Story toSafetyCheck() {
        return stories.begin("2027-06-07T09:00")
                .at("reception")
                .answers()
                .at("screening")
                .answers("meeting", "regular")
                .at("acceptanceMeeting")
                .answers("acceptance", "accepted");
    }

    private Actor hired(String account) {
        stories.transaction()
                .executeWithoutResult(status -> accounts.add(new Accounts.NewAccount(
                        account, new Text(account, account), "-", Set.of(Role.SUPERVISOR), StoryOffice.CENTER, null)));
        return Actor.person(account, Set.of(Role.SUPERVISOR), StoryOffice.CENTER, null);
    }

    private void exclude(String account, Story story) {
        by(supervisor(), () -> {
            exclusions.exclude(story.file(), account, "neighbour");
            return true;
        });
    }

    private Actor supervisor() {
        return office.at("supervisor");
    }

    /** The first open task of each. */
    private UUID chosen(Actor who, Story... of) {
        return by(
                who,
                () -> runs.choose(Arrays.stream(of)
                        .map(story -> inbox.ofCase(story.number()).get(0))
                        .toList()));
    }

    private String task(UUID run, Story story) {
        return by(supervisor(), () -> runs.rows(run)).stream()
                .filter(row -> row.number().equals(story.number()))
                .findFirst()
                .orElseThrow()
                .taskId();
    }

    private boolean begin(Actor who, UUID run, Order order) {
        return by(who, () -> runs.begin(run, order));
    }

    private Map<String, Why> hindered(Actor who, Order order, UUID run) {
        return by(who, () -> judge.on(
                        order, runs.rows(run).stream().map(BulkRun.Row::taskId).toList())
                .hindered());
    }

    private List<String> results(Actor who, UUID run) {
        return by(who, () -> runs.rows(run)).stream()
                .map(row -> row.why() == null ? row.state().name().toLowerCase() : row.why())
                .toList();
    }

    private BulkRun.State state(Actor who, UUID run) {
        return by(who, () -> runs.find(run)).orElseThrow().state();
    }

    private List<String> trail(Story story) {
        return database.asSuperuser()
                .sql("select act || ' ' || actor || ' ' || coalesce(detail ->> 'why', 'null') from audit_entry"
                        + " where case_number = ? order by id")
                .param(story.number().value())
                .query(String.class)
                .list();
    }

    private List<String> ofRun(UUID run) {
        return database.asSuperuser()
                .sql("select act || ' ' || actor from audit_entry where detail ->> 'run' = ? order by id")
                .param(run.toString())
                .query(String.class)
                .list();
    }

    private List<NoticeKind> told(String desk, Story story) {
        return by(office.at(desk), notices::list).stream()
                .filter(notice -> notice.number().equals(story.number()))
                .map(DeadlineNotice::kind)
                .toList();
    }

    private <T> T by(Actor who, Supplier<T> work) {
        return stories.acting()
                .as(who, () -> Objects.requireNonNull(stories.transaction().execute(status -> work.get())));
    }

    @Test
    void aRowSendsTheSameStatementsHoweverManyThereAre() {
        Story[] all = {stories.accepted(), stories.accepted(), stories.accepted()};
        UUID run = chosen(supervisor(), all);
        begin(supervisor(), run, TO_SECOND);
        BulkRun begun = by(supervisor(), () -> runs.find(run).orElseThrow());
        watch.begin(begun, 1);
        List<String> second = CountedStatements.during(() -> watch.begin(begun, 1));
        List<String> third = CountedStatements.during(() -> watch.begin(begun, 1));
        assertThat(second).as(String.join("\n", second)).hasSize(ROW);
        assertThat(third).hasSameSizeAs(second);
    }

    private static <T> T of(java.util.concurrent.Future<T> future) {
        try {
            return future.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
