package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.courses.Courses;
import org.tasuki.courses.UnitDone;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;

/** Courses are read, answered and marked as done by whoever has signed in; the server judges, and says so in the reader's language. */
@StoryTest
@RecordApplicationEvents
class CoursePageTests {

    private static final Actor SCHOOL = Actor.person("story-reception", Set.of(Role.SCHOOL), null, null);
    private static final String QUESTIONS = "/training/questions/police-referral";
    private static final String UNIT = "/training/courses/police/check-police-referral";
    private static final String[] RIGHT = {
        "q-duty",
        "duty",
        "q-silence",
        "decideAnew",
        "q-order.1",
        "3",
        "q-order.2",
        "1",
        "q-order.3",
        "2",
        "q-interview",
        "little"
    };

    @Autowired
    private Stories stories;

    @Autowired
    private Courses courses;

    @Autowired
    private WebApplicationContext house;

    @Autowired
    private ApplicationEvents events;

    @BeforeEach
    void anOffice() {
        stories.office().open();
    }

    @ParameterizedTest
    @CsvSource({"police, police", "school, school", "prosecutor, prosecution", "officer, child-welfare"})
    void theReadersOwnComesFirst(String role, String audience) {
        Actor reader = Actor.person("story-officer", Set.of(Role.of(role)), StoryOffice.CENTER, null);
        String page = body(new Browser(house).opens(reader, "/training/courses"));
        assertThat(page).containsOnlyOnce("あなたの職種向け");
        assertThat(page.indexOf("for-" + audience)).isEqualTo(page.indexOf("for-"));
    }

    @Test
    void everyUnitOfEveryCourseIsShownInBothLanguages() {
        courses.all().forEach(course -> {
            assertThat(opens("ja", "/training/courses/" + course.key()))
                    .contains(course.name().ja());
            course.units().forEach(unit -> {
                String path = "/training/courses/" + course.key() + "/" + unit.key();
                assertThat(opens("ja", path)).contains(unit.name().ja()).doesNotContain("今はありません", "??");
                assertThat(opens("en", path)).contains("Units").doesNotContain("no longer there", "??");
            });
        });
    }

    @Test
    void whatIsReadIsSaidToBeDone() {
        MvcTestResult done = new Browser(house).sends(SCHOOL, "/training/courses/school/duty/done");
        assertThat(done).hasStatus(302).hasRedirectedUrl("/training/courses/school/listening");
        assertThat(events.stream(UnitDone.class))
                .containsExactly(new UnitDone("story-reception", "school", "duty", 0, 0));
        assertThat(new Browser(house).sends(SCHOOL, "/training/courses/school/practise-school-neglect/done"))
                .hasRedirectedUrl("/training/courses/school");
        assertThat(new Browser(house).sends(SCHOOL, UNIT + "/done"))
                .as("questions are answered")
                .hasStatus(404);
    }

    @Test
    void rightAnswersAreSaidAndCounted() {
        assertThat(new Browser(house).sends(SCHOOL, UNIT + "/answers", RIGHT))
                .hasStatusOk()
                .bodyText()
                .contains("全4問正解です", "○ 正解", "児童虐待防止法第10条")
                .doesNotContain("× 不正解");
        assertThat(events.stream(UnitDone.class))
                .containsExactly(new UnitDone("story-reception", "police", "check-police-referral", 4, 4));
    }

    @Test
    void wrongOnesAreToldWithTheReasonAndWhatWasGivenStays() {
        String[] wrong = RIGHT.clone();
        wrong[1] = "choice";
        wrong[5] = "1";
        wrong[7] = "3";
        String page = body(new Browser(house, "en").sends(SCHOOL, UNIT + "/answers", wrong));
        assertThat(page)
                .contains("2 of 4 are right", "× Wrong", "The answer:", "Art. 10", "Only what was approved is sent")
                .containsPattern("value=\"choice\" checked")
                .containsPattern("value=\"decideAnew\" checked")
                .containsPattern("name=\"q-order.1\">(?s:.){0,200}value=\"1\" selected");
        assertThat(events.stream(UnitDone.class)).extracting(UnitDone::right).containsExactly(2);
    }

    @Test
    void whatIsNotAnsweredIsSaidAndNothingIsToldBefore() {
        String[] some = {"q-duty", "duty", "q-order.1", "1", "q-order.2", "1", "q-order.3", "2"};
        MvcTestResult answer = new Browser(house).sends(SCHOOL, UNIT + "/answers", some);
        assertThat(answer)
                .hasStatus(422)
                .bodyText()
                .contains("まだ答えていない設問が3問あります", "#question-2", "すべてに、異なる順番を選んでください", "段階を一つ選んでください")
                .containsPattern("value=\"duty\" checked")
                .doesNotContain("正解", "児童虐待防止法第10条");
        assertThat(events.stream(UnitDone.class)).isEmpty();
    }

    @Test
    void forgedAnswersAreNone() {
        String[] forged = {
            "q-duty",
            "\u202Eduty",
            "q-silence",
            "nothing",
            "q-order.1",
            "99999999999",
            "q-order.2",
            "-1",
            "q-order.7",
            "1",
            "q-interview",
            "little\u0000",
            "q-nobody",
            "x",
            "q-silence.1",
            "1"
        };
        assertThat(new Browser(house).sends(SCHOOL, QUESTIONS, forged))
                .hasStatus(422)
                .bodyText()
                .contains("まだ答えていない設問が4問あります")
                .doesNotContain("99999999999", "nobody");
    }

    @Test
    void aProcessesQuestionsStandByThemselves() {
        assertThat(new Browser(house).sends(SCHOOL, QUESTIONS, RIGHT))
                .hasStatusOk()
                .bodyText()
                .contains("全4問正解です");
        assertThat(events.stream(UnitDone.class)).as("in no course").isEmpty();
        assertThat(opens("ja", "/training/walkthrough/police-referral")).contains(QUESTIONS);
        for (String nothing : List.of("/training/questions/nothing", "/training/courses/nothing", UNIT + "x")) {
            assertThat(new Browser(house).opens(SCHOOL, nothing)).hasStatus(404);
        }
    }

    private String opens(String language, String path) {
        MvcTestResult page = new Browser(house, language).opens(SCHOOL, path);
        assertThat(page).hasStatusOk();
        return body(page);
    }

    private static String body(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
