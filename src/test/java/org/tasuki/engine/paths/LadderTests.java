package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tasuki.deadlines.CaseFacts;
import org.tasuki.notices.DeadlineNotice;
import org.tasuki.notices.LadderWatch;
import org.tasuki.notices.NoticeKind;
import org.tasuki.notices.Notices;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.Japan;

/** A deadline climbs its ladder: near, over, the supervisor, the director; each step once, and at its own time. */
@StoryTest
class LadderTests {

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private Notices notices;

    @Autowired
    private LadderWatch watch;

    @Autowired
    private CaseFacts facts;

    @Autowired
    private JdbcClient jdbc;

    private record Said(String kind, String to, String outcome, String at) {}

    @Test
    void eachStepComesOnceAndAtItsOwnTime() {
        Story story = stories.accepted();
        String due =
                time(story.at("safetyCheck").item().dueAt().atZone(Japan.ZONE).toLocalDateTime());
        assertThat(due).isEqualTo("2026-06-03T09:00");
        story.letPass(Duration.ofDays(4));
        assertThat(said(story.number(), "safetyCheck"))
                .containsExactly(
                        new Said("warning", null, "notice", "2026-06-02T09:00"),
                        new Said("warning", null, "notice", "2026-06-02T21:00"),
                        new Said("over", null, "notice", "2026-06-03T09:00"),
                        // The diagram gives the supervisor a task for it: the police hear that the child has not been
                        // seen.
                        new Said("escalated", "supervisor", "task", "2026-06-03T09:00"),
                        new Said("escalated", "director", "notice", "2026-06-03T12:00"));
        assertThat(state(story.number(), "safetyCheck")).isEqualTo("escalated");
    }

    @Test
    void whoIsInTimeHearsNothing() {
        Story story = stories.accepted();
        story.at("safetyCheck").answers("safety", "confirmed");
        assertThat(said(story.number(), "safetyCheck")).isEmpty();
        assertThat(state(story.number(), "safetyCheck")).isEqualTo("met");
    }

    @Test
    void whereTheDiagramGivesATaskNobodyIsToldBeside() {
        Story story = stories.toPolice()
                .at("preparePoliceReferral")
                .answers()
                .at("approvePoliceReferral")
                .answers();
        story.at("awaitPoliceAnswer").timesOut();
        assertThat(said(story.number(), "awaitPoliceAnswer"))
                .filteredOn(said -> !said.kind().equals("warning"))
                .isNotEmpty()
                .allMatch(said -> said.outcome().equals("task"));
        assertThat(story.steps()).contains("decideAnew");
    }

    @Test
    void theNoticeFollowsTheTaskAndGoesWithIt() {
        Story story = practised();
        String task = story.at("reception").item().taskId();
        story.letPass(Duration.ofMinutes(50));
        assertThat(toldTo("reception", story)).extracting(DeadlineNotice::kind).containsExactly(NoticeKind.WARNING);
        stories.acting().as(office.at("reception"), () -> stories.desk().claim(task));
        assertThat(toldTo("reception", story)).hasSize(1);
        assertThat(toldTo("supervisor", story)).isEmpty();
        story.letPass(Duration.ofMinutes(15));
        assertThat(toldTo("reception", story)).extracting(DeadlineNotice::kind).containsExactly(NoticeKind.OVER);
        assertThat(toldTo("supervisor", story)).singleElement().matches(DeadlineNotice::escalated);
        assertThat(toldTo("director", story)).isEmpty();
        story.at("reception").answers();
        assertThat(toldTo("reception", story)).isEmpty();
        assertThat(toldTo("supervisor", story)).isEmpty();
        assertThat(state(story.number(), "reception")).isEqualTo("met late");
    }

    @Test
    void whatOneHasReadIsStillNewToTheOther() {
        Story story = practised().letPass(Duration.ofHours(3));
        String task = story.at("reception").item().taskId();
        stories.acting().as(office.at("supervisor"), () -> notices.read(task));
        assertThat(toldTo("supervisor", story)).singleElement().matches(DeadlineNotice::read);
        assertThat(toldTo("reception", story)).singleElement().matches(notice -> !notice.read());
        assertThat(toldTo("director", story)).singleElement().matches(notice -> notice.escalated() && !notice.read());
        assertThat(toldTo("officer", story)).isEmpty();
    }

    /** The start was written down wrongly: what counts from it moves, and what it was before stays with the case. */
    @Test
    void aCorrectedStartMovesTheDueTimeTheTimerAndTheInbox() {
        Story story = stories.accepted().until("2026-06-02T10:00");
        assertThat(said(story.number(), "safetyCheck")).hasSize(1);
        correct(story, "acceptance", "2026-06-02T09:30");
        story.check();
        story.at("safetyCheck").isDue("2026-06-04T09:30");
        assertThat(state(story.number(), "safetyCheck")).isEqualTo("running");
        assertThat(moved(story.number())).containsExactly("fact 2026-06-03T09:00 2026-06-04T09:30");
        story.letPass(Duration.ofDays(4));
        assertThat(said(story.number(), "safetyCheck"))
                .extracting(Said::at)
                .containsExactly(
                        "2026-06-02T09:00",
                        "2026-06-03T09:30",
                        "2026-06-03T21:30",
                        "2026-06-04T09:30",
                        "2026-06-04T09:30",
                        "2026-06-04T12:30");
    }

    /** The timer of the diagram has gone off; the new end of the time is told by the ladder alone. */
    @Test
    void whatWasOverAndIsNotAnyMoreClimbsAnew() {
        Story story = stories.accepted().until("2026-06-03T10:00");
        assertThat(state(story.number(), "safetyCheck")).isEqualTo("escalated");
        correct(story, "acceptance", "2026-06-02T20:00");
        assertThat(state(story.number(), "safetyCheck")).isEqualTo("running");
        assertThat(story.at("safetyCheck").item().over()).isFalse();
        stories.acting()
                .as(StoryOffice.SYSTEM, () -> stories.transaction().executeWithoutResult(status -> stories.timers()
                        .advance(
                                story.number(),
                                StoryOffice.CENTER,
                                LocalDateTime.parse("2026-06-05T00:00")
                                        .atZone(Japan.ZONE)
                                        .toInstant())));
        assertThat(said(story.number(), "safetyCheck").subList(4, 9))
                .extracting(Said::kind)
                .containsExactly("warning", "warning", "over", "escalated", "escalated");
        assertThat(state(story.number(), "safetyCheck")).isEqualTo("escalated");
    }

    private void correct(Story story, String fact, String moment) {
        stories.acting().as(StoryOffice.SYSTEM, () -> stories.transaction()
                .executeWithoutResult(status -> facts.note(
                        story.number(),
                        StoryOffice.CENTER,
                        Map.of(
                                fact,
                                LocalDateTime.parse(moment).atZone(Japan.ZONE).toInstant()))));
    }

    private List<String> moved(CaseNumber number) {
        return stories.acting().as(StoryOffice.SYSTEM, () -> stories.transaction()
                .execute(status -> jdbc.sql("select * from deadline_change where case_number = ? order by id")
                        .param(number.value())
                        .query((row, index) ->
                                row.getString("why") + " " + japan(row, "old_due") + " " + japan(row, "new_due"))
                        .list()));
    }

    private static String japan(ResultSet row, String column) throws SQLException {
        return time(row.getObject(column, OffsetDateTime.class)
                .atZoneSameInstant(Japan.ZONE)
                .toLocalDateTime());
    }

    /** In the months to come, as a practice case is: one that lies in the past is still being told, and on nobody's desk. */
    private Story practised() {
        return stories.begin("2027-06-07T09:00");
    }

    /** The machine's clock is set right, by an hour, after a warning was given: it is not given again, and the end still comes. */
    @Test
    void aClockThatIsSetBackAnHourDoublesNothingAndTheDeadlineStillRuns() {
        Story story = stories.accepted().until("2026-06-02T09:10");
        assertThat(said(story.number(), "safetyCheck")).hasSize(1);
        stories.acting()
                .as(StoryOffice.SYSTEM, () -> stories.transaction().executeWithoutResult(status -> stories.clocks()
                        .set(
                                story.number(),
                                StoryOffice.CENTER,
                                stories.clocks().ahead(story.number()).minusHours(1))));
        watch.look();
        assertThat(said(story.number(), "safetyCheck")).hasSize(1);
        story.letPass(Duration.ofDays(4));
        assertThat(said(story.number(), "safetyCheck"))
                .extracting(Said::kind)
                .containsExactly("warning", "warning", "over", "escalated", "escalated");
    }

    /** Both nodes see that the deadline wakes; the case is held, so that one finds it said. */
    @Test
    void twoNodesThatLookAtOnceSayItOnce() throws Exception {
        Story story = stories.accepted();
        stories.acting().as(StoryOffice.SYSTEM, () -> stories.transaction().execute(status -> jdbc.sql(
                        """
                        update deadline set wake_at = now(), due_at = due_at - interval '30 hours',
                                            warn_at = (select array_agg(w - interval '30 hours' order by w) from unnest(warn_at) w)
                        where case_number = ? and step = 'safetyCheck'
                        """)
                .param(story.number().value())
                .update()));
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            nodes.invokeAll(Collections.nCopies(4, Executors.callable(watch::look)))
                    .forEach(LadderTests::finish);
        } finally {
            nodes.shutdownNow();
        }
        assertThat(said(story.number(), "safetyCheck")).extracting(Said::kind).containsExactly("warning");
    }

    private static void finish(Future<?> look) {
        try {
            look.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    private List<DeadlineNotice> toldTo(String desk, Story story) {
        return stories.acting().as(office.at(desk), notices::list).stream()
                .filter(notice -> notice.number().equals(story.number()))
                .toList();
    }

    private List<Said> said(CaseNumber number, String step) {
        return stories.acting()
                .as(StoryOffice.SYSTEM, () -> stories.transaction().execute(status -> jdbc.sql(
                                """
                        select a.* from deadline_announcement a join deadline d on d.id = a.deadline
                        where d.case_number = ? and d.step = ? order by a.deadline, a.round, a.step
                        """)
                        .params(number.value(), step)
                        .query((row, index) -> new Said(
                                row.getString("kind"),
                                row.getString("to_role"),
                                row.getString("outcome"),
                                time(row.getObject("announced_at", OffsetDateTime.class)
                                        .atZoneSameInstant(Japan.ZONE)
                                        .toLocalDateTime())))
                        .list()));
    }

    private String state(CaseNumber number, String step) {
        return stories.acting()
                .as(StoryOffice.SYSTEM, () -> stories.transaction().execute(status -> jdbc.sql(
                                "select state from deadline where case_number = ? and step = ? order by id desc limit 1")
                        .params(number.value(), step)
                        .query(String.class)
                        .single()));
    }

    private static String time(LocalDateTime moment) {
        return moment.truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
