package org.tasuki.debrief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.tasuki.TasukiTest;
import org.tasuki.debrief.web.SheetsPrinted;
import org.tasuki.engine.paths.CountedStatements;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Actor;
import org.tasuki.people.web.DeskInTheOffice;
import org.tasuki.practice.ClassPlay;
import org.tasuki.practice.Classes;
import org.tasuki.practice.PracticeClass;
import org.tasuki.practice.PracticeOffice;
import org.tasuki.terms.CaseNumber;

/** Two groups of a class go different ways, and the debrief says so; to nobody but the trainer whose class it is. */
@TasukiTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "flowable.async-executor-activate=false")
@Import({ClassPlay.class, CountedStatements.class, SheetsPrinted.class})
class DebriefTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestDatabase database;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private ClassPlay play;

    @Autowired
    private Classes classes;

    @Autowired
    private Debriefs debriefs;

    @Autowired
    private SheetsPrinted sheets;

    private String code = "";

    @SuppressWarnings("NullAway.Init") // before each test
    private PracticeOffice office;

    private DeskInTheOffice trainer = new DeskInTheOffice(0, "");
    private Actor hanako = Actor.NOBODY;
    private Actor taro = Actor.NOBODY;

    @BeforeEach
    void aClassOfTwo() {
        office = PracticeOffice.open(database.asSuperuser(), port, passwords);
        trainer = office.desk("trainer");
        code = office.opens(trainer, "泣き声の演習");
        office.joins(code, "はなこ", "all");
        office.joins(code, "たろう", "all");
        String center = classes.byCode(code).orElseThrow().center();
        hanako = ClassPlay.person(center, 1);
        taro = ClassPlay.person(center, 2);
    }

    /** As on the way of the false alarm, each step in time. */
    private CaseNumber theFirstGoesTheIdealWay() {
        CaseNumber number = play.begins(hanako);
        play.does(hanako, number, "reception");
        play.does(hanako, number, "screening", "meeting", "regular");
        play.does(hanako, number, "acceptanceMeeting", "acceptance", "accepted");
        play.does(hanako, number, "safetyCheck", "safety", "confirmed", "protection", "none");
        return number;
    }

    /** Calls an emergency meeting, and gets to see nobody before three days have passed. */
    private CaseNumber theSecondIsLate() {
        CaseNumber number = play.begins(taro);
        play.does(taro, number, "reception");
        play.does(taro, number, "screening", "meeting", "emergency");
        play.does(taro, number, "emergencyMeeting", "acceptance", "accepted");
        trainer.opens("/practice/classes/" + code);
        trainer.sends("/practice/classes/" + code + "/time", "by", "PT72H");
        play.does(taro, number, "safetyCheck", "safety", "unconfirmed", "protection", "none");
        return number;
    }

    private PracticeClass held() {
        return classes.byCode(code).orElseThrow();
    }

    private Comparison.Row row(Comparison debrief, String step) {
        return debrief.rows().stream()
                .filter(row -> row.spot().at().step().equals(step) && row.spot().turn() == 1)
                .findFirst()
                .orElseThrow();
    }

    private static Doing made(Comparison.Cell cell) {
        return Objects.requireNonNull(cell.doing());
    }

    @Test
    void whoWasLateAndWhoDecidedOtherwise() {
        CaseNumber first = theFirstGoesTheIdealWay();
        theSecondIsLate();
        Comparison debrief = debriefs.of(held(), "false-alarm");
        assertThat(debrief.groups()).extracting(Group::place).containsExactly(1, 2);
        Comparison.Row safety = row(debrief, "safetyCheck");
        assertThat(safety.apart()).isTrue();
        assertThat(safety.cells()).extracting(Comparison.Cell::otherwise).containsExactly(false, true);
        assertThat(safety.cells())
                .extracting(cell -> made(cell).limit())
                .containsExactly(TimeLimit.MET, TimeLimit.LATE);
        assertThat(made(safety.cells().get(1)).took()).isGreaterThan(Duration.ofHours(71));
        assertThat(row(debrief, "reception").apart()).isFalse();
        assertThat(row(debrief, "screening").cells())
                .extracting(Comparison.Cell::otherwise)
                .containsExactly(false, true);
        Comparison.Row emergency = row(debrief, "emergencyMeeting");
        assertThat(emergency.ideal()).as("not on the ideal way").isNull();
        assertThat(emergency.cells().get(0).doing()).isNull();
        assertThat(row(debrief, "approveClosing").cells())
                .extracting(Comparison.Cell::doing)
                .containsOnlyNulls();
        assertThat(debriefs.groups(held()).get(0).number()).isEqualTo(first);
        assertThat(debriefs.groups(held()).get(0).limits(TimeLimit.OPEN))
                .as("what the first has still to do")
                .isPositive();
    }

    @Test
    void thePagesSayItInTheWordsOfTheForms() {
        CaseNumber first = theFirstGoesTheIdealWay();
        CaseNumber second = theSecondIsLate();
        String page = trainer.opens("/practice/classes/" + code + "/debrief?way=false-alarm")
                .body();
        assertThat(page)
                .contains("泣き声の通告", first.value(), second.value(), "期限後に実施", "班で違う", "お手本と違う", "お手本にない", "緊急受理会議");
        assertThat(trainer.opens("/practice/classes/" + code).body()).contains("/debrief");
        String own = trainer.opens("/practice/classes/" + code + "/debrief/" + second.value() + "?way=false-alarm")
                .body();
        assertThat(own).contains("たろう", "期限後に実施", "way-own", "way-ideal", "way-both", "data-moment");
        trainer.opens("/practice/classes/" + code);
        trainer.sends("/practice/classes/" + code + "/end");
        assertThat(trainer.opens("/practice/classes/" + code + "/debrief").body())
                .as("after the class, and with no way chosen")
                .contains(first.value(), "お手本");
        assertThat(trainer.opens("/practice").body()).contains("/debrief");
    }

    @Test
    void nobodyElseLooksBack() {
        CaseNumber number = theFirstGoesTheIdealWay();
        String at = "/practice/classes/" + code + "/debrief";
        assertThat(office.desk("other").opens(at).statusCode()).isEqualTo(404);
        assertThat(office.desk("officer").opens(at).statusCode()).isEqualTo(403);
        assertThat(office.joins(code, "じろう", "officer").opens(at).statusCode()).isEqualTo(403);
        String other = office.opens(trainer, "別のクラス");
        for (String path : List.of(number.value(), "SM-2026-00001", "%00", "nothing")) {
            assertThat(trainer.opens("/practice/classes/" + other + "/debrief/" + path)
                            .statusCode())
                    .as(path)
                    .isIn(400, 404);
        }
        assertThat(trainer.opens("/practice/classes/" + other + "/debrief?way=%00nothing")
                        .body())
                .contains("まだ事例がありません");
    }

    @Test
    void eachSeesTheirOwnGroupOnceTheTrainerLetsThem() {
        DeskInTheOffice saburo = office.joins(code, "さぶろう", "all");
        Actor third = ClassPlay.person(held().center(), 3);
        CaseNumber others = theFirstGoesTheIdealWay();
        CaseNumber own = play.begins(third);
        play.does(third, own, "reception");
        String at = "/practice/seat/debrief";
        assertThat(saburo.opens(at).statusCode()).as("not yet").isEqualTo(404);
        trainer.opens("/practice/classes/" + code + "/debrief?way=school-neglect");
        trainer.sends("/practice/classes/" + code + "/debrief/opening", "way", "school-neglect");

        assertThat(saburo.opens("/practice/seat").body()).contains("班の振り返りを見る");
        assertThat(saburo.opens("/inbox").body()).as("in the strip").contains("振り返りを見る");
        assertThat(saburo.opens(at).body()).contains(own.value()).doesNotContain(others.value());
        assertThat(saburo.opens(at + "/" + own.value()).body())
                .contains("さぶろう", "data-replay", "学校")
                .doesNotContain("はなこ", "/practice/classes/");
        for (String path : List.of(others.value(), "SM-2026-00001", "nothing")) {
            assertThat(saburo.opens(at + "/" + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(saburo.sends(at + "/sheets/" + third.account()).body()).startsWith("%PDF");
        for (String account : List.of(hanako.account(), "teaching0.officer", "nobody")) {
            assertThat(saburo.sends(at + "/sheets/" + account).statusCode())
                    .as(account)
                    .isEqualTo(404);
        }
        assertThat(office.desk("officer").opens(at).statusCode())
                .as("sits in no class")
                .isEqualTo(404);
        trainer.opens("/practice/classes/" + code + "/debrief");
        trainer.sends("/practice/classes/" + code + "/debrief/closing");
        assertThat(saburo.opens(at).statusCode()).isEqualTo(404);
        assertThat(saburo.sends(at + "/sheets/" + third.account()).statusCode()).isEqualTo(404);
    }

    @Test
    void aScriptedCaseIsHeldAgainstItsScript() {
        trainer.opens("/practice/classes/" + code);
        trainer.sends("/practice/classes/" + code + "/scripts", "way", "night-handover");
        play.begins(hanako);
        assertThat(debriefs.of(held(), "").way().scenario().key()).isEqualTo("night-handover");
        assertThat(debriefs.of(held(), "false-alarm").way().scenario().key())
                .as("as the trainer chooses")
                .isEqualTo("false-alarm");
    }

    @Test
    void aSheetForEachPerson() throws IOException {
        theFirstGoesTheIdealWay();
        theSecondIsLate();
        byte[] pdf = sheets.of(held(), debriefs.of(held(), "false-alarm"));
        try (PDDocument printed = Loader.loadPDF(pdf)) {
            assertThat(printed.getNumberOfPages()).isEqualTo(2);
            PDFTextStripper text = new PDFTextStripper();
            text.setEndPage(1);
            assertThat(text.getText(printed))
                    .contains("はなこさんの振り返り", "安全確認", "期限内", "気づき")
                    .doesNotContain("たろう");
            text.setStartPage(2);
            text.setEndPage(2);
            assertThat(text.getText(printed)).contains("たろうさんの振り返り", "期限後に実施", "お手本と違う");
        }
        assertThat(database.asSuperuser()
                        .sql("select count(*) from audit_entry where act = 'class-sheets-printed' and center = ?")
                        .param(held().center())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    /** Whatever the number of cases and of their steps. */
    @Test
    void itIsAskedInAsManyStatements() {
        play.begins(hanako);
        int one = CountedStatements.during(() -> debriefs.of(held(), "")).size();
        theFirstGoesTheIdealWay();
        theFirstGoesTheIdealWay();
        theSecondIsLate();
        List<String> sent = CountedStatements.during(() -> debriefs.of(held(), ""));
        assertThat(sent).as(String.join("\n", sent)).hasSize(one);
        assertThat(one).isLessThanOrEqualTo(8);
    }
}
