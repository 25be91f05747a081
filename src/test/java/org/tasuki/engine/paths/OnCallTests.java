package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.engine.paths.MailedOffice.Mailbox;
import org.tasuki.launch.TestDatabase;
import org.tasuki.notices.Calls;
import org.tasuki.notices.Notices;
import org.tasuki.oncall.OnCall;
import org.tasuki.oncall.Stretch;
import org.tasuki.outbox.OutboxWatch;
import org.tasuki.terms.Japan;

/** What is urgent waits for no morning: while the office is closed it goes to whoever is on call, or else to the director. */
@MailTest
@Import(MailedStory.class)
class OnCallTests {

    @Autowired
    private MailedStory told;

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private Mailbox mailbox;

    @Autowired
    private OutboxWatch watch;

    @Autowired
    private OnCall list;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Notices notices;

    @Autowired
    private Calls calls;

    private final Browser browser;

    @Autowired
    OnCallTests(WebApplicationContext house) {
        browser = new Browser(house);
    }

    @BeforeEach
    void nothingLies() throws Exception {
        office.open();
        mailbox.empty();
        database.asSuperuser().sql("update deadline set wake_at = null").update();
    }

    @Test
    void atNightTheFirstAndTheSecondAreCalled() {
        mailbox.reaches("story-officer", "story-officer2", "story-director");
        onCall("story-officer", 1, "2026-11-18T17:15", "2026-11-19T08:30");
        onCall("story-officer2", 2, "2026-11-18T17:15", "2026-11-19T08:30");
        urgentAt("2026-11-18T22:00", "2026-11-18T22:50");
        assertThat(mailbox.readers()).containsExactly("story-officer", "story-officer2");
        assertThat(Mailbox.text(mailbox.all().get(0))).startsWith("当番の方へ。").contains("受付");
        assertThat(Mailbox.raw(mailbox.all().get(0))).doesNotContain("蛇穴").doesNotContain("ST-2026");
    }

    @Test
    void whereTheListHasAGapTheDirectorIsTold() {
        mailbox.reaches("story-officer", "story-director");
        onCall("story-officer", 1, "2026-11-18T17:15", "2026-11-18T22:00");
        urgentAt("2026-11-18T22:00", "2026-11-18T22:50");
        assertThat(mailbox.readers()).containsExactly("story-director");
        assertThat(Mailbox.text(mailbox.all().get(0))).startsWith("所長へ。").contains("連絡のつく当番がいないため");
        assertThat(as("director", calls::list)).extracting(Calls.Call::gap).contains(true);
    }

    /** They may not work on the case: the page tells them the step and the number, and nobody's name. */
    @Test
    void whoeverWasCalledFindsItAmongTheirNoticesUntilItsTaskIsDone() {
        mailbox.reaches("story-lawyer");
        onCall("story-lawyer", 1, "2026-11-18T17:15", "2026-11-19T08:30");
        int before = as("lawyer", notices::unread);
        Story story = urgentAt("2026-11-18T22:00", "2026-11-18T22:50");
        assertThat(as("lawyer", notices::unread)).isEqualTo(before + 1);
        assertThat(text(browser.opens(office.at("lawyer"), "/notices")))
                .contains("当番への連絡", "受付", story.number().value())
                .doesNotContain("蛇穴");
        assertThat(browser.opens(office.at("lawyer"), "/cases/" + story.number()))
                .hasStatus(404);
        browser.sends(office.at("lawyer"), "/notices/reading");
        assertThat(as("lawyer", notices::unread)).isEqualTo(before);
        assertThat(called("lawyer", story)).extracting(Calls.Call::read).containsExactly(true);
        assertThat(called("officer", story)).isEmpty();
        story.at("reception").answers();
        assertThat(called("lawyer", story)).isEmpty();
    }

    /** From whom a case is kept, its number is kept too. */
    @Test
    void ofACaseThatIsKeptFromThemTheyHearTheStepAlone() {
        onCall("story-lawyer", 1, "2026-11-18T17:15", "2026-11-19T08:30");
        Story story = urgentAt("2026-11-18T22:00", "2026-11-18T22:50");
        database.asSuperuser()
                .sql(
                        """
                        insert into case_exclusion (case_number, center, account, reason, decided_by, decided_at)
                        values (?, ?, 'story-lawyer', 'relative', '-', now())
                        """)
                .params(story.number().value(), StoryOffice.CENTER)
                .update();
        assertThat(text(browser.opens(office.at("lawyer"), "/notices")))
                .contains("当番への連絡", "この事例は閲覧できません")
                .doesNotContain(story.number().value());
    }

    @Test
    void theListSaysWhomNoMailReaches() {
        mailbox.reaches("story-officer");
        onCall("story-lawyer", 1, "2026-11-18T17:15", "2026-11-19T08:30");
        onCall("story-officer", 2, "2026-11-18T17:15", "2026-11-19T08:30");
        String page = text(browser.opens(office.at("supervisor"), "/on-call?week=2026-11-18"));
        assertThat(page)
                .contains("story-lawyer（メールが届きません）", "<strong>メールが届きません</strong>")
                .doesNotContain("story-officer（メールが届きません）", "@example.lg.jp");
    }

    /** A name on the list that no mail reaches is a gap. */
    @Test
    void whomNoMailReachesIsAGap() {
        mailbox.reaches("story-director");
        onCall("story-officer", 1, "2026-11-18T17:15", "2026-11-19T08:30");
        urgentAt("2026-11-18T22:00", "2026-11-18T22:50");
        assertThat(mailbox.readers()).containsExactly("story-director");
    }

    @Test
    void whileTheOfficeIsOpenNobodyIsCalled() {
        mailbox.reaches("story-officer", "story-director", "story-reception");
        onCall("story-officer", 1, "2026-11-18T00:00", "2026-11-19T08:30");
        urgentAt("2026-11-18T10:00", "2026-11-18T10:50");
        assertThat(mailbox.readers()).containsExactly("story-reception");
    }

    /** Also the one whose task it is hears of it at once, however quiet they wanted it. */
    @Test
    void whatIsUrgentBreaksTheQuiet() {
        mailbox.reaches("story-reception");
        urgentAt("2026-11-21T22:00", "2026-11-21T22:50");
        assertThat(mailbox.readers()).containsExactly("story-reception");
        assertThat(Mailbox.text(mailbox.all().get(0))).startsWith("至急ご確認ください。");
    }

    @Test
    void whatIsNotUrgentCallsNobody() {
        mailbox.reaches("story-officer", "story-director");
        onCall("story-officer", 1, "2026-11-18T17:15", "2026-11-19T08:30");
        told.comesNear(told.opens("2026-11-18T22:00"), "2026-11-18T22:50");
        watch.look();
        assertThat(mailbox.all()).isEmpty();
    }

    /** From Friday evening, over a weekend and a Monday that is a holiday, to Tuesday morning. */
    @Test
    void theListShowsTheHoursOfWhichNobodyTakesCare() {
        onCall("story-officer", 1, "2026-11-20T17:15", "2026-11-21T12:00");
        onCall("story-officer2", 1, "2026-11-21T13:00", "2026-11-23T00:00");
        onCall("story-officer", 2, "2026-11-22T00:00", "2026-11-24T07:00");
        Stretch days = new Stretch(japan("2026-11-20T12:00"), japan("2026-11-24T12:00"));
        assertThat(as("supervisor", () -> list.gaps(days)))
                .containsExactly(
                        new Stretch(japan("2026-11-21T12:00"), japan("2026-11-21T13:00")),
                        new Stretch(japan("2026-11-24T07:00"), japan("2026-11-24T08:30")));
    }

    @Test
    void twoFirstsAtOneTimeAreRefusedAndASecondIsNot() {
        onCall("story-officer", 1, "2026-11-20T17:15", "2026-11-21T08:30");
        Stretch night = new Stretch(japan("2026-11-21T08:00"), japan("2026-11-21T20:00"));
        assertThat(add("story-officer2", 1, night)).isFalse();
        assertThat(add("story-officer2", 2, night)).isTrue();
    }

    private List<Calls.Call> called(String desk, Story story) {
        return as(desk, calls::list).stream()
                .filter(call -> story.number().equals(call.number()))
                .toList();
    }

    private Story urgentAt(String opened, String near) {
        Story story = told.opens(opened);
        told.isUrgent(story);
        told.comesNear(story, near);
        watch.look();
        return story;
    }

    private static String text(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private void onCall(String account, int place, String from, String until) {
        assertThat(add(account, place, new Stretch(japan(from), japan(until)))).isTrue();
    }

    private boolean add(String account, int place, Stretch time) {
        return as("supervisor", () -> list.add(account, place, time));
    }

    private <T> T as(String desk, Supplier<T> work) {
        return stories.acting().as(office.at(desk), work);
    }

    private static Instant japan(String moment) {
        return LocalDateTime.parse(moment).atZone(Japan.ZONE).toInstant();
    }
}
