package org.tasuki.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.casefile.Refusal;
import org.tasuki.inbox.InboxItem;
import org.tasuki.intake.Consultations;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.people.web.DeskInTheOffice;
import org.tasuki.terms.CaseNumber;

/** A class goes back to how it stood, row for row, and its time with it; and what was done in it can be erased when it is over. */
class CheckpointTests extends ClassHeld {

    @Autowired
    private Consultations consultations;

    @Autowired
    private JdbcClient app;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void aClass() {
        opens("やり直しの演習");
        office.joins(code, "うけつけ", "reception");
    }

    @Test
    void itGoesBackRowForRow() {
        CaseNumber number = begin();
        trainer.opens(page());
        trainer.sends(page() + "/time", "by", "PT30M");
        trainer.opens(page());
        trainer.sends(page() + "/checkpoints", "name", "期限の前");
        assertThat(trainer.opens(page()).body()).contains("今の状態を残しました", "期限の前", "クラスの時刻");
        InboxItem before = task(number);
        Map<String, List<String>> rows = rows(number);
        assertThat(rows.keySet())
                .contains("public.inbox_item", "public.deadline", "engine.act_ru_task", "engine.act_ru_timer_job");

        trainer.sends(page() + "/time", "by", "PT48H");
        CaseNumber later = begin();
        assertThat(task(number).over()).isTrue();
        assertThat(rows(number)).isNotEqualTo(rows);
        trainer.opens(page());
        trainer.sends(page() + "/checkpoints", "name", "期限の後");
        trainer.opens(page());
        trainer.sends(page() + "/checkpoints/" + firstCheckpoint());

        assertThat(trainer.opens(page()).body())
                .contains("チェックポイントに戻しました", "期限の前")
                .doesNotContain("期限の後");
        assertThat(rows(number)).isEqualTo(rows);
        InboxItem after = task(number);
        assertThat(after.over()).isFalse();
        assertThat(Duration.between(before.now(), after.now()))
                .as("so late it was in the class")
                .isLessThan(Duration.ofMinutes(1));
        assertThat(count("case_file", later)).as("it had not begun").isZero();
        assertThat(count("audit_entry", later))
                .as("what was done is still told")
                .isPositive();

        trainer.sends(page() + "/time", "by", "PT48H");
        assertThat(task(number).over()).as("its limit runs as before").isTrue();
        assertThat(begin()).as("a number is never given twice").isNotIn(number, later);
    }

    @Test
    void onlyAnOpenClassIsKeptAndGoesBack() {
        trainer.opens(page());
        assertThat(trainer.sends(page() + "/checkpoints", "name", " ").body()).contains("id=\"name-problem\"");
        for (String id : List.of("1", "x", "999999999999999999", "-1", "%00")) {
            trainer.sends(page() + "/checkpoints/" + id);
        }
        assertThat(trainer.opens(page()).body()).contains("そのチェックポイントはもうありません");
        trainer.sends(page() + "/checkpoints", "name", "はじめ");
        trainer.sends(page() + "/pause");
        trainer.opens(page());
        trainer.sends(page() + "/checkpoints/" + firstCheckpoint());
        assertThat(trainer.opens(page()).body()).contains("一時停止中か、終了したクラスです");
        DeskInTheOffice other = office.desk("other");
        other.opens("/practice");
        assertThat(other.sends(page() + "/checkpoints/" + firstCheckpoint()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void nothingFallsDueWhileItStands() {
        CaseNumber number = begin();
        trainer.opens(page());
        trainer.sends(page() + "/pause");
        assertThat(dueSoon(number)).as("however long the trainer talks").isZero();
        assertThatThrownBy(this::begin).as("and nothing begins").isInstanceOf(Refusal.class);
        trainer.opens(page());
        trainer.sends(page() + "/resumption");
        CaseNumber meanwhile = begin();
        assertThat(dueSoon(number)).isPositive();
        assertThat(dueSoon(meanwhile)).isPositive();
        trainer.opens(page());
        trainer.sends(page() + "/time", "by", "PT48H");
        assertThat(task(number).over()).isTrue();
        assertThat(task(meanwhile).over()).isTrue();
    }

    @Test
    void whatWasDoneIsErasedWhenItIsOver() {
        CaseNumber number = begin();
        trainer.opens(page());
        trainer.sends(page() + "/checkpoints", "name", "はじめ");
        trainer.opens(page());
        trainer.sends(page() + "/erasure");
        assertThat(trainer.opens(page()).body()).contains("消去できません");
        trainer.sends(page() + "/end");
        assertThat(trainer.opens(page()).body()).contains("うけつけ", "クラスの記録を消去する");
        trainer.sends(page() + "/erasure");
        assertThat(trainer.opens(page()).body()).contains("行われた内容は消去されました").doesNotContain("うけつけ", number.value());
        assertThat(rows(number)).isEmpty();
        assertThat(count("case_file", number)).isZero();
        assertThat(count("practice_checkpoint_case", number)).isZero();
        assertThat(count("audit_entry", number)).isPositive();
        trainer.sends(page() + "/erasure");
        assertThat(trainer.opens(page()).body()).contains("すでに消去されています");
    }

    /** More than the database takes into one value. */
    @Test
    void aCaseOfManyLargeDocumentsIsKept() {
        CaseNumber number = begin();
        database.asSuperuser()
                .sql(
                        """
                        insert into case_document (id, case_number, center, kind, content_kind, size, reveals_notifier, label, content, by_account, at)
                        select gen_random_uuid(), ?, ?, 'other', 'text', 5, false, '', decode(repeat('5a', 10000000), 'hex'), ?, now()
                        from generate_series(1, 15)
                        """)
                .params(number.value(), center, center + "-1")
                .update();
        trainer.opens(page());
        trainer.sends(page() + "/checkpoints", "name", "大きな事例");
        assertThat(trainer.opens(page()).body()).contains("今の状態を残しました");
        database.asSuperuser()
                .sql("delete from case_document where case_number = ?")
                .param(number.value())
                .update();
        trainer.sends(page() + "/checkpoints/" + firstCheckpoint());
        assertThat(trainer.opens(page()).body()).contains("チェックポイントに戻しました");
        assertThat(database.asSuperuser()
                        .sql(
                                "select count(*)::int from case_document where case_number = ? and length(content) = 10000000")
                        .param(number.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(15);
        database.asSuperuser()
                .sql("delete from practice_checkpoint_case where number = ?")
                .param(number.value())
                .update();
    }

    /** It names no case, and hangs on what does. */
    @Test
    void whoWasCalledAtNightGoesBackWithTheNotice() {
        CaseNumber number = begin();
        database.asSuperuser()
                .sql(
                        """
                        insert into notice (case_number, center, task_id, desk, kind, deadline, round, step, due_at, at)
                        select i.case_number, i.center, i.task_id, 'supervisor', 'escalated', d.id, 99, 0, i.due_at, now()
                        from inbox_item i join deadline d on d.wait_id = i.wait_id and d.ended_at is null where i.case_number = :number;
                        insert into on_call_notice select id, :account, center, false, now() from notice where case_number = :number
                        """)
                .param("number", number.value())
                .param("account", center + "-1")
                .update();
        List<String> before = rows(number).get("public.on_call_notice");
        assertThat(before).hasSize(1);
        trainer.opens(page());
        trainer.sends(page() + "/checkpoints", "name", "夜");
        trainer.opens(page());
        trainer.sends(page() + "/time", "by", "PT48H");
        trainer.opens(page());
        trainer.sends(page() + "/checkpoints/" + firstCheckpoint());
        assertThat(rows(number).get("public.on_call_notice")).isEqualTo(before);
    }

    /** Whatever refers to rows that are taken away and written again is so itself; a class sends no mail. */
    @Test
    void nothingThatHangsOnACaseIsLeftOut() {
        assertThat(database.asSuperuser()
                        .sql(
                                """
                                with kept as (select split_part(name, '.', 2) as name from practice_tables() where name like 'public.%')
                                select distinct k.conrelid::regclass::text from pg_constraint k
                                where k.contype = 'f' and k.confrelid::regclass::text in (select name from kept)
                                  and k.conrelid::regclass::text not in (select name from kept union select 'outgoing_mail')
                                """)
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void noRealCenterGoesBackOrForgets() {
        for (String call : List.of("practice_keep(1)", "practice_go_back(1)", "practice_forget()")) {
            assertThatThrownBy(() -> as(Actor.system(office.key()), call))
                    .as(call)
                    .rootCause()
                    .hasMessageContaining("only a class");
            Actor person = Actor.person(center + "-1", Set.of(Role.RECEPTION), center, null);
            assertThatThrownBy(() -> as(person, call)).as(call).rootCause().hasMessageContaining("only a class");
        }
        assertThatThrownBy(() -> as(Actor.system(center), "practice_forget()"))
                .rootCause()
                .hasMessageContaining("has not ended");
        assertThatThrownBy(() -> as(Actor.system(center), "practice_go_back(0)"))
                .rootCause()
                .hasMessageContaining("no such checkpoint");
    }

    private void as(Actor actor, String call) {
        acting.as(
                actor,
                () -> transaction.execute(
                        status -> app.sql("select " + call).query(Integer.class).single()));
    }

    private CaseNumber begin() {
        return acting.as(
                Actor.person(center + "-1", Set.of(Role.RECEPTION), center, null), () -> consultations.begin());
    }

    private InboxItem task(CaseNumber number) {
        return tasks(number).get(0);
    }

    /** Timers within ten years by the system's clock. */
    private int dueSoon(CaseNumber number) {
        return database.asSuperuser()
                .sql(
                        """
                        select count(*)::int from engine.act_ru_timer_job j join engine.act_ru_execution e on e.id_ = j.process_instance_id_
                        where e.business_key_ = ? and j.duedate_ < now() + interval '10 years'
                        """)
                .param(number.value())
                .query(Integer.class)
                .single();
    }

    private int count(String table, CaseNumber number) {
        String column = Set.of("case_file", "practice_checkpoint_case").contains(table) ? "number" : "case_number";
        return database.asSuperuser()
                .sql("select count(*)::int from %s where %s = ?".formatted(table, column))
                .param(number.value())
                .query(Integer.class)
                .single();
    }

    /** Every row of the case, but for what tells the time of the wall. */
    private Map<String, List<String>> rows(CaseNumber number) {
        Map<String, List<String>> rows = new TreeMap<>();
        database.asSuperuser()
                .sql("select name, mine from practice_tables()")
                .query((row, index) -> Map.entry(row.getString("name"), row.getString("mine")))
                .list()
                .forEach(table -> {
                    List<String> found = database.asSuperuser()
                            .sql(
                                    """
                                    select (to_jsonb(r) - array['ahead', 'due_here', 'duedate_', 'rev_', 'wake_at'])::text
                                    from %s r where %s order by 1
                                    """
                                            .formatted(
                                                    table.getKey(),
                                                    table.getValue()
                                                            .replace("$1", ":number")
                                                            .replace("$2", "practice_flows(:number)")
                                                            .replace(
                                                                    "$3",
                                                                    "practice_contents(practice_flows(:number))")))
                            .param("number", number.value())
                            .query(String.class)
                            .list();
                    if (!found.isEmpty()) {
                        rows.put(table.getKey(), found);
                    }
                });
        return rows;
    }
}
