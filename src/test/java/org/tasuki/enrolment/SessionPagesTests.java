package org.tasuki.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.TasukiTest;
import org.tasuki.courses.Course;
import org.tasuki.courses.Courses;
import org.tasuki.courses.UnitDone;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.people.web.DeskInTheOffice;
import org.tasuki.terms.Japan;

/** A trainer holds a course, people come, and each page says what happened; over HTTP, as browsers ask. */
@TasukiTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "flowable.async-executor-activate=false")
class SessionPagesTests {

    private static final Pattern SESSION = Pattern.compile("/training/sessions/(\\d+)");
    private static final Pattern NUMBER = Pattern.compile("/training/record/([A-Z2-9-]{11})/paper");

    private static int turns;

    @LocalServerPort
    private int port;

    @Autowired
    private TestDatabase database;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private Courses courses;

    @Autowired
    private Acting acting;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @SuppressWarnings("NullAway.Init") // before each test
    private TrainingOffice office;

    @SuppressWarnings("NullAway.Init") // before each test
    private Course course;

    private DeskInTheOffice trainer = new DeskInTheOffice(0, "");

    @BeforeEach
    void anOffice() {
        String letter = String.valueOf((char) ('A' + turns));
        office = TrainingOffice.open(database.asSuperuser(), passwords, "pages" + turns++, "PG" + letter);
        course = acting.as(office.officer(), () -> courses.all().get(0));
        trainer = office.desk(port, "trainer");
    }

    @Test
    void aCourseIsHeldFromTheAnnouncementToTheCertificate() {
        String session = announced("20");
        assertThat(trainer.opens(session).body()).contains("まだ申込みはありません", "出席の合言葉");
        DeskInTheOffice officer = office.desk(port, "officer");
        assertThat(officer.opens(session).body())
                .as("the code is the trainer's to show")
                .doesNotContain("出席の合言葉", code(session));
        officer.sends(session + "/enrolment");
        assertThat(officer.opens(session).body()).contains("申し込みました", "申込済みです");
        officer.sends(session + "/enrolment");
        assertThat(officer.opens(session).body()).contains("もう申し込んでいます");
        officer.sends(session + "/presence", "code", code(session));
        assertThat(officer.opens(session).body()).contains("実施中だけ記録できます");
        trainer.opens(session);
        HttpResponse<String> early = trainer.sends(
                session + "/attendance", "row", "::" + office.officer().account(), "mark", "present", "reason", "");
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("まだ始まっていません");

        office.held(id(session), -60, 60);
        officer.opens(session);
        officer.sends(session + "/presence", "code", "ZZZZZZ");
        assertThat(officer.opens(session).body()).contains("合言葉が違います");
        officer.sends(session + "/presence", "code", code(session).toLowerCase());
        assertThat(officer.opens(session).body()).contains("出席を記録しました", "出欠の記録：出席");
        trainer.opens(session);
        trainer.sends(session + "/guests", "office", "elsewhere", "many", "３");
        assertThat(trainer.opens(session).body()).contains("人数を記録しました", "その他の機関：3人");
        HttpResponse<String> tooFew = trainer.sends(session + "/guests", "office", "elsewhere", "many", "-1");
        assertThat(tooFew.statusCode()).isEqualTo(422);
        assertThat(tooFew.body())
                .contains("人数を0から500までの数で", "id=\"many-problem\"", "value=\"-1\"")
                .containsPattern("value=\"elsewhere\"\\s+selected");
        HttpResponse<String> nowhere = trainer.sends(session + "/guests", "office", "no-such", "many", "7");
        assertThat(nowhere.statusCode()).isEqualTo(422);
        assertThat(nowhere.body()).contains("所属を選んでください", "id=\"office-problem\"", "value=\"7\"");
        HttpResponse<String> unreadable = trainer.sends(session + "/attendance", "row", "x", "mark", "present");
        assertThat(unreadable.statusCode()).isEqualTo(422);
        assertThat(unreadable.body()).contains("出欠を読み取れませんでした");

        assertThat(officer.opens("/training/record").body()).contains("まだありません。コースの単元");
        doneAll();
        Matcher number = NUMBER.matcher(officer.opens("/training/record").body());
        assertThat(number.find()).isTrue();
        assertThat(officer.opens(number.group()).headers().firstValue("Content-Type"))
                .hasValue("application/pdf");
        assertThat(trainer.opens("/training/certificates?number=" + number.group(1))
                        .body())
                .contains("有効な修了証です", "担当 一", course.name().ja());
        assertThat(trainer.opens("/training/certificates/AAAAA-BBBBB").body()).contains("記録にありません");
        assertThat(trainer.opens(number.group()).statusCode())
                .as("somebody else's")
                .isEqualTo(404);
        assertThat(trainer.opens("/training/people").body())
                .contains("担当 一", course.name().ja());
        office.held(id(session), -180, -60);
        assertThat(office.desk(port, "director").opens("/training/report").body())
                .contains("北児童相談所", "その他の機関", "合計");
    }

    @Test
    void whatCannotBeIsSaidAndKept() {
        trainer.opens("/training/sessions/new");
        String tomorrow = moment(24);
        HttpResponse<String> refused = trainer.sends(
                "/training/sessions",
                "course",
                "no-such",
                "form",
                "by-post",
                "place",
                "あ".repeat(101),
                "starts",
                tomorrow,
                "ends",
                moment(20),
                "capacity",
                "0");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "id=\"course-problem\"",
                        "id=\"form-problem\"",
                        "id=\"place-problem\"",
                        "終了は開始より後に",
                        "id=\"capacity-problem\"",
                        "あ".repeat(101),
                        "value=\"" + tomorrow + "\"");
        for (String link : new String[] {
            "http://meet.example.jp",
            "javascript:alert(1)",
            "https://",
            "https://a@b.example.jp/",
            "//meet",
            "https://x y"
        }) {
            assertThat(announce("online", "", link, 24, 26, "5").body())
                    .as(link)
                    .contains("id=\"link-problem\"");
        }
        assertThat(announce("in-person", "", "", 24, 26, "5").body()).contains("会場を入力してください");
        assertThat(announce("in-person", "会場", "https://meet.example.jp", 24, 26, "5")
                        .body())
                .contains("集合の研修に接続先は付けられません");
        assertThat(announce("in-person", "会場", "", -26, -24, "5").body()).contains("もう終わっている日時です");
        assertThat(announce("in-person", "会場", "", 24, 24 * 60, "5").body()).contains("31日以内");
        assertThat(announce("in-person", "会場", "", 24 * 800, 24 * 800 + 2, "5").body())
                .contains("2年以内");
        assertThat(announce("online", "", "https://meet.example.jp/a?b=c", 24, 26, "5")
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void othersSeeNothingOfIt() {
        String session = announced("1");
        DeskInTheOffice police = office.desk(port, "police");
        assertThat(police.opens("/training/sessions").body())
                .as("its agencies do")
                .contains(session);
        police.opens(session);
        police.sends(session + "/enrolment");
        DeskInTheOffice officer = office.desk(port, "officer");
        assertThat(officer.opens(session).body()).contains("満席です").doesNotContain("警察 四");
        officer.sends(session + "/enrolment");
        assertThat(officer.opens(session).body()).contains("満席になりました");
        for (String page :
                new String[] {"/training/sessions/new", "/training/people", "/training/report", "/training/certificates"
                }) {
            assertThat(officer.opens(page).statusCode()).as(page).isEqualTo(403);
        }
        TrainingOffice elsewhere = TrainingOffice.open(database.asSuperuser(), passwords, "pages-away", "PZ");
        DeskInTheOffice away = elsewhere.desk(port, "trainer");
        assertThat(away.opens("/training/sessions").body()).doesNotContain(session);
        assertThat(away.opens(session).statusCode()).isEqualTo(404);
        away.opens("/training/sessions");
        assertThat(away.sends(session + "/cancellation").statusCode()).isEqualTo(404);

        trainer.opens(session);
        trainer.sends(session + "/cancellation");
        assertThat(police.opens(session).body()).contains("中止になりました", "申込みは取り消されています");
        assertThat(police.opens("/training/record").body()).contains("中止");
        assertThat(police.opens("/notices").body())
                .contains("中止になった研修", "href=\"" + session + "\"", course.name().ja());
    }

    private String announced(String capacity) {
        Matcher to = SESSION.matcher(announce("in-person", "3階 大会議室", "", 24, 26, capacity)
                .headers()
                .firstValue("Location")
                .orElse(""));
        assertThat(to.find()).isTrue();
        return to.group();
    }

    private HttpResponse<String> announce(
            String form, String place, String link, int fromHours, int untilHours, String capacity) {
        trainer.opens("/training/sessions/new");
        return trainer.sends(
                "/training/sessions",
                "course",
                course.key(),
                "form",
                form,
                "place",
                place,
                "link",
                link,
                "starts",
                moment(fromHours),
                "ends",
                moment(untilHours),
                "capacity",
                capacity);
    }

    private static String moment(int hours) {
        return LocalDateTime.now(Japan.ZONE)
                .plusHours(hours)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private String code(String session) {
        return database.asSuperuser()
                .sql("select code from training_session where id = ?")
                .param(id(session))
                .query(String.class)
                .single();
    }

    private static long id(String session) {
        return Long.parseLong(session.replaceAll("\\D", ""));
    }

    private void doneAll() {
        acting.as(
                office.officer(),
                () -> transaction.executeWithoutResult(status -> course.units()
                        .forEach(unit -> events.publishEvent(
                                new UnitDone(office.officer().account(), course.key(), unit.key(), 3, 4)))));
    }
}
