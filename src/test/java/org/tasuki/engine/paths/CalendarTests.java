package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.flowable.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tasuki.deadlines.Calendars;
import org.tasuki.deadlines.Deadlines;
import org.tasuki.deadlines.JapaneseCalendar;
import org.tasuki.deadlines.LocalDay;
import org.tasuki.deadlines.MovePreview.Move;
import org.tasuki.deadlines.OpenHours;
import org.tasuki.deadlines.RunningDeadline;
import org.tasuki.intake.Consultations;
import org.tasuki.limits.CalendarBook;
import org.tasuki.limits.FollowWatch;
import org.tasuki.limits.Planned;
import org.tasuki.people.Accounts;
import org.tasuki.people.Actor;
import org.tasuki.people.Offices;
import org.tasuki.people.Role;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.Japan;
import org.tasuki.terms.Text;

/** Each office is waited for on its own calendar; one that changes moves what is running, and says before what it will move. */
@StoryTest
@ExtendWith(OutputCaptureExtension.class)
class CalendarTests {

    private static final Actor ADMIN = Actor.person("story-admin", Set.of(Role.ADMIN), StoryOffice.CENTER, null);
    private static final String OTHER = "calendar-center";

    /** As the engine does itself with a job that it could not run. */
    private static final String BACK_TO_THE_TIMERS =
            """
            insert into engine.act_ru_timer_job
                (id_, rev_, category_, type_, exclusive_, execution_id_, process_instance_id_, proc_def_id_, element_id_, element_name_,
                 scope_id_, sub_scope_id_, scope_type_, scope_definition_id_, correlation_id_, retries_, duedate_, repeat_,
                 handler_type_, handler_cfg_, custom_values_id_, create_time_, tenant_id_)
            select id_, rev_, category_, type_, exclusive_, execution_id_, process_instance_id_, proc_def_id_, element_id_, element_name_,
                 scope_id_, sub_scope_id_, scope_type_, scope_definition_id_, correlation_id_, retries_, duedate_, repeat_,
                 handler_type_, handler_cfg_, custom_values_id_, create_time_, tenant_id_
            from engine.act_ru_job where id_ = ?
            """;

    @Autowired
    private Stories stories;

    @Autowired
    private CalendarBook book;

    @Autowired
    private FollowWatch watch;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private Offices offices;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Consultations consultations;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private JdbcClient jdbc;

    /** The other stories count by the usual calendars. */
    @AfterEach
    void asUsual() {
        for (String agency : Arrays.asList(null, "story-police")) {
            if (stories.acting().as(ADMIN, () -> book.current(agency)).version() > 0) {
                keep(agency, JapaneseCalendar.usual());
            }
        }
        followAll();
    }

    @Test
    void aDayThatTheOfficeClosesMovesDueTimeTimerAndInboxAndIsInTheTrail() {
        Story story = stories.investigated();
        story.at("urgencySheet").isDue("2026-06-02T17:15");
        JapaneseCalendar closed = closedOn("2026-06-02");
        Planned plan = stories.acting().as(ADMIN, () -> book.plan(null, closed));
        assertThat(of(plan, story)).singleElement().satisfies(move -> {
            assertThat(move.step()).isEqualTo("urgencySheet");
            assertThat(japan(move.before())).isEqualTo("2026-06-02T17:15");
            assertThat(japan(move.after())).isEqualTo("2026-06-03T17:15");
        });
        story.at("urgencySheet").isDue("2026-06-02T17:15");

        assertThat(confirm(null, closed, plan.mark())).isPresent();
        followAll();
        story.check().at("urgencySheet").isDue("2026-06-03T17:15");
        assertThat(changes(story)).containsExactly("calendar system");
        assertThat(trail(story)).contains("deadline-moved");
        assertThat(bySystem(
                        () -> jdbc.sql("select count(*) from audit_entry where act = 'calendar-changed' and actor = ?")
                                .param(ADMIN.account())
                                .query(Integer.class)
                                .single()))
                .isPositive();
    }

    @Test
    void whoeverStopsHalfWayLeavesWorkForTheNextLookAndNothingMovesTwice() {
        Story story = stories.investigated();
        keepAlone(closedOn("2026-06-02"));
        story.at("urgencySheet").isDue("2026-06-02T17:15");
        assertThat(stories.acting().as(ADMIN, book::left)).isPositive();
        followAll();
        watch.look();
        assertThat(stories.acting().as(ADMIN, book::left)).isZero();
        story.check().at("urgencySheet").isDue("2026-06-03T17:15");
        assertThat(changes(story)).hasSize(1);
    }

    /**
     * The engine has taken the timer out and not let it go off yet: it cannot be moved under its hands. That is said, with the rule and
     * without a name; the others follow, and so does this one when the timer is back.
     */
    @Test
    void whatCannotFollowIsNamedInTheLogHoldsUpNobodyAndIsTriedAgain(CapturedOutput log) {
        Story stuck = stories.investigated();
        Story behind = stories.investigated();
        assertThat(stuck.number().value()).isLessThan(behind.number().value());
        String timer = timer(stuck);
        bySystem(() -> jobs.moveTimerToExecutableJob(timer));
        keepAlone(closedOn("2026-06-02"));
        followAll();
        behind.check().at("urgencySheet").isDue("2026-06-03T17:15");
        stuck.at("urgencySheet").isDue("2026-06-02T17:15");
        assertThat(stories.acting().as(ADMIN, book::left)).isOne();
        assertThat(log.getOut())
                .contains(
                        "the deadlines of " + stuck.number()
                                + " could not be counted anew: rule urgency-sheet at urgencySheet: 0 timers stand for the deadline of urgencySheet");
        bySystem(() -> jdbc.sql(BACK_TO_THE_TIMERS).param(timer).update());
        bySystem(() -> jdbc.sql("delete from engine.act_ru_job where id_ = ?")
                .param(timer)
                .update());
        followAll();
        assertThat(stories.acting().as(ADMIN, book::left)).isZero();
        stuck.check().at("urgencySheet").isDue("2026-06-03T17:15");
        assertThat(changes(stuck)).hasSize(1);
    }

    private String timer(Story story) {
        return bySystem(() -> jdbc.sql(
                        """
                        select j.id_ from engine.act_ru_timer_job j join engine.act_ru_execution e on e.id_ = j.process_instance_id_
                        where e.business_key_ = ?
                        """)
                .param(story.number().value())
                .query(String.class)
                .single());
    }

    @Test
    void whatChangedSinceThePreviewIsNotConfirmed() {
        JapaneseCalendar closed = closedOn("2026-06-02");
        Planned before = stories.acting().as(ADMIN, () -> book.plan(null, closed));
        Story story = stories.investigated();
        assertThat(confirm(null, closed, before.mark())).isEmpty();
        story.at("urgencySheet").isDue("2026-06-02T17:15");
        Planned now = stories.acting().as(ADMIN, () -> book.plan(null, closed));
        assertThat(of(now, story)).hasSize(1);
        assertThat(confirm(null, closed, now.mark())).isPresent();
    }

    @Test
    void anotherAdministratorWasFaster() {
        int seen = stories.acting().as(ADMIN, () -> book.current(null)).version();
        JapaneseCalendar closed = closedOn("2026-06-02");
        keep(null, JapaneseCalendar.usual());
        String mark = stories.acting().as(ADMIN, () -> book.plan(null, closed)).mark();
        assertThat(stories.acting().as(ADMIN, () -> book.confirm(null, closed, seen, mark)))
                .isEmpty();
    }

    @Test
    void anAgencyIsWaitedForOnItsOwnCalendarAndTheCenterOnIts() {
        keep("story-police", closedOn("2026-06-02"));
        keep(null, closedOn("2026-06-03"));
        Story story = stories.toPolice()
                .at("preparePoliceReferral")
                .isDue("2026-06-02T17:15")
                .answers()
                .at("approvePoliceReferral")
                .answers();
        story.at("awaitPoliceAnswer").isDue("2026-06-03T17:15");
        keep("story-police", closedOn("2026-06-02", "2026-06-03"));
        followAll();
        story.check().at("awaitPoliceAnswer").isDue("2026-06-04T17:15");
        keep(null, closedOn("2026-06-03", "2026-06-04"));
        followAll();
        story.check().at("awaitPoliceAnswer").isDue("2026-06-04T17:15");
    }

    @Test
    void twoCentersHaveTwoCalendars() {
        otherCenter();
        Actor admin = Actor.person("calendar-admin", Set.of(Role.ADMIN), OTHER, null);
        JapaneseCalendar saturdays = openOnSaturdays();
        stories.acting().as(admin, () -> {
            int seen = book.current(null).version();
            book.confirm(null, saturdays, seen, book.plan(null, saturdays).mark());
        });
        // Friday evening: the one office works on Saturday until noon, the other not before Monday.
        assertThat(opened("2026-06-05T16:00", OTHER, "urgency-sheet").dueAt()).isEqualTo(at("2026-06-06T12:00"));
        assertThat(opened("2026-06-05T16:00", StoryOffice.CENTER, "urgency-sheet")
                        .dueAt())
                .isEqualTo(at("2026-06-08T17:15"));
    }

    @Test
    void beyondTheYearsThatAreAnnouncedADueTimeIsProvisionalUntilTheCalendarSaysMore() {
        RunningDeadline certain = opened("2027-12-23T10:00", StoryOffice.CENTER, "urgency-sheet");
        assertThat(certain.dueAt()).isEqualTo(at("2027-12-24T17:15"));
        assertThat(certain.knownThrough()).isNull();
        RunningDeadline provisional = opened("2027-12-28T10:00", StoryOffice.CENTER, "urgency-sheet");
        assertThat(provisional.dueAt()).isEqualTo(at("2028-01-04T17:15"));
        assertThat(provisional.knownThrough()).isEqualTo(JapaneseCalendar.announcedThrough());
        // As an earlier release would have left it, which knew a year less and took 4 January for a holiday.
        bySystem(
                () -> jdbc.sql("update deadline set known_through = ?, due_at = due_at + interval '1 day' where id = ?")
                        .params(JapaneseCalendar.announcedThrough().minusYears(1), provisional.id())
                        .update());
        // It has no task, and so no timer: the move is undone, and said so, rather than half made.
        assertThat(stories.acting().as(ADMIN, book::left)).isPositive();
        bySystem(() -> jdbc.sql("update deadline set timer_spent = true where id = ?")
                .param(provisional.id())
                .update());
        followAll();
        assertThat(bySystem(() -> jdbc.sql("select due_at from deadline where id = ?")
                                .param(provisional.id())
                                .query(OffsetDateTime.class)
                                .single())
                        .toInstant())
                .isEqualTo(at("2028-01-04T17:15"));
    }

    private static List<Move> of(Planned plan, Story story) {
        return plan.moves().stream()
                .filter(move -> move.number().equals(story.number()))
                .toList();
    }

    private Optional<Planned> confirm(String agency, JapaneseCalendar calendar, String mark) {
        return stories.acting()
                .as(
                        ADMIN,
                        () -> book.confirm(
                                agency, calendar, book.current(agency).version(), mark));
    }

    private void keep(String agency, JapaneseCalendar calendar) {
        String mark =
                stories.acting().as(ADMIN, () -> book.plan(agency, calendar)).mark();
        assertThat(confirm(agency, calendar, mark)).isPresent();
    }

    /** As if the node had died after the calendar was kept, and before any case followed. */
    private void keepAlone(JapaneseCalendar calendar) {
        stories.acting().as(ADMIN, () -> stories.transaction().executeWithoutResult(status -> {
            int seen = book.current(null).version();
            assertThat(calendars.keep(StoryOffice.CENTER, null, seen, calendar)).isTrue();
        }));
    }

    @Autowired
    private Calendars calendars;

    private void followAll() {
        for (int look = 0; look < 50 && stories.acting().as(ADMIN, book::left) > 0; look++) {
            watch.look();
        }
    }

    private static JapaneseCalendar closedOn(String... days) {
        return JapaneseCalendar.usual(Arrays.stream(days)
                .map(day -> new LocalDay(LocalDate.parse(day), null, "創立記念日"))
                .toList());
    }

    private static JapaneseCalendar openOnSaturdays() {
        Map<DayOfWeek, OpenHours> week = new EnumMap<>(JapaneseCalendar.usual().week());
        week.put(DayOfWeek.SATURDAY, new OpenHours(LocalTime.of(9, 0), LocalTime.of(12, 0)));
        return new JapaneseCalendar(week, true, true, List.of());
    }

    private void otherCenter() {
        if (offices.center(OTHER).isEmpty()) {
            offices.add(new Offices.Center(OTHER, "CAL", new Text("暦児童相談所", "Calendar center")));
            accounts.add(new Accounts.NewAccount(
                    "calendar-reception", new Text("受付", "Reception"), "-", Set.of(Role.RECEPTION), OTHER, null));
        }
    }

    /** A wait of a case that begins at this moment. */
    private RunningDeadline opened(String moment, String center, String rule) {
        stories.office().open();
        Actor reception = center.equals(OTHER)
                ? Actor.person("calendar-reception", Set.of(Role.RECEPTION), OTHER, null)
                : stories.office().at("reception");
        CaseNumber number = stories.acting()
                .as(
                        reception,
                        () -> consultations.begin(
                                Duration.between(stories.clock().instant(), at(moment))));
        return stories.acting()
                .as(Actor.system(center), () -> stories.transaction().execute(status -> {
                    deadlines.open(new Deadlines.Opening(
                            number, center, "wait of " + number, "guidance-center", "urgencySheet", rule, null, null));
                    return deadlines.ofWait("wait of " + number).get(0);
                }));
    }

    private List<String> changes(Story story) {
        return bySystem(() -> jdbc.sql("select why || ' ' || by_account from deadline_change where case_number = ?")
                .param(story.number().value())
                .query(String.class)
                .list());
    }

    private List<String> trail(Story story) {
        return bySystem(() -> jdbc.sql("select act from audit_entry where case_number = ?")
                .param(story.number().value())
                .query(String.class)
                .list());
    }

    private <T> T bySystem(Supplier<T> work) {
        return stories.acting()
                .as(StoryOffice.SYSTEM, () -> stories.transaction().execute(status -> work.get()));
    }

    private static Instant at(String moment) {
        return LocalDateTime.parse(moment).atZone(Japan.ZONE).toInstant();
    }

    private static String japan(Instant at) {
        return LocalDateTime.ofInstant(at, Japan.ZONE).toString();
    }
}
