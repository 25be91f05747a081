package org.tasuki.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tasuki.inbox.InboxItem;
import org.tasuki.people.web.DeskInTheOffice;
import org.tasuki.terms.CaseNumber;

/** While a class is paused nothing of its cases goes on, nothing that was typed is lost, and each of its pages says so. */
class ClassStandsTests extends ClassHeld {

    private DeskInTheOffice hanako = new DeskInTheOffice(0, "");

    @BeforeEach
    void aClassOfOne() {
        opens("休憩の演習");
        hanako = office.joins(code, "はなこ", "all");
    }

    @Test
    void aTaskIsCompletedOnceItGoesOn() {
        CaseNumber number = play.begins(ClassPlay.person(center, 1));
        String task = tasks(number).get(0).taskId();
        presses("/pause");
        hanako.opens("/tasks/" + task);
        var refused = hanako.sends("/tasks/" + task + "/completion", "childName", "れんしゅう はなこ");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("クラスは一時停止中です", "送信できませんでした", "れんしゅう はなこ")
                .doesNotContain("入力内容を確かめてください");
        assertThat(hanako.opens("/tasks/" + task).body()).as("the draft").contains("れんしゅう はなこ");
        hanako.sends("/language", "language", "en", "back", "/inbox");
        assertThat(hanako.sends("/tasks/" + task + "/completion", "childName", "れんしゅう はなこ")
                        .body())
                .contains("The class is paused. What you typed is kept", "れんしゅう はなこ");
        assertThat(tasks(number)).extracting(InboxItem::taskId).containsExactly(task);

        presses("/resumption");
        play.does(ClassPlay.person(center, 1), number, "reception");
        assertThat(tasks(number)).extracting(InboxItem::step).contains("screening");
    }

    @Test
    void noCallIsTakenAndItsSheetStays() {
        presses("/pause");
        String token = UUID.randomUUID().toString();
        hanako.opens("/consultations/new");
        assertThat(hanako.sends("/consultations/drafts/" + token, "childName", "れんしゅう はなこ")
                        .statusCode())
                .isEqualTo(423);
        var refused = hanako.sends("/consultations", "_draft", token, "childName", "れんしゅう はなこ");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("クラスは一時停止中です", "れんしゅう はなこ");
        assertThat(cases()).isZero();
        presses("/resumption");
        assertThat(hanako.sends("/consultations/drafts/" + token, "childName", "れんしゅう はなこ")
                        .statusCode())
                .isEqualTo(200);
        assertThat(cases()).isOne();
    }

    /** Whatever room would begin something: the page keeps what was sent. */
    @Test
    void whatElseChangesACaseWaits() {
        CaseNumber number = play.begins(ClassPlay.person(center, 1));
        presses("/pause");
        hanako.opens("/inbox");
        var refused = hanako.sends("/cases/" + number.value() + "/matters", "subject", "家庭訪問の約束");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("クラスは一時停止中です", "もう一度送信する", "value=\"家庭訪問の約束\"", "/cases/" + number.value() + "/matters");
        presses("/resumption");
        assertThat(hanako.sends("/cases/" + number.value() + "/matters", "subject", "家庭訪問の約束")
                        .statusCode())
                .isNotEqualTo(409);
    }

    @Test
    void eachPageSaysSoAndHearsOfIt() {
        assertThat(hanako.opens("/inbox").body()).contains("state?seen=open").doesNotContain("一時停止中：");
        assertThat(hanako.opens("/practice/seat/state?seen=open").statusCode()).isEqualTo(204);
        presses("/pause");
        assertThat(hanako.opens("/practice/seat/state?seen=open").body()).contains("一時停止中：", "state?seen=paused");
        for (String page : List.of("/inbox", "/practice/seat", "/consultations/new", "/cases/RAAA-2026-00001")) {
            assertThat(hanako.opens(page).body()).as(page).contains("一時停止中：");
        }
        assertThat(trainer.opens("/inbox").body()).as("no strip of a class").doesNotContain("class-state");
        presses("/resumption");
        assertThat(hanako.opens("/practice/seat/state?seen=paused").body()).contains("state?seen=open");
    }

    @Test
    void nothingIsDoneInAClassThatIsOver() {
        CaseNumber number = play.begins(ClassPlay.person(center, 1));
        String task = tasks(number).get(0).taskId();
        hanako.opens("/tasks/" + task);
        presses("/end");
        var refused = hanako.sends("/tasks/" + task + "/completion", "childName", "れんしゅう はなこ");
        assertThat(refused.statusCode()).isIn(302, 401, 422);
        assertThat(tasks(number)).extracting(InboxItem::taskId).containsExactly(task);
        assertThat(hanako.opens("/practice/seat/state?seen=open").body()).doesNotContain("state?seen=open");
    }

    private int cases() {
        return database.asSuperuser()
                .sql("select count(*)::int from case_file where center = ?")
                .param(center)
                .query(Integer.class)
                .single();
    }
}
