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
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.TasukiTest;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList;
import org.tasuki.intake.Consultations;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.people.web.DeskInTheOffice;
import org.tasuki.terms.CaseNumber;

/** A class goes back to how it stood, row for row, and its time with it; and what was done in it can be erased when it is over. */
@TasukiTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "flowable.async-executor-activate=false")
class CheckpointTests {

    private static int turns = 40;

    @LocalServerPort
    private int port;

    @Autowired
    private TestDatabase database;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private Consultations consultations;

    @Autowired
    private InboxList inbox;

    @Autowired
    private Acting acting;

    @Autowired
    private JdbcClient app;

    @Autowired
    private TransactionTemplate transaction;

    @SuppressWarnings("NullAway.Init") // before each test
    private PracticeOffice office;

    private DeskInTheOffice trainer = new DeskInTheOffice(0, "");
    private String code = "";
    private String center = "";

    @BeforeEach
    void aClass() {
        office = PracticeOffice.open(database.asSuperuser(), port, passwords, turns++ % 26);
        trainer = office.desk("trainer");
        code = office.opens(trainer, "やり直しの演習");
        center = PracticeClass.centerOf(code);
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
        trainer.sends(page() + "/checkpoints/" + first());

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
        trainer.sends(page() + "/checkpoints/" + first());
        assertThat(trainer.opens(page()).body()).contains("一時停止中か、終了したクラスです");
        DeskInTheOffice other = office.desk("other");
        other.opens("/practice");
        assertThat(other.sends(page() + "/checkpoints/" + first()).statusCode()).isEqualTo(404);
    }

    @Test
    void nothingFallsDueWhileItStands() {
        CaseNumber number = begin();
        trainer.opens(page());
        trainer.sends(page() + "/pause");
        assertThat(dueSoon(number)).as("however long the trainer talks").isZero();
        CaseNumber meanwhile = begin();
        assertThat(dueSoon(meanwhile)).isPositive();
        trainer.opens(page());
        trainer.sends(page() + "/resumption");
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

    private String page() {
        return "/practice/classes/" + code;
    }

    private CaseNumber begin() {
        return acting.as(
                Actor.person(center + "-1", Set.of(Role.RECEPTION), center, null), () -> consultations.begin());
    }

    private InboxItem task(CaseNumber number) {
        return acting.as(Actor.system(center), () -> inbox.ofCase(number)).get(0);
    }

    private String first() {
        return database.asSuperuser()
                .sql("select min(id)::text from practice_checkpoint where center = ?")
                .param(center)
                .query(String.class)
                .single();
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
