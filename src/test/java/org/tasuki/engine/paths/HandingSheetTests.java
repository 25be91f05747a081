package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Accounts;
import org.tasuki.staffing.Absence;
import org.tasuki.staffing.Absences;

/** Somebody goes away for long: each of their cases goes to a colleague with a sheet that says what the colleague must know. */
@StoryTest
class HandingSheetTests {

    private static final String WORDS = "父は夜間に酔って来所することがある。面接は必ず二人で。祖母の電話は平日の昼だけ。";

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private Absences absences;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Clock clock;

    private final Browser browser;

    @Autowired
    HandingSheetTests(WebApplicationContext house) {
        browser = new Browser(house);
    }

    @AfterEach
    void everybodyIsBack() {
        database.asSuperuser()
                .sql("update absence set cancelled_at = now() where cancelled_at is null and center = 'story'")
                .update();
    }

    @Test
    void whatThePredecessorWritesGoesWithTheCaseOnScreenAndOnPaper() throws IOException {
        Story story = toSafetyCheck();
        Absence away = away();
        String list = "/absences/" + away.id() + "/cases";
        assertThat(text(browser.opens(office.at("officer"), list)))
                .contains(sheet(story), "引継事項が未記入")
                .doesNotContain("name=\"case\"");
        assertThat(browser.sends(
                        office.at("officer"), list, "case", story.number().value()))
                .hasStatus(404);

        assertThat(browser.sends(office.at("officer"), sheet(story), "lookOut", WORDS, "nextVisit", "2027-06-30"))
                .hasStatus3xxRedirection();
        assertThat(text(browser.opens(office.at("supervisor"), list))).contains("記入済み");
        assertThat(browser.sends(
                        office.at("supervisor"),
                        list,
                        "case",
                        story.number().value(),
                        "officer-" + story.number(),
                        "story-officer2"))
                .hasStatus3xxRedirection();
        assertThat(text(browser.opens(office.at("supervisor"), list)))
                .contains("story-officer2へ", sheet(story) + "/paper");

        assertThat(text(browser.opens(office.at("officer2"), sheet(story))))
                .contains(WORDS, "安全確認", "story-officer2", "前任", "令和9年6月30日(水)");
        assertThat(printed(browser.opens(office.at("officer2"), sheet(story) + "/paper")))
                .contains("引継書", story.number().value(), "面接は必ず二人で", "安全確認", "48時間", "令和9年6月30日", "前任", "引受者");
        assertThat(acts(story)).contains("handing-noted", "handing-sheet-taken-out", "officer-changed");
    }

    @Test
    void aNoteIsNeverChangedAndTheNewestStands() {
        Story story = toSafetyCheck();
        browser.sends(office.at("officer"), sheet(story), "lookOut", "はじめに書いたこと");
        browser.sends(office.at("officer"), sheet(story), "lookOut", "書き直したこと");
        String page = text(browser.opens(office.at("officer"), sheet(story)));
        assertThat(page.indexOf("書き直したこと")).isPositive().isLessThan(page.indexOf("はじめに書いたこと"));
    }

    @Test
    void whatCannotStandIsSaidAndKeptAsTyped() {
        Story story = toSafetyCheck();
        refused(story, "   ", "", "引継事項を入力してください。");
        refused(story, "長".repeat(4001), "", "4000字以内");
        refused(story, "逆\u202E順", "", "使えない文字");
        refused(story, WORDS, "2027-06-06", "今日から2年以内");
        refused(story, WORDS, "2030-01-01", "今日から2年以内");
        refused(story, WORDS, "あした", "今日から2年以内");
        assertThat(text(browser.opens(office.at("officer"), sheet(story)))).contains("まだ書かれていません");
    }

    private void refused(Story story, String words, String day, String why) {
        MvcTestResult answer = browser.sends(office.at("officer"), sheet(story), "lookOut", words, "nextVisit", day);
        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains(why, words.strip().replace('\u202E', '\uFFFD'));
    }

    private Story toSafetyCheck() {
        return stories.begin("2027-06-07T09:00")
                .at("reception")
                .answers()
                .at("screening")
                .answers("meeting", "regular")
                .at("acceptanceMeeting")
                .answers("acceptance", "accepted");
    }

    private Absence away() {
        return stories.acting().as(office.at("supervisor"), () -> {
            Instant from = clock.instant().minusSeconds(60);
            Absences.Entry entry = new Absences.Entry(
                    "story-officer",
                    Absence.Kind.LEAVE,
                    from,
                    from.plus(Duration.ofDays(60)),
                    List.of("story-officer2"));
            long id = absences.enter(accounts.find("story-officer").orElseThrow(), entry);
            return absences.find(id).orElseThrow();
        });
    }

    private List<String> acts(Story story) {
        return database.asSuperuser()
                .sql("select act from audit_entry where case_number = ?")
                .param(story.number().value())
                .query(String.class)
                .list();
    }

    private static String sheet(Story story) {
        return "/cases/" + story.number() + "/handing-sheet";
    }

    private static String text(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** What somebody reads on the paper; and how it looks, to be looked at. */
    private static String printed(MvcTestResult taken) throws IOException {
        assertThat(taken).hasStatusOk();
        try (PDDocument document = Loader.loadPDF(taken.getResponse().getContentAsByteArray())) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                ImageIO.write(
                        renderer.renderImageWithDPI(page, 80), "png", new File("target", "handing-" + page + ".png"));
            }
            return new PDFTextStripper().getText(document);
        }
    }
}
