package org.tasuki.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.engine.paths.AtOnce;
import org.tasuki.engine.paths.CountedStatements;
import org.tasuki.inbox.InboxItem;
import org.tasuki.people.Actor;
import org.tasuki.people.web.DeskInTheOffice;
import org.tasuki.practice.web.ClassPageRead;
import org.tasuki.terms.CaseNumber;

/** What happens to a class in the middle of a lesson, and does not stop it. */
class ClassUnderWayTests extends ClassHeld {

    @Autowired
    private ClassPageRead reader;

    @BeforeEach
    void aClass() {
        opens("授業の途中");
        office.joins(code, "はなこ", "all");
    }

    @Test
    void aJumpWaitsForWhoeverIsSubmittingAndTheyForIt() {
        Actor hanako = ClassPlay.person(center, 1);
        List<CaseNumber> cases = List.of(play.begins(hanako), play.begins(hanako), play.begins(hanako));
        trainer.opens(page());
        AtOnce.atOnce(() -> trainer.sends(page() + "/time", "by", "PT48H").statusCode(), () -> {
            cases.forEach(number -> submits(hanako, number));
            return 0;
        });
        assertThat(trainer.opens(page()).body()).contains("クラスの時刻を進めました");
        for (CaseNumber number : cases) {
            List<InboxItem> open = tasks(number);
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
        assertThat(trainer.opens(page()).statusCode()).isEqualTo(302);

        office.joins(code, "たろう", "police");
        play.does(hanako, number, "reception");
        assertThat(tasks(number)).extracting(InboxItem::step).contains("screening");
        DeskInTheOffice again = office.desk("trainer");
        assertThat(again.opens("/practice").body()).contains(code);
        assertThat(again.opens(page()).body()).contains("はなこ", "たろう", number.value());
    }

    @Test
    void itsPageCostsTheSameHoweverMuchWaits() {
        Actor hanako = ClassPlay.person(center, 1);
        play.begins(hanako);
        int one = CountedStatements.during(() -> reader.read(code, Locale.JAPANESE))
                .size();
        for (int i = 0; i < 5; i++) {
            play.begins(hanako);
            office.joins(code, "ひと" + i, "police");
        }
        List<String> sent = CountedStatements.during(() -> reader.read(code, Locale.JAPANESE));
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

    private static Duration ahead(InboxItem task) {
        return Duration.between(task.dueHere(), task.dueAt());
    }
}
