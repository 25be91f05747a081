package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.launch.TestDatabase;
import org.tasuki.notices.CalendarFeeds;
import org.tasuki.people.Accounts;

/** One's deadlines in one's own calendar program, which knows a secret address and nothing else. */
@MailTest
@Import(MailedStory.class)
@ExtendWith(OutputCaptureExtension.class)
class CalendarFeedTests {

    @Autowired
    private MailedStory told;

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private CalendarFeeds feeds;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TestDatabase database;

    @Autowired
    private WebApplicationContext house;

    private MockMvc pages;
    private String secret = "";

    @BeforeEach
    void anAddress() {
        office.open();
        pages = MockMvcBuilders.webAppContextSetup(house)
                .apply(springSecurity())
                .build();
        secret = stories.acting().as(office.at("reception"), feeds::make);
        database.asSuperuser()
                .sql("update inbox_item set assignee = null where assignee = 'story-reception'")
                .update();
    }

    @Test
    void itHoldsWhatOneHasTakenAndNamesNobody() throws Exception {
        Story story = taken();
        MockHttpServletResponse answer = ask(secret);
        assertThat(answer.getContentType()).isEqualTo("text/calendar;charset=UTF-8");
        VEvent event = onlyEvent(answer);
        assertThat(event.getSummary().getValue()).isEqualTo("【期限】受付");
        assertThat(event.getUid().getValue())
                .isEqualTo(story.at("reception").item().taskId() + "@tasuki");
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2026-11-18T02:00:00Z"));
        assertThat(event.getAlarms())
                .singleElement()
                .extracting(VAlarm::getTrigger)
                .matches(alarm -> alarm.getDate().toInstant().equals(Instant.parse("2026-11-18T01:45:00Z")));
        assertThat(event.getUrl().getValue()).startsWith("https://tasuki.example.lg.jp/tasks/");
        assertThat(answer.getContentAsString())
                .doesNotContain("蛇穴")
                .doesNotContain("サラギ")
                .doesNotContain(story.number().value());
    }

    /** Another library's eyes find nothing wrong with it. */
    @Test
    void itIsWhatTheStandardSays() throws Exception {
        taken();
        ICalendar calendar = read(ask(secret));
        assertThat(calendar.validate(ICalVersion.V2_0).getWarnings()).isEmpty();
    }

    @Test
    void whatSomebodyElseHasOrNobodyIsNotInIt() throws Exception {
        told.opens("2026-11-18T10:00");
        assertThat(read(ask(secret)).getEvents()).isEmpty();
    }

    @Test
    void whatIsDoneGoes() throws Exception {
        Story story = taken();
        assertThat(read(ask(secret)).getEvents()).hasSize(1);
        story.at("reception").answers();
        assertThat(read(ask(secret)).getEvents()).isEmpty();
    }

    @Test
    void inTheLanguageOfItsPerson() throws Exception {
        taken();
        remember(Locale.ENGLISH);
        try {
            assertThat(onlyEvent(ask(secret)).getSummary().getValue()).startsWith("Due: ");
        } finally {
            remember(Locale.JAPANESE);
        }
    }

    private void remember(Locale language) {
        stories.transaction().executeWithoutResult(status -> accounts.remember("story-reception", language));
    }

    @Test
    void whereNothingChangedNothingIsSent() throws Exception {
        taken();
        String mark = String.valueOf(ask(secret).getHeader(HttpHeaders.ETAG));
        MockHttpServletResponse again = pages.perform(
                        get("/calendar/" + secret + ".ics").header(HttpHeaders.IF_NONE_MATCH, mark))
                .andReturn()
                .getResponse();
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsString()).isEmpty();
    }

    @Test
    void anAddressThatWasTakenBackIsAsIfItHadNeverBeen(CapturedOutput log) throws Exception {
        String newer = stories.acting().as(office.at("reception"), feeds::make);
        isNothing(secret);
        assertThat(ask(newer).getStatus()).isEqualTo(200);
        stories.acting().as(office.at("reception"), feeds::revoke);
        isNothing(newer);
        isNothing("x".repeat(43));
        isNothing("short");
        assertThat(log.getOut())
                .contains("a calendar was asked for that is not there")
                .doesNotContain(newer, secret);
    }

    @Test
    void whoeverHasLeftHasNoCalendar() throws Exception {
        stories.acting().as(office.at("reception"), () -> accounts.close("story-reception"));
        try {
            isNothing(secret);
        } finally {
            stories.acting().as(office.at("reception"), () -> accounts.reopen("story-reception"));
        }
        assertThat(ask(secret).getStatus()).isEqualTo(200);
    }

    @Test
    void theSecretItselfIsKeptNowhere() {
        assertThat(database.asSuperuser()
                        .sql("select count(*) from calendar_feed where secret_hash = ?")
                        .param(secret)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(database.asSuperuser()
                        .sql("select detail::text from audit_entry where act = 'calendar-made'")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(detail -> detail.contains(secret));
    }

    @Test
    void itIsReadAndNothingElse() throws Exception {
        assertThat(pages.perform(post("/calendar/" + secret + ".ics"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isIn(401, 403);
    }

    private Story taken() {
        Story story = told.opens("2026-11-18T10:00");
        String task = story.at("reception").item().taskId();
        stories.acting().as(office.at("reception"), () -> stories.desk().claim(task));
        return story;
    }

    private void isNothing(String address) throws Exception {
        MockHttpServletResponse answer = ask(address);
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentAsString()).isEmpty();
    }

    private MockHttpServletResponse ask(String address) throws Exception {
        return pages.perform(get("/calendar/" + address + ".ics")).andReturn().getResponse();
    }

    private static ICalendar read(MockHttpServletResponse answer) throws Exception {
        return Biweekly.parse(answer.getContentAsString()).first();
    }

    private static VEvent onlyEvent(MockHttpServletResponse answer) throws Exception {
        ICalendar calendar = read(answer);
        assertThat(calendar.getEvents()).hasSize(1);
        return calendar.getEvents().get(0);
    }
}
