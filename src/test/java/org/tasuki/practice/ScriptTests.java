package org.tasuki.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.inbox.Desk;
import org.tasuki.inbox.InboxItem;
import org.tasuki.people.Actor;
import org.tasuki.terms.CaseNumber;

/** A call, an answer, a refusal, silence: what a named way tells comes into a class, on the real engine. */
class ScriptTests extends ClassHeld {

    private static final Pattern BEGUN = Pattern.compile("相談が入りました（(R[A-Z]{3}-\\d{4}-\\d{5})）");
    private static final int MOST = 60;

    @Autowired
    private Desk desk;

    @BeforeEach
    void aClass() {
        opens("台本の演習");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "child-not-seen",
                "colleagues-family",
                "false-alarm",
                "images-on-sns",
                "moved-family",
                "night-handover",
                "one-stays-silent",
                "refused-warrant",
                "school-neglect"
            })
    void everyWayHappensToItsEnd(String way) {
        CaseNumber number = begins(way);
        String page = trainer.opens(page()).body();
        for (int turn = 0; turn < MOST && page.contains("/scripts/" + number.value()); turn++) {
            trainer.sends(page() + "/scripts/" + number.value());
            page = trainer.opens(page()).body();
            assertThat(page)
                    .as("turn %d of %s, at %s", turn, way, steps(number))
                    .contains("台本の出来事を起こしました");
        }
        assertThat(page).contains("終わりまで来たか");
        assertThat(done(number)).isPositive();
    }

    @Test
    void aWarrantIsRefusedAndAnAgencyStaysSilent() {
        CaseNumber refused = begins("refused-warrant");
        until(refused, () -> answered(refused, "warrantAnswer"));
        assertThat(database.asSuperuser()
                        .sql(
                                "select answers ->> 'warrant' from form_answer where case_number = ? and step = 'warrantAnswer'")
                        .param(refused.value())
                        .query(String.class)
                        .list())
                .contains("rejected");
        CaseNumber silent = begins("one-stays-silent");
        until(silent, () -> trainer.opens(page()).body().contains("返事がないまま期限を過ぎる"));
        List<String> before = steps(silent);
        trainer.sends(page() + "/scripts/" + silent.value());
        assertThat(steps(silent)).as("the silence is noticed").isNotEqualTo(before);
    }

    @Test
    void itGoesBackToTheMiddleOfAWayAndComesToTheSameEnd() {
        CaseNumber number = begins("one-stays-silent");
        until(number, () -> trainer.opens(page()).body().contains("返事がないまま期限を過ぎる"));
        List<String> before = steps(number);
        trainer.sends(page() + "/checkpoints", "name", "返事を待つ");
        until(number, () -> !trainer.opens(page()).body().contains("/scripts/" + number.value()));
        List<String> end = steps(number);
        String checkpoint = firstCheckpoint();
        trainer.opens(page());
        trainer.sends(page() + "/checkpoints/" + checkpoint);
        assertThat(trainer.opens(page()).body()).contains("チェックポイントに戻しました");
        assertThat(steps(number)).containsExactlyInAnyOrderElementsOf(before);
        until(number, () -> !trainer.opens(page()).body().contains("/scripts/" + number.value()));
        assertThat(steps(number)).containsExactlyInAnyOrderElementsOf(end);

        trainer.sends(page() + "/end");
        trainer.opens(page());
        trainer.sends(page() + "/erasure");
        assertThat(trainer.opens(page()).body()).contains("行われた内容は消去されました");
        assertThat(database.asSuperuser()
                        .sql(
                                """
                                select count(*)::int from engine.act_ge_bytearray b where b.deployment_id_ is null
                                and not exists (select from engine.act_ru_variable v where v.bytearray_id_ = b.id_)
                                and not exists (select from engine.act_hi_varinst v where v.bytearray_id_ = b.id_)
                                """)
                        .query(Integer.class)
                        .single())
                .as("no list of it is left behind")
                .isZero();
    }

    @Test
    void whatPeopleDoThemselvesIsPassedOver() {
        office.joins(code, "はなこ", "all");
        Actor hanako = ClassPlay.person(center, 1);
        CaseNumber number = begins("night-handover");
        play.does(hanako, number, "reception");
        trainer.opens(page());
        trainer.sends(page() + "/scripts/" + number.value());
        assertThat(steps(number)).contains("emergencyMeeting");
        InboxItem meeting = tasks(number).get(0);
        acting.as(hanako, () -> desk.claim(meeting.taskId()));
        trainer.opens(page());
        trainer.sends(page() + "/scripts/" + number.value());
        assertThat(trainer.opens(page()).body()).contains("参加者がその仕事に取り組んでいます");
    }

    @Test
    void whatCannotHappenIsSaid() {
        trainer.opens(page());
        for (String way : List.of("", "no-such-way", "../x")) {
            trainer.sends(page() + "/scripts", "way", way);
            assertThat(trainer.opens(page()).body()).as(way).contains("始められませんでした");
        }
        for (String number : List.of("RABC-2026-99999", "x", "%00")) {
            trainer.sends(page() + "/scripts/" + number);
        }
        CaseNumber number = begins("false-alarm");
        trainer.sends(page() + "/pause");
        trainer.opens(page());
        trainer.sends(page() + "/scripts/" + number.value());
        assertThat(trainer.opens(page()).body()).contains("再開してから操作してください");
    }

    private CaseNumber begins(String way) {
        trainer.opens(page());
        trainer.sends(page() + "/scripts", "way", way);
        Matcher begun = BEGUN.matcher(trainer.opens(page()).body());
        assertThat(begun.find()).isTrue();
        assertThat(steps(new CaseNumber(begun.group(1)))).containsExactly("reception");
        return new CaseNumber(begun.group(1));
    }

    private void until(CaseNumber number, BooleanSupplier reached) {
        for (int turn = 0; turn < MOST && !reached.getAsBoolean(); turn++) {
            trainer.opens(page());
            trainer.sends(page() + "/scripts/" + number.value());
        }
        assertThat(reached.getAsBoolean()).as("at %s", steps(number)).isTrue();
    }

    private List<String> steps(CaseNumber number) {
        return tasks(number).stream().map(InboxItem::step).toList();
    }

    private boolean answered(CaseNumber number, String step) {
        return Set.copyOf(database.asSuperuser()
                        .sql("select step from form_answer where case_number = ?")
                        .param(number.value())
                        .query(String.class)
                        .list())
                .contains(step);
    }

    private int done(CaseNumber number) {
        return database.asSuperuser()
                .sql("select count(*)::int from form_answer where case_number = ?")
                .param(number.value())
                .query(Integer.class)
                .single();
    }
}
