package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.tasuki.engine.CaseFlow;
import org.tasuki.engine.Deployment;
import org.tasuki.engine.Migration;
import org.tasuki.engine.Moved;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.RunningInstance;
import org.tasuki.engine.Standstill;
import org.tasuki.engine.StepFacts;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Actor;
import org.tasuki.terms.CaseNumber;

/**
 * A thousand running cases, at every step of a shipped process with every timer of it, go on by another version: no task, no hand and no
 * time limit is lost, and a timer that the version adds goes off.
 */
@StoryTest
@TestPropertySource(properties = "tasuki.test.many-cases=another version of a process")
class MigrationTests {

    @Autowired
    private Stories stories;

    @Autowired
    private Deployment deployment;

    @Autowired
    private Migration migration;

    @Autowired
    private ProcessCatalog catalog;

    @Autowired
    private CaseFlow flow;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestDatabase database;

    private final Map<String, Story> at = new LinkedHashMap<>();

    @Test
    void aThousandCasesAtEveryStepMoveWithAllTheirLimits() {
        for (StepFacts step :
                catalog.process(NextGuidance.PROCESS).orElseThrow().tasks()) {
            at.put(step.id(), standing(step.id()));
        }
        at.put("diagnoses", stories.accepted().at("safetyCheck").answers("safety", "confirmed"));
        at.put("protectionAtOnce", standing("protectionAtOnce"));
        at.get("urgencySheet").until("2026-06-03T10:00");
        at.put("spent", standing("sharePoliceUnconfirmed").until("2026-06-03T10:00"));
        new ManyCases(database.asSuperuser())
                .of(at.values().stream().map(Story::number).toList(), each());
        assertThat(deployment.put(NextGuidance.file())).isEmpty();
        deployment.refresh();
        String target = system(StoryOffice.CENTER, () -> migration.latest(NextGuidance.PROCESS));
        List<RunningInstance> running = behind(target);
        assertThat(running).hasSize(at.size() * (each() + 1));
        List<Map<String, Object>> tasksBefore = tasks();
        Map<String, String> limitsBefore = limits();

        List<Moved> foretold = running.stream()
                .limit(100)
                .map(one -> dry(one, target, NextGuidance.RENAMED))
                .toList();
        assertThat(tasks()).as("after a dry run").isEqualTo(tasksBefore);
        assertThat(limits()).as("after a dry run").isEqualTo(limitsBefore);

        staysWithoutANameForWhatIsLost(running, target);

        List<Moved> moved = running.stream().map(one -> move(one, target)).toList();

        assertThat(moved).allMatch(Moved::goes);
        assertThat(moved.subList(0, foretold.size())).isEqualTo(foretold);
        assertThat(behind(target)).isEmpty();
        assertThat(tasks()).as("the same tasks in the same hands").isEqualTo(tasksBefore);
        booksAgree();
        limitsAreRight(limitsBefore);
        at.values().forEach(Story::check);
        goesOff("urgencySheet", "measure");
        goesOff("compulsoryAccess", "measure");
        goesOff("judgementMeeting", "support-policy-meeting");
        at.get("judgementMeeting").isAt("supportPolicyMeeting");
        keptGoesOff();
        at.get("followUp").isAt("followUpVisit");
    }

    /** How many copies of each case. */
    int each() {
        return 2;
    }

    private void staysWithoutANameForWhatIsLost(List<RunningInstance> running, String target) {
        List<Map<String, Object>> before = tasks();
        List<Standstill> found = running.stream()
                .map(one -> dry(one, target, Map.of()))
                .flatMap(moved -> moved.hindrances().stream())
                .toList();
        assertThat(found).hasSize(2 * (each() + 1)).extracting(Standstill::why).containsOnly(Standstill.Why.LOST);
        assertThat(found).extracting(Standstill::element).contains("judgementMeeting", "followUp");
        assertThat(tasks()).isEqualTo(before);
    }

    /** A case that stands there, whatever came before. */
    private Story standing(String step) {
        Story story = stories.accepted();
        if (!step.equals("safetyCheck")) {
            String task = story.open().get(0).taskId();
            system(StoryOffice.CENTER, () -> {
                flow.sendBack(task, step);
                return true;
            });
        }
        return story;
    }

    private void goesOff(String step, String rule) {
        Story story = at.get(step);
        assertThat(states(story.number(), rule)).containsExactly("running");
        story.until(due(story.number(), rule).plusSeconds(60));
        assertThat(states(story.number(), rule)).first().isIn("over", "escalated");
    }

    private void keptGoesOff() {
        goesOff("hearChild", "child-view");
        goesOff("safetyCheck", "safety-confirmation");
        goesOff("followUp", "follow-up");
    }

    private java.time.Instant due(CaseNumber number, String rule) {
        return system(StoryOffice.CENTER, () -> jdbc.sql(
                        "select due_at from deadline where case_number = ? and rule = ? and ended_at is null")
                .params(number.value(), rule)
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant());
    }

    private List<String> states(CaseNumber number, String rule) {
        return system(StoryOffice.CENTER, () -> jdbc.sql(
                        "select state from deadline where case_number = ? and rule = ? and ended_at is null")
                .params(number.value(), rule)
                .query(String.class)
                .list());
    }

    private List<Map<String, Object>> tasks() {
        return database.asSuperuser()
                .sql("select id_, assignee_, execution_id_, create_time_ from engine.act_ru_task order by id_")
                .query()
                .listOfRows();
    }

    /** When each limit of each wait is due on its case's clock. */
    private Map<String, String> limits() {
        Map<String, String> due = new LinkedHashMap<>();
        database.asSuperuser()
                .sql(
                        "select wait_id || ' ' || rule as limit, due_at::text as due from deadline where ended_at is null order by 1")
                .query()
                .listOfRows()
                .forEach(row -> due.put((String) row.get("limit"), (String) row.get("due")));
        return due;
    }

    private void booksAgree() {
        List<Map<String, Object>> odd = database.asSuperuser()
                .sql(
                        """
                select i.task_id, i.step, d.rule, d.due_at, j.duedate_, t.task_def_key_, j.element_id_
                from inbox_item i
                left join engine.act_ru_task t on t.id_ = i.task_id
                left join deadline d on d.wait_id = i.wait_id and d.ended_at is null
                left join engine.act_ru_execution e on e.parent_id_ = i.wait_id
                left join engine.act_ru_timer_job j on j.execution_id_ = e.id_
                left join case_clock k on k.case_number = i.case_number
                where t.id_ is null or d.id is null or (j.id_ is null) <> d.timer_spent
                   or (i.step, i.form, i.due_at) is distinct from (t.task_def_key_, t.form_key_, d.due_at) or d.step <> i.step
                   or t.proc_def_id_ <> j.proc_def_id_ or e.proc_def_id_ <> j.proc_def_id_ or e.act_id_ <> j.element_id_
                   or j.handler_cfg_ not like '%"' || j.element_id_ || '"%'
                   or date_trunc('milliseconds', d.due_at - k.ahead) <> j.duedate_::timestamptz
                """)
                .query()
                .listOfRows();
        assertThat(odd).as("task, inbox, limit and timer").isEmpty();
        assertThat(database.asSuperuser()
                        .sql("select count(*) from engine.act_ru_timer_job")
                        .query(Integer.class)
                        .single())
                .as("one timer a task")
                .isEqualTo(tasks().size() - 1 - each());
    }

    private void limitsAreRight(Map<String, String> before) {
        Map<String, String> now = limits();
        assertThat(now).hasSameSizeAs(before);
        List<String> added = new ArrayList<>();
        now.forEach((limit, due) -> {
            if (before.containsKey(limit)) {
                assertThat(due).as(limit).isEqualTo(before.get(limit));
            } else {
                added.add(limit.substring(limit.indexOf(' ') + 1) + " " + due);
            }
        });
        assertThat(added.stream().distinct())
                .as("counted from the first of June, when the tasks came, not from the third")
                .containsExactlyInAnyOrder(
                        "measure 2026-06-09 00:00:00+09", "support-policy-meeting 2026-06-16 00:00:00+09");
        assertThat(added).hasSize(3 * (each() + 1));
    }

    private Moved dry(RunningInstance one, String target, Map<String, String> renamed) {
        return stories.acting()
                .as(Actor.system(one.center()), () -> stories.transaction().execute(status -> {
                    status.setRollbackOnly();
                    return migration.move(one, target, renamed);
                }));
    }

    private Moved move(RunningInstance one, String target) {
        return system(one.center(), () -> migration.move(one, target, NextGuidance.RENAMED));
    }

    private List<RunningInstance> behind(String target) {
        return system(StoryOffice.CENTER, () -> migration.behind(NextGuidance.PROCESS, target));
    }

    private <T> T system(String center, Supplier<T> work) {
        return stories.acting()
                .as(Actor.system(center), () -> stories.transaction().execute(status -> work.get()));
    }
}
