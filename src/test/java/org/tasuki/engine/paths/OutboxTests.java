package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.engine.paths.MailedOffice.Mailbox;
import org.tasuki.inbox.Push;
import org.tasuki.inbox.QuestionAnswered;
import org.tasuki.launch.TestDatabase;
import org.tasuki.notices.DigestWatch;
import org.tasuki.notices.NoticeKind;
import org.tasuki.notices.Notices;
import org.tasuki.outbox.OldMail;
import org.tasuki.outbox.OutboxWatch;
import org.tasuki.outbox.Undelivered;
import org.tasuki.people.Accounts;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;

/** What is told on the page is told by mail as well, to whoever wants it, through a real mail server. */
@MailTest
@Import(MailedStory.class)
class OutboxTests {

    /** A port of this machine at which nobody answers. */
    private static final int NOBODY = 1;

    @Autowired
    private MailedStory told;

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private Mailbox mailbox;

    @Autowired
    private OutboxWatch watch;

    @Autowired
    private DigestWatch digests;

    @Autowired
    private Undelivered undelivered;

    @Autowired
    private Push push;

    @Autowired
    private Notices notices;

    @Autowired
    private MessageSource texts;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JavaMailSenderImpl server;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Hands hands;

    @Autowired
    private OldMail old;

    private final Browser browser;

    private int port;

    @Autowired
    OutboxTests(WebApplicationContext house) {
        browser = new Browser(house);
    }

    @BeforeEach
    void nothingLies() throws Exception {
        office.open();
        mailbox.empty();
        port = server.getPort();
        wants("story-officer", "off");
    }

    @AfterEach
    void theServerIsThere() {
        server.setPort(port);
    }

    /** The cases of other tests are told no more. */
    @BeforeEach
    void theOthersSleep() {
        database.asSuperuser().sql("update deadline set wake_at = null").update();
    }

    @Test
    void aMailSaysWhatStepAndUntilWhenAndNeitherWhoNorWhichCase() {
        mailbox.reaches("story-reception");
        Story story = told.opens("2026-11-18T10:00");
        told.comesNear(story, "2026-11-18T10:50");
        assertThat(mailbox.all()).as("nothing leaves before the watch looks").isEmpty();
        watch.look();
        MimeMessage mail = onlyMail();
        assertThat(Mailbox.text(mail))
                .contains("期限が近づいています：")
                .contains("（期限 11月18日(水) 11:00）")
                .contains("https://tasuki.example.lg.jp/notices\n");
        assertThat(subject(mail)).isEqualTo("【襷】期限のお知らせ（1件）");
        assertThat(Mailbox.to(mail)).isEqualTo("story-reception@example.lg.jp");
        saysNothingOf(story, mail);
    }

    @Test
    void inEnglishToWhomReadsEnglish() {
        mailbox.reaches("story-reception");
        stories.transaction().executeWithoutResult(status -> accounts.remember("story-reception", Locale.ENGLISH));
        try {
            Story story = told.opens("2026-11-18T10:00");
            told.comesNear(story, "2026-11-18T10:50");
            watch.look();
            MimeMessage mail = onlyMail();
            assertThat(Mailbox.text(mail))
                    .contains("Its limit comes near: ")
                    .contains("(due Wed 18 Nov, 11:00)")
                    .contains("no names and no case numbers");
            assertThat(subject(mail)).isEqualTo("[Tasuki] Deadline notices (1)");
            saysNothingOf(story, mail);
        } finally {
            stories.transaction().executeWithoutResult(status -> accounts.remember("story-reception", Locale.JAPANESE));
        }
    }

    private void saysNothingOf(Story story, MimeMessage mail) {
        assertThat(Mailbox.raw(mail))
                .doesNotContain("蛇穴")
                .doesNotContain("まどか")
                .doesNotContain("サラギ")
                .doesNotContain(story.number().value())
                .doesNotContain(story.at("reception").item().taskId());
    }

    @Test
    void twoNodesThatLookAtOnceSendOneMail() throws Exception {
        mailbox.reaches("story-reception", "story-supervisor");
        Story story = told.opens("2026-11-18T10:00");
        told.isOver(story, "2026-11-18T11:00");
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            for (Future<?> look : nodes.invokeAll(Collections.nCopies(4, Executors.callable(watch::look)))) {
                finish(look);
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(mailbox.readers()).containsExactly("story-reception", "story-supervisor");
    }

    private static void finish(Future<?> look) throws InterruptedException {
        try {
            look.get();
        } catch (ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void severalThatWaitForOnePersonAreOneMail() {
        mailbox.reaches("story-reception");
        Story one = told.opens("2026-11-18T10:00");
        Story other = told.opens("2026-11-18T10:00");
        told.comesNear(one, "2026-11-18T10:50");
        watch.look();
        assertThat(subject(onlyMail())).isEqualTo("【襷】期限のお知らせ（2件）");
        assertThat(states()).containsExactly("carried", "sent");
        saysNothingOf(other, onlyMail());
    }

    /** The server had it, but the node died before it could say so. */
    @Test
    void whatMayHaveGoneGoesAgainUnderTheSameMessageId() throws Exception {
        mailbox.reaches("story-reception");
        told.comesNear(told.opens("2026-11-18T10:00"), "2026-11-18T10:50");
        watch.look();
        database.asSuperuser()
                .sql("update outgoing_mail set state = 'waiting', ended_at = null, ended_by = null")
                .update();
        watch.look();
        assertThat(mailbox.all()).as("it rests first").hasSize(1);
        hands.pass(Duration.ofMinutes(1));
        watch.look();
        List<MimeMessage> twice = mailbox.all();
        assertThat(twice).hasSize(2);
        assertThat(twice.get(0).getMessageID())
                .matches("<tasuki-\\d+-\\d+@example\\.lg\\.jp>")
                .isEqualTo(twice.get(1).getMessageID());
    }

    @Test
    void whileTheServerIsAwayAMailIsTriedAgainWithLongerPauses() {
        mailbox.reaches("story-reception");
        told.comesNear(told.opens("2026-11-18T10:00"), "2026-11-18T10:50");
        server.setPort(NOBODY);
        watch.look();
        watch.look();
        assertThat(tries()).as("not twice in one minute").isEqualTo(1);
        hands.pass(Duration.ofMinutes(1));
        watch.look();
        hands.pass(Duration.ofMinutes(1));
        watch.look();
        assertThat(tries()).isEqualTo(2);
        server.setPort(port);
        hands.pass(Duration.ofMinutes(1));
        watch.look();
        assertThat(mailbox.readers()).containsExactly("story-reception");
        assertThat(states()).containsExactly("sent");
    }

    @Test
    void whatNeverGetsThereIsShownAndSentAgainOrGivenUp() {
        mailbox.reaches("story-reception", "story-supervisor");
        told.isOver(told.opens("2026-11-18T10:00"), "2026-11-18T11:00");
        server.setPort(NOBODY);
        for (int hour = 0; hour < 14; hour++) {
            watch.look();
            hands.pass(Duration.ofHours(1));
        }
        List<Undelivered.Dead> dead = as("supervisor", undelivered::list);
        assertThat(dead).extracting(Undelivered.Dead::account).containsOnly("story-reception", "story-supervisor");
        assertThat(dead).allMatch(mail -> mail.why().equals("unreachable") && mail.tries() == 12);
        server.setPort(port);
        watch.look();
        assertThat(mailbox.all()).as("nobody sends it by itself any more").isEmpty();
        long first = dead.get(0).id();
        long second = dead.get(1).id();
        assertThat(as("supervisor", () -> undelivered.again(first))).isTrue();
        assertThat(as("supervisor", () -> undelivered.giveUp(second, "電話で伝えた"))).isTrue();
        assertThat(as("supervisor", () -> undelivered.again(second))).isFalse();
        watch.look();
        assertThat(mailbox.all()).hasSize(1);
        assertThat(as("supervisor", undelivered::list)).isEmpty();
    }

    /** The server knows no such address, or will not have the mail at all: five hundred and more means never. */
    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 no such user, address, アドレスが存在しません",
        "DATA, 554 5.7.1 not wanted, refused, メールサーバーに拒否されました"
    })
    void whatIsRefusedForGoodIsNotTriedAgainAndTheAdministratorSeesIt(
            String command, String answer, String why, String words) throws Exception {
        mailbox.reaches("story-reception");
        try (RefusingServer refusing = new RefusingServer(command, answer)) {
            server.setPort(refusing.port());
            told.comesNear(told.opens("2026-11-18T10:00"), "2026-11-18T10:50");
            watch.look();
            hands.pass(Duration.ofHours(2));
            watch.look();
            assertThat(refusing.refusals()).isEqualTo(1);
        }
        Actor admin = Actor.person("story-keeper", Set.of(Role.ADMIN), StoryOffice.CENTER, null);
        List<Undelivered.Dead> dead = stories.acting().as(admin, undelivered::list);
        assertThat(dead)
                .singleElement()
                .matches(mail ->
                        mail.account().equals("story-reception") && mail.why().equals(why) && mail.tries() == 1);
        String page = browser.opens(admin, "/mail").getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("story-reception", words).doesNotContain("@example.lg.jp", answer);
        assertThat(browser.sends(admin, "/mail/" + dead.get(0).id() + "/again")).hasStatus3xxRedirection();
        server.setPort(port);
        watch.look();
        assertThat(mailbox.readers()).containsExactly("story-reception");
    }

    /** Too busy just now is not refused for good. */
    @Test
    void whatIsRefusedForNowIsTriedAgain() throws Exception {
        mailbox.reaches("story-reception");
        try (RefusingServer refusing = new RefusingServer("RCPT", "451 4.3.2 later")) {
            server.setPort(refusing.port());
            told.comesNear(told.opens("2026-11-18T10:00"), "2026-11-18T10:50");
            watch.look();
            assertThat(states()).containsExactly("waiting");
        }
        server.setPort(port);
        hands.pass(Duration.ofMinutes(2));
        watch.look();
        assertThat(states()).containsExactly("sent");
    }

    @Test
    void whatHasGoneIsClearedAfterAWhileAndWhatNeverGotThereStays() throws Exception {
        mailbox.reaches("story-reception");
        told.comesNear(told.opens("2026-11-18T10:00"), "2026-11-18T10:50");
        watch.look();
        mailbox.reaches("story-supervisor");
        try (RefusingServer refusing = new RefusingServer("RCPT", "550 no")) {
            server.setPort(refusing.port());
            told.isOver(told.opens("2026-11-18T12:00"), "2026-11-18T13:00");
            watch.look();
        }
        assertThat(states()).contains("sent", "dead");
        hands.pass(Duration.ofDays(89));
        old.clear();
        assertThat(states()).contains("sent");
        hands.pass(Duration.ofDays(2));
        old.clear();
        assertThat(states()).containsOnly("dead");
    }

    @Test
    void whatIsNotUrgentWaitsForTheMorning() {
        mailbox.reaches("story-reception");
        Story story = told.opens("2026-11-20T21:30");
        told.comesNear(story, "2026-11-20T22:20");
        watch.look();
        hands.at("2026-11-24T06:59");
        watch.look();
        assertThat(mailbox.all()).isEmpty();
        hands.at("2026-11-24T07:00");
        watch.look();
        assertThat(mailbox.readers()).containsExactly("story-reception");
    }

    @Test
    void whatIsDoneByTheMorningIsNotMailed() {
        mailbox.reaches("story-reception");
        Story story = told.opens("2026-11-18T21:30");
        told.comesNear(story, "2026-11-18T22:20");
        story.at("reception").answers();
        hands.at("2026-11-19T07:00");
        watch.look();
        assertThat(mailbox.all()).extracting(Mailbox::text).isEmpty();
        assertThat(states()).containsExactly("dropped");
    }

    @Test
    void theDaysOneMailSaysWhatIsOpenAndUnread() {
        mailbox.reaches("story-reception");
        wants("story-reception", "digest");
        Story open = told.opens("2026-11-18T10:00");
        told.comesNear(open, "2026-11-18T10:50");
        watch.look();
        hands.at("2026-11-19T07:59");
        digests.look();
        watch.look();
        assertThat(mailbox.all()).isEmpty();
        hands.at("2026-11-19T08:00");
        digests.look();
        digests.look();
        watch.look();
        assertThat(subject(onlyMail())).startsWith("【襷】本日の期限のお知らせ");
        saysNothingOf(open, onlyMail());
        hands.at("2026-11-19T12:00");
        digests.look();
        watch.look();
        assertThat(mailbox.all()).as("one a day").hasSize(1);
        hands.at("2026-11-21T08:00");
        digests.look();
        watch.look();
        assertThat(mailbox.all()).as("none on a Saturday").hasSize(1);
    }

    @Test
    void theDaysOneMailHasWordsForWhatIsNoDeadlineToo() {
        mailbox.reaches("story-reception");
        wants("story-reception", "digest");
        Story story = told.opens("2026-11-18T10:00");
        String task = story.at("reception").item().taskId();
        as("supervisor", () -> push.give(task, "story-reception", "load"));
        hands.at("2026-11-18T10:10");
        stories.acting().as(StoryOffice.SYSTEM, () -> stories.transaction()
                .executeWithoutResult(
                        status -> notices.tell(new QuestionAnswered(task, Instant.parse("2026-11-18T01:10:00Z")))));
        hands.at("2026-11-19T08:00");
        digests.look();
        watch.look();
        assertThat(Mailbox.text(onlyMail())).contains("照会に回答がありました");
        for (NoticeKind kind : NoticeKind.values()) {
            for (Locale language : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
                assertThat(texts.getMessage("notices.mail.line." + kind.key(), new Object[] {"step", "date"}, language))
                        .contains("step", "date");
            }
        }
    }

    @Test
    void whoeverHasNothingToHearGetsNoDigest() {
        mailbox.reaches("story-lawyer");
        wants("story-lawyer", "digest");
        hands.at("2026-11-19T08:00");
        digests.look();
        watch.look();
        assertThat(mailbox.all()).isEmpty();
        assertThat(states()).containsExactly("dropped");
    }

    @Test
    void aPracticeCaseMailsNobody() {
        mailbox.reaches("story-reception");
        hands.at("2026-11-18T10:00");
        stories.begin("2027-06-07T09:00").letPass(Duration.ofMinutes(50));
        watch.look();
        assertThat(states()).isEmpty();
    }

    @Test
    void whoWantsNoMailGetsNone() {
        mailbox.reaches("story-reception");
        wants("story-reception", "off");
        told.isOver(told.opens("2026-11-18T10:00"), "2026-11-18T11:00");
        watch.look();
        assertThat(mailbox.all()).isEmpty();
    }

    private void wants(String account, String mail) {
        database.asSuperuser()
                .sql(
                        """
                        insert into notice_preference values (?, ?, 8, array[1, 2, 3, 4, 5], '20:00', '07:00', now())
                        on conflict (account) do update set mail = excluded.mail
                        """)
                .params(account, mail)
                .update();
    }

    private <T> T as(String desk, java.util.function.Supplier<T> work) {
        return stories.acting().as(office.at(desk), work);
    }

    private List<String> states() {
        return database.asSuperuser()
                .sql("select state from outgoing_mail order by state")
                .query(String.class)
                .list();
    }

    private int tries() {
        return database.asSuperuser()
                .sql("select tries from outgoing_mail")
                .query(Integer.class)
                .single();
    }

    private MimeMessage onlyMail() {
        List<MimeMessage> all = mailbox.all();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException failed) {
            throw new AssertionError(failed);
        }
    }
}
