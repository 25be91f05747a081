package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.launch.TestDatabase;
import org.tasuki.notices.Mentions;
import org.tasuki.notices.Notices;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/** Colleagues speak about a case, and whoever is called by name hears of it. */
@StoryTest
class CommentTests {

    private static final String WORDS = "明日の訪問に同行をお願いします";

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private Notices notices;

    @Autowired
    private Mentions mentions;

    @Autowired
    private Acting acting;

    @Autowired
    private TestDatabase database;

    private final Browser browser;

    @Autowired
    CommentTests(WebApplicationContext house) {
        browser = new Browser(house);
    }

    @Test
    void whoeverIsCalledHearsOfItUntilTheyOpenTheComments() {
        Story story = later().withOnTeam("psychologist");
        Actor psychologist = office.at("psychologist");
        int before = unread(psychologist);
        assertThat(writes(story, WORDS, psychologist.account())).hasStatus3xxRedirection();

        assertThat(unread(psychologist)).isEqualTo(before + 1);
        assertThat(called(psychologist)).contains(story.number().value());
        assertThat(text(browser.opens(psychologist, "/notices")))
                .contains(page(story))
                .doesNotContain(WORDS);
        assertThat(text(browser.opens(psychologist, page(story)))).contains(WORDS, "あなた宛て");
        assertThat(called(psychologist)).doesNotContain(story.number().value());
        assertThat(unread(psychologist)).isEqualTo(before);
    }

    @Test
    void allReadIsSaidOfCallsToo() {
        Story story = later().withOnTeam("psychologist");
        writes(story, WORDS, office.at("psychologist").account());
        browser.sends(office.at("psychologist"), "/notices/reading");
        assertThat(called(office.at("psychologist")))
                .doesNotContain(story.number().value());
    }

    @Test
    void theLastThreeStandBesideTheTask() {
        Story story = later();
        IntStream.rangeClosed(1, 4).forEach(n -> writes(story, "四つのうち" + n));
        String task = "/tasks/" + story.at("safetyCheck").item().taskId();
        assertThat(text(browser.opens(office.at("officer"), task)))
                .contains("四つのうち4", "四つのうち3", "四つのうち2", page(story))
                .doesNotContain("四つのうち1");
    }

    @Test
    void whoDoesNotSeeTheCaseCannotBeCalled() {
        Story story = later();
        for (String stranger : List.of("story-psychologist", "story-police", "far-officer", "nobody")) {
            MvcTestResult answer = writes(story, WORDS, stranger);
            assertThat(answer).hasStatus(422);
            assertThat(text(answer)).contains(WORDS, "閲覧できない職員が選ばれています");
        }
        assertThat(comments(story)).isZero();
    }

    @Test
    void fromWhomTheCaseIsKeptIsCalledNoMoreThanAStranger() {
        Story story = later().withOnTeam("psychologist");
        database.asSuperuser()
                .sql(
                        """
                        insert into case_exclusion (case_number, center, account, reason, decided_by, decided_at)
                        values (?, ?, 'story-psychologist', 'relative', '-', now())
                        """)
                .params(story.number().value(), StoryOffice.CENTER)
                .update();
        assertThat(writes(story, WORDS, "story-psychologist")).hasStatus(422);
        assertThat(text(browser.opens(office.at("officer"), page(story))))
                .doesNotContain("value=\"story-psychologist\"");
    }

    @Test
    void ofARestrictedCaseOnlyThoseOnItsListAreCalled() {
        Story story = later().withOnTeam("psychologist");
        assertThat(text(browser.opens(office.at("officer"), page(story))))
                .contains("value=\"story-psychologist\"", "value=\"story-director\"");
        database.asSuperuser()
                .sql(
                        """
                        with listed as (
                            insert into case_restriction (case_number, center, reason, decided_by, decided_at)
                            values (?, ?, 'staff', '-', now()) returning id, case_number, center)
                        insert into case_reader select id, case_number, center, unnest(array['story-officer', 'story-director']) from listed
                        """)
                .params(story.number().value(), StoryOffice.CENTER)
                .update();
        assertThat(text(browser.opens(office.at("officer"), page(story))))
                .contains("value=\"story-director\"")
                .doesNotContain("value=\"story-psychologist\"");
    }

    @Test
    void whoeverWroteItWithdrawsItAndItStaysToBeSeen() {
        Story story = later().withOnTeam("psychologist");
        writes(story, WORDS, "story-psychologist");
        String withdrawal = page(story) + "/" + last(story) + "/withdrawal";
        assertThat(browser.sends(office.at("supervisor"), withdrawal)).hasStatus(404);
        assertThat(called(office.at("psychologist"))).contains(story.number().value());

        assertThat(browser.sends(office.at("officer"), withdrawal)).hasStatus3xxRedirection();
        assertThat(called(office.at("psychologist")))
                .doesNotContain(story.number().value());
        assertThat(text(browser.opens(office.at("supervisor"), page(story)))).contains(WORDS, "に取り下げ");
        assertThat(browser.sends(office.at("officer"), withdrawal)).hasStatus(404);
    }

    @Test
    void nobodyWithdrawsItThroughAnotherCase() {
        Story story = later();
        writes(story, WORDS);
        assertThat(browser.sends(office.at("officer"), page(later()) + "/" + last(story) + "/withdrawal"))
                .hasStatus(404);
    }

    @Test
    void nothingAndTooMuchAreRefusedInWordsAndWhatWasTypedStays() {
        Story story = later().withOnTeam("psychologist");
        assertThat(text(writes(story, " \u3000 "))).contains("内容を入力してください");
        String long1 = "長".repeat(2001);
        String answer = text(writes(story, long1, "story-psychologist"));
        assertThat(answer).contains("2,000字以内", long1, "value=\"story-psychologist\" checked");
        assertThat(text(writes(story, "a\u0000b"))).contains("使えない文字");
        assertThat(comments(story)).isZero();
    }

    @Test
    void theTrailSaysWhoWroteAndWhoWasCalledAndNotWhat() {
        Story story = later().withOnTeam("psychologist");
        writes(story, WORDS, "story-psychologist");
        List<String> trail = database.asSuperuser()
                .sql(
                        "select detail::text from audit_entry where act = 'comment-written' and case_number = ? and actor = 'story-officer'")
                .param(story.number().value())
                .query(String.class)
                .list();
        assertThat(trail)
                .singleElement()
                .asString()
                .contains("story-psychologist")
                .doesNotContain(WORDS);
    }

    private Story later() {
        Story story = stories.begin("2027-06-07T09:00")
                .at("reception")
                .answers()
                .at("screening")
                .answers("meeting", "regular")
                .at("acceptanceMeeting")
                .answers("acceptance", "accepted");
        return story.withOnTeam("officer");
    }

    private MvcTestResult writes(Story story, String text, String... mentioned) {
        String[] fields = new String[2 + 2 * mentioned.length];
        fields[0] = "text";
        fields[1] = text;
        for (int i = 0; i < mentioned.length; i++) {
            fields[2 + 2 * i] = "mentions";
            fields[3 + 2 * i] = mentioned[i];
        }
        return browser.sends(office.at("officer"), page(story), fields);
    }

    private static String page(Story story) {
        return "/cases/" + story.number() + "/comments";
    }

    private int unread(Actor person) {
        return acting.as(person, notices::unread);
    }

    private List<String> called(Actor person) {
        return acting.as(
                person,
                () -> mentions.list().stream().map(one -> one.number().value()).toList());
    }

    private int comments(Story story) {
        return database.asSuperuser()
                .sql("select count(*) from case_comment where case_number = ?")
                .param(story.number().value())
                .query(Integer.class)
                .single();
    }

    private long last(Story story) {
        return database.asSuperuser()
                .sql("select max(id) from case_comment where case_number = ?")
                .param(story.number().value())
                .query(Long.class)
                .single();
    }

    private static String text(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
