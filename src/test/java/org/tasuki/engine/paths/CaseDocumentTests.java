package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.casefile.CaseFiles;
import org.tasuki.casefile.Resealing;
import org.tasuki.casefile.SampleFiles;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.secrecy.Secrets;

/** Files in a case: taken in when they are what they say, sealed, given out as attachments, withdrawn and never gone. */
@StoryTest
@ExtendWith(OutputCaptureExtension.class)
class CaseDocumentTests {

    private static final String TITLE = "鬼怒川小学校からの出欠の回答";
    private static final String NAME = "鬼怒川_出欠.pdf";

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private CaseFiles files;

    @Autowired
    private Acting acting;

    @Autowired
    private Resealing resealing;

    @Autowired
    private Secrets secrets;

    @Autowired
    private TestDatabase database;

    @Autowired
    private WebApplicationContext house;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(house);
    }

    @Test
    void whoWorksOnTheCaseAddsAFileAndTakesItOutAsAnAttachment(CapturedOutput log) {
        Story story = told().withOnTeam("psychologist", "medical");
        assertThat(adds("psychologist", story, TITLE, "school", false, "../../" + NAME, SampleFiles.PDF))
                .hasStatus(HttpStatus.FOUND);
        html(browser.opens(person("medical"), documents(story))).contains(TITLE, NAME, "学校・保育所等の資料", "PDF 1 KB");
        MvcTestResult taken = browser.opens(person("medical"), path(story));
        assertThat(taken).hasStatusOk();
        assertThat(taken.getResponse().getContentAsByteArray()).isEqualTo(SampleFiles.PDF);
        assertThat(taken.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E9%AC%BC%E6%80%92%E5%B7%9D_%E5%87%BA%E6%AC%A0.pdf");
        assertThat(taken.getResponse().getHeader("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
        assertThat(taken.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(taken.getResponse().getHeader("Cache-Control")).contains("no-store");
        assertThat(taken.getResponse().getContentType()).isEqualTo("application/pdf");
        assertThat(acts(story)).contains("document-added", "document-taken-out");
        assertThat(new WholeDatabase(database).holding(List.of("鬼怒川", "%PDF-1.7")))
                .isEmpty();
        assertThat(log.getAll()).doesNotContain("鬼怒川");
    }

    /** As the page sends it that asks to wait: what was typed beside the file is there, and the file is asked for. */
    @Test
    void aFormThatComesWithoutItsFileKeepsWhatWasTyped() {
        MvcTestResult page = browser.sends(
                person("officer"), "/cases/" + told().number() + "/files", "title", TITLE, "kind", "school");
        assertThat(page).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        html(page).contains(TITLE);
    }

    /** A reader's program does not have to guess, and cannot guess wrongly, in which characters a text is written. */
    @ParameterizedTest
    @CsvSource({"UTF-8, text/plain;charset=UTF-8", "windows-31j, text/plain;charset=windows-31j"})
    void aTextSaysInWhichCharactersItIsWritten(String charset, String type) {
        Story story = told();
        byte[] text = "見守りの記録。髙橋①".getBytes(Charset.forName(charset));
        assertThat(adds("officer", story, TITLE, "other", false, "a.txt", text)).hasStatus(HttpStatus.FOUND);
        MvcTestResult taken = browser.opens(person("officer"), path(story));
        assertThat(taken.getResponse().getContentAsByteArray()).isEqualTo(text);
        assertThat(taken.getResponse().getContentType()).isEqualToIgnoringCase(type);
    }

    @ParameterizedTest
    @CsvSource({
        "'', other, a.pdf, pdf, 標題を入力してください",
        "t, '', a.pdf, pdf, 種別を選んでください",
        "t, other, a.pdf, empty, 中身が空です",
        "t, other, a.pdf, program, このファイルは保存できません",
        "t, other, a.exe, pdf, 拡張子が合いません",
        "t, other, a.pdf, png, 拡張子が合いません",
        "t, other, a.html, text, 拡張子が合いません",
        "t, other, a.pdf, large, 10MBを超えています",
        "long, other, a.pdf, pdf, 100字以内"
    })
    void whatCannotStandIsSaidAndWhatWasTypedStays(String title, String kind, String name, String file, String said) {
        Story story = told();
        byte[] content =
                switch (file) {
                    case "pdf" -> SampleFiles.PDF;
                    case "png" -> SampleFiles.PNG;
                    case "program" -> SampleFiles.PROGRAM;
                    case "text" -> "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
                    case "large" -> SampleFiles.pdfOf((10 << 20) + 1);
                    default -> new byte[0];
                };
        String typed = title.equals("long") ? "長".repeat(101) : title;
        MvcTestResult refused = adds("officer", story, typed, kind, true, name, content);
        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        html(refused).contains(said, "value=\"" + typed + "\"", "checked=\"checked\"");
        assertThat(count(story)).isZero();
        assertThat(acts(story)).contains("document-refused").doesNotContain("document-added");
    }

    @Test
    void aNameThatIsMarkupIsShownAsText() {
        Story story = told();
        adds("officer", story, "<b>太字</b>", "other", false, "<img src=x onerror=alert(1)>.pdf", SampleFiles.PDF);
        html(browser.opens(person("officer"), documents(story)))
                .contains("&lt;b&gt;太字&lt;/b&gt;", "_img src=x onerror=alert(1)_.pdf")
                .doesNotContain("<b>太字", "<img");
    }

    @Test
    void aFileThatRevealsTheNotifierIsForThoseWhoMayKnow() {
        Story story = told().withOnTeam("psychologist", "officer", "medical", "lawyer", "protection");
        adds("psychologist", story, TITLE, "letter", true, NAME, SampleFiles.PDF);
        for (String mayKnow : List.of("supervisor", "director", "officer2", "reception", "psychologist")) {
            html(browser.opens(person(mayKnow), documents(story))).contains(TITLE);
            assertThat(browser.opens(person(mayKnow), path(story))).as(mayKnow).hasStatusOk();
        }
        for (String other : List.of("officer", "medical", "lawyer", "protection")) {
            html(browser.opens(person(other), documents(story)))
                    .contains("通告者を推知させる資料（非表示）")
                    .doesNotContain("鬼怒川");
            assertThat(browser.opens(person(other), path(story))).as(other).hasStatus(HttpStatus.FORBIDDEN);
            assertThat(browser.sends(person(other), path(story) + "/withdrawal", "reason", "x"))
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
        assertThat(acts(story)).contains("access-refused");
    }

    @Test
    void anAgencyIsNotToldThatThereAreFiles() {
        Story story = told(stories.toPolice());
        adds("officer", story, TITLE, "other", false, NAME, SampleFiles.PDF);
        story.at("preparePoliceReferral").answers().at("approvePoliceReferral").answers("approval", "approved");
        Actor police = person("agency:story-police");
        html(browser.opens(police, documents(story))).doesNotContain("鬼怒川", "type=\"file\"", "id=\"files\"");
        assertThat(browser.opens(police, path(story))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(browser.sends(police, "/cases/" + story.number() + "/files", "title", "x"))
                .hasStatus(HttpStatus.NOT_FOUND);
        Actor auditor = Actor.person("story-auditor", Set.of(Role.AUDITOR), StoryOffice.CENTER, null);
        assertThat(browser.opens(auditor, path(story))).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aWithdrawnFileStaysAndSaysWhy() {
        Story story = told();
        adds("officer", story, TITLE, "other", false, NAME, SampleFiles.PDF);
        MvcTestResult without = browser.sends(person("officer"), path(story) + "/withdrawal", "reason", " ");
        assertThat(without).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        html(without).contains("理由");
        browser.sends(person("officer"), path(story) + "/withdrawal", "reason", "別の事例の資料だった");
        browser.sends(person("officer"), path(story) + "/withdrawal", "reason", "二度目");
        html(browser.opens(person("officer"), documents(story)))
                .contains(TITLE, "取下げ済み", "別の事例の資料だった")
                .doesNotContain("二度目", "/withdrawal");
        assertThat(browser.opens(person("officer"), path(story))).hasStatusOk();
        assertThat(acts(story)).containsOnlyOnce("document-withdrawn");
    }

    @Test
    void whatIsNoIdAndWhatIsInAnotherCaseIsNotThere() {
        Story story = told();
        Story other = told();
        adds("officer", story, TITLE, "other", false, NAME, SampleFiles.PDF);
        String elsewhere =
                path(story).replace(story.number().value(), other.number().value());
        assertThat(browser.opens(person("officer"), elsewhere)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(browser.opens(person("officer"), "/cases/" + story.number() + "/files/no-id"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aFileMovedToAnotherCaseOpensNowhere() {
        Story story = told();
        Story other = told();
        adds("officer", story, TITLE, "other", false, NAME, SampleFiles.PDF);
        String moved =
                path(story).replace(story.number().value(), other.number().value());
        database.asSuperuser()
                .sql("update case_document set case_number = ? where case_number = ?")
                .params(other.number().value(), story.number().value())
                .update();
        html(browser.opens(person("officer"), documents(other))).contains("読み取れない資料");
        assertThat(browser.opens(person("officer"), moved)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aRotationTakesTheFilesAlong() {
        Story story = told();
        adds("officer", story, TITLE, "other", false, NAME, SampleFiles.PDF);
        secrets.rotate();
        adds("officer", story, TITLE, "other", false, "b.png", SampleFiles.PNG);
        assertThat(resealing.all().documents()).isPositive();
        assertThat(resealing.all().documents()).isZero();
        assertThat(database.asSuperuser()
                        .sql(
                                "select count(distinct substring(b for 5)) from case_document, unnest(array[label, content]) b where case_number = ?")
                        .param(story.number().value())
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(browser.opens(person("officer"), path(story))).hasStatusOk();
    }

    private MvcTestResult adds(
            String desk, Story story, String title, String kind, boolean reveals, String name, byte[] content) {
        return browser.uploads(
                person(desk),
                "/cases/" + story.number() + "/files",
                new MockMultipartFile("file", name, "text/html", content),
                "title",
                title,
                "kind",
                kind,
                "reveals",
                String.valueOf(reveals));
    }

    /** The second officer answers for it. */
    private Story told() {
        return told(stories.accepted());
    }

    private Story told(Story story) {
        acting.as(StoryOffice.SYSTEM, () -> files.setOfficer(story.number(), "story-officer2"));
        return story;
    }

    private static String documents(Story story) {
        return "/cases/" + story.number() + "/documents";
    }

    private String path(Story story) {
        return "/cases/" + story.number() + "/files/"
                + database.asSuperuser()
                        .sql("select id from case_document where case_number = ? order by at limit 1")
                        .param(story.number().value())
                        .query(String.class)
                        .single();
    }

    private long count(Story story) {
        return database.asSuperuser()
                .sql("select count(*) from case_document where case_number = ?")
                .param(story.number().value())
                .query(Long.class)
                .single();
    }

    private Actor person(String desk) {
        return office.at(desk);
    }

    private static AbstractStringAssert<?> html(MvcTestResult page) {
        return assertThat(page).bodyText();
    }

    private List<String> acts(Story story) {
        return database.asSuperuser()
                .sql("select act from audit_entry where case_number = ?")
                .param(story.number().value())
                .query(String.class)
                .list();
    }
}
