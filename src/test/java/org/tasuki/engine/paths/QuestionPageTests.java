package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.disclosure.Part;
import org.tasuki.disclosure.Records;
import org.tasuki.inbox.Desk;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;

/** The pages on which a colleague is asked, answers, and is thanked by being read. */
@StoryTest
class QuestionPageTests {

    private static final String WORDS = "妹の通園先をご存じですか";

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private Desk desk;

    @Autowired
    private Acting acting;

    @Autowired
    private Records records;

    @Autowired
    private TestDatabase database;

    private final Browser browser;

    @Autowired
    QuestionPageTests(WebApplicationContext house) {
        browser = new Browser(house);
    }

    @AfterEach
    void everybodyIsBack() {
        database.asSuperuser()
                .sql("update absence set cancelled_at = now(), cancelled_by = account where account = 'story-medical'")
                .update();
    }

    @Test
    void theFormProposesTwoWorkingDaysAndSaysWhoIsAway() {
        Story story = held();
        database.asSuperuser()
                .sql(
                        """
                        insert into absence (center, account, kind, starts_at, ends_at, entered_by, entered_at)
                        values (?, 'story-medical', 'leave', now() - interval '1 day', now() + interval '1 day',
                                'story-medical', now())
                        """)
                .param(StoryOffice.CENTER)
                .update();
        assertThat(page("officer", task(story) + "/questions"))
                .contains("value=\"2027-06-09\"", "story-psychologist（児童心理司）", "story-medical（医師・保健師）：不在")
                .doesNotContain("value=\"story-lawyer\"", "value=\"story-officer\"");
    }

    @Test
    void theAnswerIsReadAtTheTaskAmongTheNoticesAndInTheCase() {
        Story story = held();
        assertThat(asks(story, "story-psychologist", WORDS, "2027-06-09")).hasRedirectedUrl(task(story));
        assertThat(page("officer", task(story))).contains(WORDS, "回答待ち", "story-psychologistさん宛て");

        String theirs = "/tasks/" + story.at("answerQuestion").item().taskId();
        assertThat(page("psychologist", theirs)).contains(WORDS, "story-officer");
        assertThat(page("psychologist", "/notices")).contains(theirs, "あなたに割り当てられました");
        browser.sends(office.at("psychologist"), theirs + "/completion", "answer", "青空保育園です");

        assertThat(page("officer", task(story))).contains("青空保育園です", "回答済み").doesNotContain("回答待ち");
        assertThat(page("officer", "/notices"))
                .contains(task(story), "照会に回答がありました")
                .doesNotContain(WORDS);
        assertThat(page("officer", "/cases/" + story.number() + "/matters"))
                .contains(WORDS, "青空保育園です", "story-officer（自分） → story-psychologist");
    }

    @Test
    void itsDateIsNotMoved() {
        Story story = held();
        asks(story, "story-psychologist", WORDS, "2027-06-09");
        assertThat(page("officer", "/cases/" + story.number() + "/matters"))
                .contains("/withdrawal\"")
                .doesNotContain("/date\"");
    }

    @Test
    void theAnswerDoesNotTakeThePlaceOfTheSheetThatIsDecidedOn() {
        Story story = held();
        assertThat(page("officer", task(story))).contains("<span>受理会議録</span>");
        asks(story, "story-psychologist", WORDS, "2027-06-09");
        story.at("answerQuestion").answers("answer", "青空保育園です");
        assertThat(page("officer", task(story))).contains("<span>受理会議録</span>").doesNotContain("<span>照会への回答</span>");
    }

    @Test
    void inADisclosureTheAnswerBeginsAsKeptBack() {
        Story story = held();
        asks(story, "story-psychologist", WORDS, "2027-06-09");
        story.at("answerQuestion").answers("answer", "青空保育園です");
        List<Part> parts = acting.as(office.at("officer"), () -> records.of(story.file(), ""));
        assertThat(parts)
                .filteredOn(part -> part.group().startsWith("照会への回答"))
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.ground()).isNotNull();
                    assertThat(part.fixed()).isFalse();
                });
    }

    @Test
    void whatIsRefusedKeepsWhatWasTyped() {
        Story story = held();
        for (String person : List.of("", "story-lawyer", "story-police", "story-officer", "far-officer")) {
            MvcTestResult answer = asks(story, person, WORDS, "2027-06-09");
            assertThat(answer).hasStatus(422);
            assertThat(text(answer)).contains(WORDS, "id=\"to-problem\"", "value=\"2027-06-09\"");
        }
        assertThat(text(asks(story, "story-psychologist", WORDS, "2020-01-01"))).contains(WORDS, "期限が過去の日付です");
        assertThat(text(asks(story, "story-psychologist", " ", "2027-06-09"))).contains("内容を入力してください");
        assertThat(text(asks(story, "story-psychologist", "長".repeat(501), "2027-06-09")))
                .contains("500字以内");
        story.isAt("safetyCheck");
    }

    @Test
    void whoeverLostTheTaskMeanwhileStillHasTheirWords() {
        Story story = held();
        acting.as(office.at("officer"), () -> desk.release(id(story)));
        MvcTestResult answer = asks(story, "story-psychologist", WORDS, "2027-06-09");
        assertThat(answer).hasStatus(409);
        assertThat(text(answer)).contains(WORDS, "照会できませんでした");
        story.isAt("safetyCheck");
    }

    @Test
    void itIsWithdrawnFromTheTaskByWhoeverAsked() {
        Story story = held();
        asks(story, "story-psychologist", WORDS, "2027-06-09");
        String withdrawal = task(story) + "/questions/" + question(story) + "/withdrawal";
        assertThat(page("officer", task(story))).contains(withdrawal);
        assertThat(page("supervisor", task(story))).contains(WORDS).doesNotContain(withdrawal);
        browser.sends(office.at("supervisor"), withdrawal);
        browser.sends(office.at("officer"), task(story) + "/questions/" + UUID.randomUUID() + "/withdrawal");
        story.isAt("safetyCheck", "answerQuestion");

        assertThat(browser.sends(office.at("officer"), withdrawal)).hasRedirectedUrl(task(story));
        story.check().isAt("safetyCheck");
        assertThat(page("officer", task(story))).contains(WORDS, "取下げ").doesNotContain(withdrawal);
    }

    private Story held() {
        Story story = stories.begin("2027-06-07T09:00")
                .at("reception")
                .answers()
                .at("screening")
                .answers("meeting", "regular")
                .at("acceptanceMeeting")
                .answers("acceptance", "accepted")
                .withOnTeam("officer", "psychologist", "medical");
        acting.as(office.at("officer"), () -> desk.claim(id(story)));
        return story;
    }

    private static String id(Story story) {
        return story.at("safetyCheck").item().taskId();
    }

    private static String task(Story story) {
        return "/tasks/" + id(story);
    }

    private MvcTestResult asks(Story story, String person, String words, String day) {
        return browser.sends(
                office.at("officer"), task(story) + "/questions", "to", person, "words", words, "day", day);
    }

    private String question(Story story) {
        return database.asSuperuser()
                .sql("select id::text from matter where case_number = ?")
                .param(story.number().value())
                .query(String.class)
                .single();
    }

    private String page(String person, String path) {
        return text(browser.opens(office.at(person), path));
    }

    private static String text(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
