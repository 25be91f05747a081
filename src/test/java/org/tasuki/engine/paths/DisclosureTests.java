package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.casefile.Household;
import org.tasuki.casefile.Resealing;
import org.tasuki.casefile.SampleFiles;
import org.tasuki.disclosure.Part;
import org.tasuki.disclosure.Records;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.secrecy.Secrets;

/** Somebody asks to see the records: what is given has nothing of others in it, and a second person decides (APPI 76 ff.). */
@StoryTest
class DisclosureTests {

    private static final String NOTIFIER = "棟方 ヨシ";
    private static final String STEPFATHER = "五十嵐 剛志";
    private static final String TEACHER = "栗栖先生";

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private Household household;

    @Autowired
    private Records records;

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
    void whatIsGivenHasNothingOfOthersInIt() throws Exception {
        Story story = told();
        String request = opened(story);
        html(browser.opens(person("officer"), request))
                .contains("児童", "家族・関係者 1", STEPFATHER, "経過記録", "■■■が祖母宅に来た", TEACHER)
                .doesNotContain(NOTIFIER);
        browser.sends(person("officer"), request + "/parts", "words", TEACHER + "\n0468", "propose", "yes");
        assertThat(browser.opens(person("officer"), request + "/package")).hasStatus(HttpStatus.NOT_FOUND);
        html(browser.opens(person("officer"), request)).contains("別の所長職").doesNotContain("/decision", "<select");
        html(browser.sends(person("officer"), request + "/decision")).contains("自分の作った決定案は決裁できません");
        String task = task(story);
        assertThat(browser.opens(person("director"), "/tasks/" + task))
                .redirectedUrl()
                .isEqualTo(request);
        assertThat(browser.sends(person("director"), request + "/decision")).hasStatus(HttpStatus.FOUND);
        MvcTestResult taken = browser.opens(person("supervisor"), request + "/package");
        assertThat(taken).hasStatusOk();
        assertThat(taken.getResponse().getHeader("Content-Disposition")).startsWith("attachment;");
        assertThat(taken.getResponse().getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(taken).hasContentType(MediaType.APPLICATION_PDF);
        assertThat(text(taken))
                .contains("明石 望", "が祖母宅に来た", "第78条第1項第7号", "第78条第1項第2号", "保有個人情報の開示", "一部開示", "令和", "1 / 2", "2 / 2")
                .contains("物語児童相談所", "開示第", "7号）4か所")
                .doesNotContain(
                        "■", "五十嵐", "剛志", "イガラシ", NOTIFIER, "棟方", "栗栖", "0468", "トラック運転手", "手紙の標題", "part:", "受付日時",
                        "秘匿");
        // What the bar means, family, sheet, three in the note, the letter; and none elsewhere.
        assertThat(bars(taken)).isEqualTo(7);
        assertThat(acts(story))
                .contains("disclosure-requested", "disclosure-proposed", "disclosure-decided", "disclosure-taken-out");
        assertThat(new WholeDatabase(database).holding(List.of("栗栖先生\n0468", "保有個人情報の開示")))
                .isEmpty();
    }

    /** Also when the decision is sent back, and when something was missing at first. */
    @Test
    void aDecisionOpenedFromTheApprovalsLeadsBackToThem() {
        Story story = told();
        String request = opened(story);
        browser.sends(person("officer"), request + "/parts", "propose", "yes");
        assertThat(browser.opens(person("director"), "/tasks/" + task(story) + "?from=approvals"))
                .hasRedirectedUrl(request + "?from=approvals");
        html(browser.opens(person("director"), request + "?from=approvals"))
                .contains("name=\"_from\" value=\"approvals\"", "href=\"/board/approvals\"");
        html(browser.sends(person("director"), request + "/return", "_from", "approvals"))
                .contains("return-problem", "name=\"_from\" value=\"approvals\"");
        assertThat(browser.sends(
                        person("director"), request + "/return", "_from", "approvals", "reason", "黒塗りの漏れがあるため"))
                .hasRedirectedUrl("/board/approvals");
        browser.sends(person("officer"), request + "/parts", "propose", "yes");
        assertThat(browser.sends(person("director"), request + "/decision", "_from", "approvals"))
                .hasRedirectedUrl("/board/approvals");
    }

    @Test
    void noAddressLeadsADecisionOutOfTheHouse() {
        Story story = told();
        String request = opened(story);
        browser.sends(person("officer"), request + "/parts", "propose", "yes");
        html(browser.opens(person("director"), request + "?from=https://elsewhere.example/"))
                .doesNotContain("elsewhere", "name=\"_from\"");
        assertThat(browser.sends(person("director"), request + "/decision", "_from", "https://elsewhere.example/"))
                .hasRedirectedUrl(request);
    }

    @Test
    void aPartIsGivenOrKeptBackAsTheOfficeDecides() throws Exception {
        Story story = told();
        String request = opened(story);
        browser.sends(
                person("officer"),
                request + "/parts",
                "part:child",
                "1",
                "part:member:0",
                "",
                "part:contact:0",
                "7",
                "part:nothing",
                "1",
                "part:sheet:" + intake(story) + ":0",
                "",
                "part:member:1",
                "99",
                "propose",
                "yes");
        browser.sends(person("director"), request + "/decision");
        String given = text(browser.opens(person("director"), request + "/package"));
        assertThat(given)
                .contains("受付日時")
                .contains("トラック運転手", STEPFATHER, "第78条第1項第1号", "第78条第1項第7号")
                .containsPattern("児童\\s*不開示（第78条第1項第1号）")
                .doesNotContain("祖母宅に来た");
    }

    @Test
    void aFileThatRevealsTheNotifierIsNeverGiven() throws Exception {
        Story story = told();
        String file = database.asSuperuser()
                .sql("select id from case_document where case_number = ?")
                .param(story.number().value())
                .query(String.class)
                .single();
        String request = opened(story);
        browser.sends(person("officer"), request + "/parts", "part:file:" + file, "", "propose", "yes");
        browser.sends(person("director"), request + "/decision");
        String given = text(browser.opens(person("director"), request + "/package"));
        assertThat(given).doesNotContain("手紙の標題");
    }

    @Test
    void theDirectorSendsItBackAndTheOfficeExtendsOnceOrEndsIt() {
        Story story = told();
        String request = opened(story);
        LocalDate due = due(story);
        html(browser.sends(person("officer"), request + "/extension", "reason", ""))
                .contains("理由");
        browser.sends(person("officer"), request + "/extension", "reason", "記録が大量のため");
        assertThat(due(story)).isEqualTo(due.plusDays(30));
        assertThat(browser.sends(person("officer"), request + "/extension", "reason", "もう一度"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        browser.sends(person("officer"), request + "/parts", "propose", "yes");
        assertThat(browser.sends(person("officer"), request + "/parts", "part:child", "1"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        browser.sends(person("director"), request + "/return", "reason", "祖母の氏名が残っている");
        html(browser.opens(person("officer"), request)).contains("準備中", "記録が大量のため", "祖母の氏名が残っている");
        browser.sends(person("officer"), request + "/withdrawal", "reason", "請求者から取下げの申出");
        html(browser.opens(person("officer"), "/cases/" + story.number() + "/disclosures"))
                .contains("取下げ");
        assertThat(acts(story)).contains("disclosure-extended", "disclosure-returned", "disclosure-dropped");
    }

    @ParameterizedTest
    @CsvSource({"'', 2026-06-01, 請求者の区分", "self, '', 請求があった日", "self, 2999-01-01, 請求があった日", "self, 2001-01-01, 請求があった日"
    })
    void whatCannotStandIsSaid(String requester, String received, String said) {
        Story story = told();
        MvcTestResult refused = browser.sends(
                person("officer"),
                "/cases/" + story.number() + "/disclosures",
                "requester",
                requester,
                "received",
                received);
        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        html(refused).contains(said, received);
    }

    @Test
    void itIsDueThirtyDaysFromTheDayAfterAndOneAtATime() {
        Story story = told();
        String today = story.today().toLocalDate().toString();
        opened(story);
        assertThat(due(story)).isEqualTo(LocalDate.parse(today).plusDays(30));
        html(browser.sends(
                        person("officer"),
                        "/cases/" + story.number() + "/disclosures",
                        "requester",
                        "representative",
                        "received",
                        today))
                .contains("決着していない開示請求");
    }

    @Test
    void aRotationTakesItAlong() {
        Story story = told();
        String request = opened(story);
        browser.sends(person("officer"), request + "/parts", "words", TEACHER, "propose", "yes");
        browser.sends(person("director"), request + "/decision");
        secrets.rotate();
        resealing.all();
        assertThat(database.asSuperuser()
                        .sql(
                                "select bool_and(substring(b from 2 for 4) = ?) from disclosure_request, unnest(array[blackout, package]) b where case_number = ?")
                        .params(secrets.newest(), story.number().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(browser.opens(person("director"), request + "/package")).hasStatusOk();
    }

    private String opened(Story story) {
        String path = "/cases/" + story.number() + "/disclosures";
        MvcTestResult opened = browser.sends(
                person("officer"),
                path,
                "requester",
                "self",
                "received",
                story.today().toLocalDate().toString());
        assertThat(opened).hasStatus(HttpStatus.FOUND);
        return String.valueOf(opened.getResponse().getRedirectedUrl());
    }

    /** A case with a notifier, a stepfather, a note about him, and a letter that gives the notifier away. */
    private Story told() {
        Story story = stories.begin()
                .at("reception")
                .answers("childName", "明石 望", "childKana", "あかし のぞみ", "notifierName", NOTIFIER)
                .at("screening")
                .answers("meeting", "regular")
                .withOnTeam("officer");
        acting.as(
                StoryOffice.SYSTEM,
                () -> household.add(
                        story.number(),
                        StoryOffice.CENTER,
                        new Household.Member(STEPFATHER, "イガラシ ツヨシ", "stepfather", null, "トラック運転手", true, null)));
        browser.sends(
                person("officer"),
                "/cases/" + story.number() + "/contacts",
                "with",
                "祖母",
                "text",
                "五十嵐剛志が祖母宅に来た。" + TEACHER + "（0468）にも連絡した。");
        browser.uploads(
                person("supervisor"),
                "/cases/" + story.number() + "/files",
                new MockMultipartFile("file", "a.pdf", "application/pdf", SampleFiles.PDF),
                "title",
                "手紙の標題",
                "kind",
                "letter",
                "reveals",
                "true");
        return story;
    }

    @Test
    void theRecordsAreInJapaneseToTheLastDateWhoeverReads() {
        Story story = told();
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        try {
            List<Part> parts = acting.as(person("officer"), () -> records.of(story.file(), ""));
            assertThat(parts)
                    .extracting(Part::title)
                    .anyMatch(title -> title.contains("（R8.6.1）"))
                    .noneMatch(title -> title.contains("2026"));
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    @Test
    void whatMayNameSomebodyIsOfferedAndBlackedOutWhenTicked() throws Exception {
        Story story = told();
        String request = opened(story);
        html(browser.opens(person("officer"), request)).contains("value=\"栗栖\"", "黒塗り 1か所");
        browser.sends(person("officer"), request + "/parts", "words", "0468", "more", "栗栖");
        html(browser.opens(person("officer"), request))
                .contains("0468\n栗栖", "黒塗り 3か所")
                .doesNotContain("value=\"栗栖\"");
    }

    @Test
    void nothingIsGivenForAReasonThatTheRequesterIsTold() throws Exception {
        Story story = told();
        String request = opened(story);
        browser.sends(person("officer"), request + "/parts", "propose", "yes");
        html(browser.sends(person("director"), request + "/decision", "decision", "refuse"))
                .contains("理由");
        browser.sends(person("director"), request + "/decision", "decision", "refuse", "reason", "児童に危険が及ぶため");
        assertThat(browser.opens(person("director"), request + "/package")).hasStatus(HttpStatus.NOT_FOUND);
        html(browser.opens(person("officer"), request)).contains("児童に危険が及ぶため").doesNotContain("value=\"post\"");
        assertThat(browser.sends(person("officer"), request + "/handing-out", "how", "post"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        browser.sends(person("officer"), request + "/handing-out", "how", "notice");
        html(browser.opens(person("officer"), request)).contains("不開示を通知");
        assertThat(acts(story)).contains("disclosure-refused", "disclosure-handed-out");
    }

    @Test
    void untilItIsHandedOutThereIsNoOther() {
        Story story = told();
        String request = opened(story);
        browser.sends(person("officer"), request + "/parts", "propose", "yes");
        html(browser.sends(person("officer"), request + "/handing-out", "how", "post"))
                .contains("この操作はできません");
        browser.sends(person("director"), request + "/decision");
        html(browser.opens(person("officer"), "/cases/" + story.number() + "/disclosures"))
                .contains("決定済み・交付待ち")
                .doesNotContain("name=\"requester\"");
        html(browser.sends(person("supervisor"), request + "/handing-out", "how", "post"))
                .contains("別の人か別の担当");
        browser.sends(person("officer"), request + "/handing-out", "how", "post");
        html(browser.opens(person("officer"), "/cases/" + story.number() + "/disclosures"))
                .contains("交付・通知済み", "name=\"requester\"");
    }

    private String task(Story story) {
        return database.asSuperuser()
                .sql("select task_id from inbox_item where case_number = ? and process = 'disclosure'")
                .param(story.number().value())
                .query(String.class)
                .single();
    }

    /** What somebody copies out of the file; and how it looks, to be looked at. */
    private static String text(MvcTestResult taken) throws IOException {
        byte[] file = taken.getResponse().getContentAsByteArray();
        try (PDDocument document = Loader.loadPDF(file)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                ImageIO.write(
                        renderer.renderImageWithDPI(page, 80),
                        "png",
                        new File("target", "disclosure-" + page + ".png"));
            }
            return new PDFTextStripper().getText(document);
        }
    }

    private static int bars(MvcTestResult taken) throws IOException {
        try (PDDocument document = Loader.loadPDF(taken.getResponse().getContentAsByteArray())) {
            return figures(document.getDocumentCatalog().getStructureTreeRoot());
        }
    }

    private static int figures(PDStructureNode node) {
        int own = node instanceof PDStructureElement element && "Figure".equals(element.getStructureType()) ? 1 : 0;
        return own
                + node.getKids().stream()
                        .filter(PDStructureNode.class::isInstance)
                        .mapToInt(kid -> figures((PDStructureNode) kid))
                        .sum();
    }

    private String intake(Story story) {
        return database.asSuperuser()
                .sql("select id from form_answer where case_number = ? and form = 'intake-sheet'")
                .param(story.number().value())
                .query(String.class)
                .single();
    }

    private LocalDate due(Story story) {
        return database.asSuperuser()
                .sql("select due_on from disclosure_request where case_number = ?")
                .param(story.number().value())
                .query(LocalDate.class)
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
