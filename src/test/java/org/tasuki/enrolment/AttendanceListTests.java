package org.tasuki.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.tasuki.TasukiTest;
import org.tasuki.courses.Courses;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.people.web.DeskInTheOffice;

/** The attendance list as a page: as long as a session can be, and open at two desks at once. */
@TasukiTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "flowable.async-executor-activate=false")
class AttendanceListTests {

    private static final Pattern ROW = Pattern.compile("name=\"row\" value=\"([^\"]*)\"");

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
    private Sessions sessions;

    @Autowired
    private Places places;

    @Autowired
    private Acting acting;

    @SuppressWarnings("NullAway.Init") // before each test
    private TrainingOffice office;

    private long session;

    @BeforeEach
    void aSession() {
        String letter = String.valueOf((char) ('A' + turns));
        office = TrainingOffice.open(database.asSuperuser(), passwords, "list" + turns++, "LS" + letter);
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        session = acting.as(
                office.trainer(),
                () -> sessions.announce(new Announcement(
                        courses.all().get(0),
                        false,
                        "大会議室",
                        null,
                        tomorrow,
                        tomorrow.plus(Duration.ofHours(2)),
                        Announcement.MOST)));
    }

    @Test
    void fiveHundredPeopleAreMarkedAtOnce() {
        database.asSuperuser()
                .sql(
                        """
                        with people as (
                            insert into account (id, name_ja, name_en, password, center, created_at)
                            select :key || '.guest' || n, '受講 ' || n, 'Guest ' || n, 'none', :key, now() from generate_series(1, 500) n returning id),
                        enrolled as (
                            insert into training_enrolment (session, account, center, enrolled_at) select :session, id, :key, now() from people returning account)
                        update training_session set taken = 500, starts_at = now() - interval '1 hour' where id = :session
                        """)
                .param("key", office.key())
                .param("session", session)
                .update();
        DeskInTheOffice trainer = office.desk(port, "trainer");
        List<String> rows = rows(trainer);
        assertThat(rows).hasSize(500);
        List<String> fields = new ArrayList<>();
        rows.forEach(row -> fields.addAll(List.of("row", row, "mark", "part", "reason", "duty")));
        assertThat(trainer.sends(page() + "/attendance", fields.toArray(String[]::new))
                        .statusCode())
                .isEqualTo(302);
        assertThat(trainer.opens(page()).body()).contains("500人の出欠を記録しました");
        assertThat(count("attendance = 'part' and reason = 'duty'")).isEqualTo(500);
    }

    @Test
    void aListThatIsBehindOverwritesNoReason() {
        acting.as(office.officer(), () -> places.enrol(session));
        acting.as(office.other(), () -> places.enrol(session));
        office.held(session, -60, 60);
        DeskInTheOffice trainer = office.desk(port, "trainer");
        sends(trainer, rows(trainer), "absent", "leave");
        List<String> stale = rows(trainer);
        sends(trainer, stale.subList(0, 1), "absent", "urgent");
        assertThat(count("reason = 'urgent'")).as("a colleague's").isOne();

        sends(trainer, stale, "absent", "leave");
        assertThat(trainer.opens(page()).body()).as("nothing was changed there").contains("変わったところはありません");
        assertThat(count("reason = 'urgent'")).isOne();

        sends(trainer, stale, "absent", "duty");
        assertThat(trainer.opens(page()).body()).contains("1人の出欠は、この画面を開いた後に");
        assertThat(count("reason = 'urgent'")).isOne();
        assertThat(count("reason = 'duty'")).isOne();
    }

    private List<String> rows(DeskInTheOffice trainer) {
        return ROW.matcher(trainer.opens(page()).body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private void sends(DeskInTheOffice trainer, List<String> rows, String mark, String reason) {
        List<String> fields = new ArrayList<>();
        rows.forEach(row -> fields.addAll(List.of("row", row, "mark", mark, "reason", reason)));
        trainer.opens(page());
        HttpResponse<String> answer = trainer.sends(page() + "/attendance", fields.toArray(String[]::new));
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    private String page() {
        return "/training/sessions/" + session;
    }

    private int count(String which) {
        return database.asSuperuser()
                .sql("select count(*) from training_enrolment where session = ? and " + which)
                .param(session)
                .query(Integer.class)
                .single();
    }
}
