package org.tasuki.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.inbox.InboxItem;
import org.tasuki.intake.Consultations;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.people.web.DeskInTheOffice;
import org.tasuki.terms.CaseNumber;

/** A trainer holds a class on the real engine: people come in by its code, its time passes, and nobody else's does. */
class ClassTests extends ClassHeld {

    private static final Pattern NUMBER = Pattern.compile("アカウント (practice-[a-z0-9-]+) と番号 (\\d{8})");

    @Autowired
    private Consultations consultations;

    @Test
    void peopleComeInByACodeAndCanComeAgain() {
        String code = office.opens(trainer, "一時保護の演習");
        assertThat(trainer.opens("/practice/classes/" + code).body()).contains(code, "一時保護の演習", "走っている期限はありません");

        DeskInTheOffice hanako = office.stranger();
        hanako.opens("/practice/join");
        assertThat(hanako.sends("/practice/join", "code", code.toLowerCase(), "nick", "はなこ", "desk", "officer")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/practice/seat"));
        Matcher number = NUMBER.matcher(hanako.opens("/practice/seat").body());
        assertThat(number.find()).as("the number is shown").isTrue();
        assertThat(hanako.opens("/practice/seat").body()).as("once").doesNotContain(number.group(2));
        assertThat(hanako.opens("/inbox").body()).contains("演習中", "はなこ", "一時保護の演習");
        assertThat(trainer.opens("/practice/classes/" + code).body()).contains("はなこ");

        DeskInTheOffice again = office.stranger();
        assertThat(again.signsIn(number.group(1), number.group(2)).statusCode()).isEqualTo(302);
        assertThat(again.opens("/inbox").body()).contains("演習中", "はなこ");

        trainer.sends("/practice/classes/" + code + "/end");
        assertThat(trainer.opens("/practice/classes/" + code).body()).contains("このクラスは終了しました");
        assertThat(office.stranger()
                        .signsIn(number.group(1), number.group(2))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/sign-in?"));
        DeskInTheOffice late = office.stranger();
        late.opens("/practice/join");
        assertThat(late.sends("/practice/join", "code", code, "nick", "おくれ", "desk", "officer")
                        .body())
                .contains("id=\"code-problem\"", "このクラスは終了しています", "value=\"おくれ\"");
    }

    @Test
    void itsTimePassesAndNobodyElsesDoes() {
        CaseNumber real = begin(
                Actor.person(office.key() + ".officer", Set.of(Role.RECEPTION, Role.OFFICER), office.key(), null));
        InboxItem before = task(real, office.key());
        String code = office.opens(trainer, "期限の演習");
        String center = PracticeClass.centerOf(code);
        office.joins(code, "うけつけ", "reception");
        CaseNumber practice = begin(Actor.person(center + "-1", Set.of(Role.RECEPTION), center, null));
        assertThat(trainer.opens("/practice/classes/" + code).body())
                .contains(practice.value(), "次の期限")
                .doesNotContain("超過（");

        trainer.sends("/practice/classes/" + code + "/time", "by", "PT48H");
        assertThat(trainer.opens("/practice/classes/" + code).body()).contains("クラスの時刻を進めました", "超過（");
        assertThat(ahead(practice, center)).isBetween(Duration.ofHours(47), Duration.ofHours(49));
        assertThat(task(practice, center).over()).isTrue();
        assertThat(ahead(real, office.key())).isEqualTo(Duration.ZERO);
        assertThat(task(real, office.key()).dueAt()).isEqualTo(before.dueAt());
        assertThat(task(real, office.key()).over()).isEqualTo(before.over());

        CaseNumber later = begin(Actor.person(center + "-1", Set.of(Role.RECEPTION), center, null));
        assertThat(ahead(later, center))
                .as("begins on the class's clock")
                .isBetween(Duration.ofHours(47), Duration.ofHours(49));
        trainer.opens("/practice/classes/" + code);
        trainer.sends("/practice/classes/" + code + "/time", "by", "next");
        assertThat(task(later, center).over()).as("on to the next limit").isTrue();
    }

    @Test
    void itStandsWhilePaused() {
        String code = office.opens(trainer, "休憩");
        String center = PracticeClass.centerOf(code);
        office.joins(code, "うけつけ", "reception");
        CaseNumber number = begin(Actor.person(center + "-1", Set.of(Role.RECEPTION), center, null));
        Duration due = untilDue(number, center);
        trainer.opens("/practice/classes/" + code);
        trainer.sends("/practice/classes/" + code + "/pause");
        assertThat(trainer.opens("/practice/classes/" + code).body()).contains("一時停止中です");
        trainer.sends("/practice/classes/" + code + "/time", "by", "PT48H");
        assertThat(trainer.opens("/practice/classes/" + code).body()).contains("再開してから時刻を進めてください");
        database.asSuperuser()
                .sql("update practice_class set paused_at = paused_at - interval '3 hours' where center = ?")
                .param(center)
                .update();
        trainer.sends("/practice/classes/" + code + "/resumption");
        assertThat(ahead(number, center))
                .as("three hours stood still")
                .isBetween(Duration.ofHours(-4), Duration.ofHours(-3));
        assertThat(untilDue(number, center).minus(due))
                .as("and the limit with them")
                .isBetween(Duration.ofMinutes(179), Duration.ofMinutes(181));
    }

    @Test
    void aTrainerStepsInAndOut() {
        String code = office.opens(trainer, "警察の席");
        trainer.opens("/practice/classes/" + code);
        assertThat(trainer.sends("/practice/classes/" + code + "/desk", "desk", "police")
                        .statusCode())
                .isEqualTo(302);
        assertThat(trainer.opens("/inbox").body()).contains("演習中", "練習警察署", "講師 花");
        assertThat(trainer.opens("/practice/classes/" + code).statusCode())
                .as("now at a desk")
                .isEqualTo(403);
        assertThat(trainer.opens("/practice/seat").body()).contains("講師の画面に戻る");
        assertThat(trainer.sends("/practice/seat/leave").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/practice/classes/" + code));
        assertThat(trainer.opens("/practice/classes/" + code).body())
                .contains("警察の席")
                .doesNotContain("演習中");

        trainer.sends("/practice/classes/" + code + "/desk", "desk", "police");
        assertThat(trainer.opens("/practice/seat").body())
                .as("the seat that was theirs before")
                .contains(PracticeClass.centerOf(code) + "-1");

        DeskInTheOffice hanako = office.joins(code, "はなこ", "all");
        assertThat(hanako.opens("/practice/seat").body()).doesNotContain("講師の画面に戻る");
        assertThat(hanako.sends("/practice/seat/leave").statusCode())
                .as("nobody else's way back")
                .isEqualTo(404);
    }

    @Test
    void whatCannotBeIsSaidAndKept() {
        trainer.opens("/practice");
        assertThat(trainer.sends("/practice", "name", " ").body()).contains("id=\"name-problem\"", "クラスの名前を入力してください");
        assertThat(trainer.sends("/practice", "name", "あ".repeat(61)).body()).contains("60文字まで", "あ".repeat(61));
        String code = office.opens(trainer, "演習");
        DeskInTheOffice visitor = office.stranger();
        visitor.opens("/practice/join");
        assertThat(visitor.sends("/practice/join", "code", "AAAAAA", "nick", "", "desk", "president")
                        .body())
                .contains("id=\"code-problem\"", "id=\"nick-problem\"", "id=\"desk-problem\"", "value=\"AAAAAA\"");
        trainer.opens("/practice/classes/" + code);
        for (String by : new String[] {
            "",
            "PT-1H",
            "PT-9223372036854775807S",
            "PT9223372036854775807S",
            "P900D",
            "yesterday",
            "2020-01-01T00:00",
            "next"
        }) {
            HttpResponse<String> refused = trainer.sends("/practice/classes/" + code + "/time", "by", by);
            assertThat(refused.statusCode()).as(by).isEqualTo(422);
            assertThat(refused.body()).as(by).contains("進める先を確かめてください", "value=\"" + by + "\"");
        }
        DeskInTheOffice other = office.desk("other");
        other.opens("/practice");
        assertThat(other.opens("/practice/classes/" + code).statusCode())
                .as("another trainer's class")
                .isEqualTo(404);
        DeskInTheOffice officer = office.desk("officer");
        assertThat(officer.opens("/practice").statusCode()).isEqualTo(403);
    }

    private CaseNumber begin(Actor reception) {
        return acting.as(reception, () -> consultations.begin());
    }

    private Duration ahead(CaseNumber number, String center) {
        InboxItem task = task(number, center);
        return Duration.between(task.dueHere(), task.dueAt());
    }

    private InboxItem task(CaseNumber number, String center) {
        return acting.as(Actor.system(center), () -> inbox.ofCase(number)).get(0);
    }

    private Duration untilDue(CaseNumber number, String center) {
        InboxItem task = task(number, center);
        return Duration.between(task.now(), task.dueAt());
    }
}
