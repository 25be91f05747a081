package org.tasuki.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.tasuki.TasukiTest;
import org.tasuki.engine.paths.AtOnce;
import org.tasuki.engine.paths.CountedStatements;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.web.DeskInTheOffice;
import org.tasuki.practice.web.ClassPageRead;
import org.tasuki.terms.CaseNumber;

/** What happens to a class in the middle of a lesson, and does not stop it. */
@TasukiTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "flowable.async-executor-activate=false")
@Import({ClassPlay.class, CountedStatements.class, ClassPageRead.class})
class ClassUnderWayTests {

    private static int turns;

    @LocalServerPort
    private int port;

    @Autowired
    private TestDatabase database;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private ClassPlay play;

    @Autowired
    private ClassPageRead page;

    @Autowired
    private InboxList inbox;

    @Autowired
    private Acting acting;

    @SuppressWarnings("NullAway.Init") // before each test
    private PracticeOffice office;

    private DeskInTheOffice trainer = new DeskInTheOffice(0, "");
    private String code = "";
    private String center = "";

    @BeforeEach
    void aClass() {
        office = PracticeOffice.open(database.asSuperuser(), port, passwords, turns++);
        trainer = office.desk("trainer");
        code = office.opens(trainer, "授業の途中");
        center = PracticeClass.centerOf(code);
        office.joins(code, "はなこ", "all");
    }

    @Test
    void aJumpWaitsForWhoeverIsSubmittingAndTheyForIt() {
        Actor hanako = ClassPlay.person(center, 1);
        List<CaseNumber> cases = List.of(play.begins(hanako), play.begins(hanako), play.begins(hanako));
        trainer.opens(address());
        AtOnce.atOnce(() -> trainer.sends(address() + "/time", "by", "PT48H").statusCode(), () -> {
            cases.forEach(number -> submits(hanako, number));
            return 0;
        });
        assertThat(trainer.opens(address()).body()).contains("クラスの時刻を進めました");
        for (CaseNumber number : cases) {
            List<InboxItem> open = acting.as(Actor.system(center), () -> inbox.ofCase(number));
            assertThat(open).extracting(InboxItem::step).contains("screening").doesNotContain("reception");
            assertThat(ahead(open.get(0))).isBetween(Duration.ofHours(47), Duration.ofHours(49));
        }
    }

    @Test
    void itGoesOnWithoutItsTrainersBrowser() {
        Actor hanako = ClassPlay.person(center, 1);
        CaseNumber number = play.begins(hanako);
        trainer.opens("/");
        trainer.sends("/sign-out");
        assertThat(trainer.opens(address()).statusCode()).isEqualTo(302);

        office.joins(code, "たろう", "police");
        play.does(hanako, number, "reception");
        assertThat(acting.as(Actor.system(center), () -> inbox.ofCase(number)))
                .extracting(InboxItem::step)
                .contains("screening");
        DeskInTheOffice again = office.desk("trainer");
        assertThat(again.opens("/practice").body()).contains(code);
        assertThat(again.opens(address()).body()).contains("はなこ", "たろう", number.value());
    }

    @Test
    void itsPageCostsTheSameHoweverMuchWaits() {
        Actor hanako = ClassPlay.person(center, 1);
        play.begins(hanako);
        int one =
                CountedStatements.during(() -> page.read(code, Locale.JAPANESE)).size();
        for (int i = 0; i < 5; i++) {
            play.begins(hanako);
            office.joins(code, "ひと" + i, "police");
        }
        List<String> sent = CountedStatements.during(() -> page.read(code, Locale.JAPANESE));
        assertThat(sent).as(String.join("\n", sent)).hasSize(one);
    }

    /** Whoever was overtaken by the class's clock is asked why it is late, and sends it again. */
    private void submits(Actor person, CaseNumber number) {
        try {
            play.does(person, number, "reception");
        } catch (AssertionError overtaken) {
            play.does(person, number, "reception");
        }
    }

    private String address() {
        return "/practice/classes/" + code;
    }

    private static Duration ahead(InboxItem task) {
        return Duration.between(task.dueHere(), task.dueAt());
    }
}
