package org.tasuki.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.TasukiTest;
import org.tasuki.courses.Courses;
import org.tasuki.launch.TestDatabase;
import org.tasuki.notices.Notices;
import org.tasuki.notices.TrainingNotices;
import org.tasuki.outbox.Letter;
import org.tasuki.outbox.LetterWriter;
import org.tasuki.outbox.Mail;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/** Whoever had a place in a session that is cancelled hears of it: among their notices, and by mail where they want mail. */
@TasukiTest(
        properties = {
            "flowable.async-executor-activate=false",
            "spring.mail.host=127.0.0.1",
            "tasuki.mail.from=tasuki@example.lg.jp",
            "tasuki.mail.pages=https://tasuki.example.lg.jp/"
        })
class CancelledSessionTests {

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
    private Notices notices;

    @Autowired
    private TrainingNotices training;

    @Autowired
    private List<LetterWriter> writers;

    @Autowired
    private Acting acting;

    @Autowired
    private TransactionTemplate transaction;

    @SuppressWarnings("NullAway.Init") // before each test
    private TrainingOffice office;

    private long session;

    private static int turns;

    @BeforeEach
    void aSessionWithThree() {
        String letter = String.valueOf((char) ('A' + turns));
        office = TrainingOffice.open(database.asSuperuser(), passwords, "cancelled" + turns++, "CN" + letter);
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        session = acting.as(
                office.trainer(),
                () -> sessions.announce(new Announcement(
                        courses.all().get(0), false, "大会議室", null, tomorrow, tomorrow.plus(Duration.ofHours(2)), 9)));
        for (Actor person : List.of(office.officer(), office.police(), office.director())) {
            acting.as(person, () -> places.enrol(session));
        }
        database.asSuperuser()
                .sql(
                        """
                        insert into mail_address (account, address, set_by, set_at, confirmed_at)
                        select :key || who, :key || who || '@example.lg.jp', 'admin', now(), now() from unnest(array['.officer', '.director', '.other']) who;
                        insert into notice_preference values (:key || '.director', 'off', 8, '{1,2,3,4,5}', '20:00', '07:00', now())
                        """)
                .param("key", office.key())
                .update();
    }

    @Test
    void theyFindItAmongTheirNoticesAndNobodyElseDoes() {
        acting.as(office.director(), () -> places.withdraw(session));
        acting.as(office.trainer(), () -> sessions.cancel(session));
        for (Actor person : List.of(office.officer(), office.police())) {
            assertThat(acting.as(person, () -> notices.unread())).isOne();
            assertThat(acting.as(person, () -> training.list()))
                    .singleElement()
                    .satisfies(one -> assertThat(one.session()).isEqualTo(session));
        }
        for (Actor person : List.of(office.director(), office.other(), office.trainer())) {
            assertThat(acting.as(person, () -> training.list())).isEmpty();
        }
        acting.as(office.officer(), () -> training.readAll());
        assertThat(acting.as(office.officer(), () -> notices.unread())).isZero();
        assertThat(acting.as(office.police(), () -> notices.unread())).isOne();
    }

    @Test
    void theMailGoesToWhoeverWantsItAndNamesNobody() {
        acting.as(office.trainer(), () -> sessions.cancel(session));
        assertThat(database.asSuperuser()
                        .sql("select account from outgoing_mail where kind = 'training' and center = ?")
                        .param(office.key())
                        .query(String.class)
                        .list())
                .as("no mail to whoever has turned it off, has no address, or had no place")
                .containsExactly(office.officer().account());
        Letter letter = letter(Locale.JAPANESE).orElseThrow();
        assertThat(letter.subject()).isEqualTo("【襷】研修の中止のお知らせ");
        assertThat(letter.text())
                .contains("中止になりました", "https://tasuki.example.lg.jp/training/sessions/" + session)
                .doesNotContain("担当", "講師", office.officer().account());
        assertThat(letter(Locale.ENGLISH).orElseThrow().text()).contains("was cancelled");
        acting.as(office.officer(), () -> training.readAll());
        assertThat(letter(Locale.JAPANESE)).as("read already").isEmpty();
    }

    private Optional<Letter> letter(Locale language) {
        Mail mail = new Mail(
                1,
                office.key(),
                office.officer().account(),
                Mail.Kind.TRAINING,
                "training:" + session,
                List.of(),
                Instant.now(),
                1);
        LetterWriter writer = writers.stream()
                .filter(one -> one.writes(Mail.Kind.TRAINING))
                .findFirst()
                .orElseThrow();
        return acting.as(Actor.system(office.key()), () -> transaction.execute(status -> writer.write(mail, language)));
    }
}
