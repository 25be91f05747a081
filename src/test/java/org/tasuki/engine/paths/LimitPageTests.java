package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.disclosure.Disclosures;

/** The forms on which a limit is waived or paused: what cannot be is said in the reader's language, kept as typed, and changes nothing. */
@StoryTest
class LimitPageTests {

    private static final String WHY = "保護者と日程を調整したため";

    @Autowired
    private Stories stories;

    @Autowired
    private Disclosures disclosures;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private WebApplicationContext house;

    private record Row(long id, String state, LocalDate due) {}

    /** Today is 1 June 2026; a waived limit goes on until an agreed day, tomorrow to 92 days ahead. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ja | ''                | 日付を入力してください
                    en | ''                | Give a date.
                    ja | 2026-06-31        | 日付を入力してください
                    en | tomorrow          | Give a date.
                    en | <b>2026-06-20</b> | Give a date.
                    ja | 2026-06-01        | 令和8年
                    en | 2026-06-01        | Give a date from
                    en | 2026-09-02        | Give a date from
                    en | +999999999-12-31  | Give a date from
                    """)
    void anAgreedDayThatIsNoneOrOutOfRangeIsRefused(String language, String day, String said) {
        Story story = diagnosing();
        Row before = open(story, "socialDiagnosis");
        MvcTestResult answer = sends(story, language, before.id(), "waiver", day, WHY);
        refused(answer, said, WHY);
        assertThat(answer).bodyText().doesNotContain("<b>2026");
        nothingHasChanged(story, before);
    }

    /** A request for disclosure stands still for 30 days at most, from today on. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ja | ''         | 日付を入力してください
                    en | 2026-13-01 | Give a date.
                    ja | 2026-05-31 | 令和8年
                    en | 2026-05-31 | Give a date from
                    en | 2026-07-02 | Give a date from
                    """)
    void aLastDayOfAPauseThatIsNoneOrOutOfRangeIsRefused(String language, String day, String said) {
        Story story = asked();
        Row before = open(story, "prepare");
        refused(sends(story, language, before.id(), "pause", day, WHY), said, WHY);
        nothingHasChanged(story, before);
    }

    @ParameterizedTest
    @CsvSource({
        "ja, waiver, 理由を入力してください",
        "en, waiver, Enter the reason",
        "ja, pause, 理由を入力してください",
        "en, pause, Enter the reason",
    })
    void withoutAReasonItIsRefusedAndTheDayIsKept(String language, String form, String said) {
        Story story = form.equals("pause") ? asked() : diagnosing();
        Row before = open(story, form.equals("pause") ? "prepare" : "socialDiagnosis");
        refused(sends(story, language, before.id(), form, "2026-06-20", "  "), said, "2026-06-20");
        nothingHasChanged(story, before);
    }

    @ParameterizedTest
    @CsvSource({"ja, 日付を入力してください, 理由を入力してください", "en, Give a date., Enter the reason"})
    void whatIsWrongInBothFieldsIsSaidAtOnce(String language, String day, String reason) {
        Story story = diagnosing();
        Row before = open(story, "socialDiagnosis");
        MvcTestResult answer = sends(story, language, before.id(), "waiver", "", "");
        refused(answer, day, reason);
        nothingHasChanged(story, before);
    }

    @Test
    void aReasonThatIsTooLongIsRefusedAndKept() {
        Story story = diagnosing();
        Row before = open(story, "socialDiagnosis");
        String reason = "あ".repeat(1001);
        refused(sends(story, "ja", before.id(), "waiver", "2026-06-20", reason), reason);
        nothingHasChanged(story, before);
    }

    /** The page offers no such form; whoever sends it all the same is told why not. */
    @ParameterizedTest
    @CsvSource({
        "ja, waiver, 規則により停止・免除ができません",
        "en, waiver, The rule of this limit does not allow it",
        "ja, pause, 規則により停止・免除ができません",
        "en, pause, The rule of this limit does not allow it",
    })
    void theLawsLimitIsNeitherWaivedNorPaused(String language, String form, String said) {
        Story story = stories.accepted().withOnTeam("officer");
        Row before = open(story, "safetyCheck");
        refused(sends(story, language, before.id(), form, "2026-06-10", WHY), said);
        nothingHasChanged(story, before);
        story.at("safetyCheck").timesOut();
        assertThat(story.steps()).contains("sharePoliceUnconfirmed");
    }

    @ParameterizedTest
    @CsvSource({
        "ja, 規則により停止・免除ができません",
        "en, The rule of this limit does not allow it",
    })
    void whatTheLawDoesNotStopIsNotPaused(String language, String said) {
        Story story = diagnosing();
        Row before = open(story, "socialDiagnosis");
        refused(sends(story, language, before.id(), "pause", "2026-06-10", WHY), said);
        nothingHasChanged(story, before);
    }

    @ParameterizedTest
    @CsvSource({"ja, この期限はすでに", "en, 'This limit is over, has ended, or has changed'"})
    void whatIsOverIsNotWaivedAndWhatRunsIsNotResumed(String language, String said) {
        Story story = asked();
        Row running = open(story, "prepare");
        refused(sends(story, language, running.id(), "resumption", "", ""), said);
        nothingHasChanged(story, running);
        Story late = diagnosing();
        late.at("socialDiagnosis").timesOut();
        Row over = open(late, "socialDiagnosis");
        refused(sends(late, language, over.id(), "waiver", "2026-06-30", WHY), said);
        nothingHasChanged(late, over);
    }

    @Test
    void whoMayPauseAndNotWaiveIsToldSo() {
        Story story = diagnosing();
        Row before = open(story, "socialDiagnosis");
        MvcTestResult answer = new Browser(house)
                .sends(
                        stories.office().at("officer"),
                        path(story, before.id(), "waiver"),
                        "day",
                        "2026-06-20",
                        "reason",
                        WHY);
        refused(answer, "停止・免除する権限がありません");
        nothingHasChanged(story, before);
    }

    @Test
    void whatIsInOrderIsDoneAndSaid() {
        Story story = diagnosing();
        Row before = open(story, "socialDiagnosis");
        assertThat(sends(story, "ja", before.id(), "waiver", "２０２６－０６－２０", WHY))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/cases/" + story.number() + "/deadlines");
        story.check().at("socialDiagnosis").isDue("2026-06-21T00:00");
        MvcTestResult page = new Browser(house, "en")
                .opens(stories.office().at("supervisor"), "/cases/" + story.number() + "/deadlines");
        assertThat(page).bodyText().contains(WHY, "waived");
    }

    private static void refused(MvcTestResult answer, String... said) {
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer).bodyText().contains(said);
    }

    private void nothingHasChanged(Story story, Row before) {
        story.check();
        assertThat(row(story, before.id())).isEqualTo(before);
        assertThat(bySystem(
                        () -> jdbc.sql("select count(*) from deadline_change where case_number = ? and why <> 'fact'")
                                .param(story.number().value())
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    private Story diagnosing() {
        return stories.accepted()
                .at("safetyCheck")
                .answers("safety", "confirmed")
                .withOnTeam("officer");
    }

    private Story asked() {
        Story story = stories.accepted().withOnTeam("officer", "reception");
        stories.acting()
                .as(
                        stories.office().at("officer"),
                        () -> disclosures.open(story.file(), "self", LocalDate.parse("2026-06-01")));
        return story.check();
    }

    private MvcTestResult sends(Story story, String language, long deadline, String form, String day, String reason) {
        return new Browser(house, language)
                .sends(stories.office().at("supervisor"), path(story, deadline, form), "day", day, "reason", reason);
    }

    private static String path(Story story, long deadline, String form) {
        return "/cases/" + story.number() + "/deadlines/" + deadline + "/" + form;
    }

    private Row open(Story story, String step) {
        long id = bySystem(
                () -> jdbc.sql("select id from deadline where case_number = ? and step = ? and ended_at is null")
                        .params(story.number().value(), step)
                        .query(Long.class)
                        .single());
        return row(story, id);
    }

    private Row row(Story story, long id) {
        return bySystem(
                () -> jdbc.sql("select id, state, due_at::date as due from deadline where id = ? and case_number = ?")
                        .params(id, story.number().value())
                        .query(Row.class)
                        .single());
    }

    private <T> T bySystem(Supplier<T> work) {
        return stories.acting()
                .as(StoryOffice.SYSTEM, () -> stories.transaction().execute(status -> work.get()));
    }
}
