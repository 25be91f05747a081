package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.inbox.InboxBooks;
import org.tasuki.inbox.InboxBooks.Difference;
import org.tasuki.inbox.InboxBooks.Kind;
import org.tasuki.launch.TestDatabase;

/** Somebody wrote into the inbox by hand; its books find what, and put it right by the engine. */
@StoryTest
class InboxBooksTests {

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private InboxBooks books;

    @Autowired
    private TestDatabase database;

    static Stream<Arguments> byHand() {
        return Stream.of(
                Arguments.of(Kind.MISSING, "delete from inbox_item where task_id = ?"),
                Arguments.of(Kind.DESK, "update inbox_item set desk = 'supervisor' where task_id = ?"),
                Arguments.of(Kind.DESK, "update inbox_item set agency = 'story-school' where task_id = ?"),
                Arguments.of(Kind.HOLDER, "update inbox_item set assignee = 'story-officer2' where task_id = ?"),
                Arguments.of(Kind.HOLDER, "update inbox_item set assignee = null where task_id = ?"),
                Arguments.of(Kind.DUE, "update inbox_item set due_at = due_at + interval '1 hour' where task_id = ?"),
                Arguments.of(Kind.STEP, "update inbox_item set step = 'followUp' where task_id = ?"),
                Arguments.of(Kind.STEP, "update inbox_item set form = 'follow-up' where task_id = ?"),
                Arguments.of(Kind.FACTS, "update inbox_item set urgency = 'AA' where task_id = ?"),
                Arguments.of(Kind.FACTS, "update inbox_item set officer = 'story-officer2' where task_id = ?"),
                Arguments.of(Kind.FACTS, "update inbox_item set abuse_type = 'other' where task_id = ?"),
                Arguments.of(Kind.FACTS, "update inbox_item set school_year = 1999 where task_id = ?"),
                Arguments.of(Kind.FACTS, "update inbox_item set lane = 'story/lawyer' where task_id = ?"),
                Arguments.of(Kind.FACTS, "update inbox_item set due_here = now() where task_id = ?"),
                Arguments.of(Kind.FACTS, "update inbox_item set ahead = interval '-3 days' where task_id = ?"));
    }

    @ParameterizedTest
    @MethodSource("byHand")
    void eachKindOfDifferenceIsFoundAndMended(Kind kind, String sql) {
        Story story = stories.accepted();
        String task = taken(story);
        List<Map<String, Object>> before = row(story);
        byHand(sql, task);

        assertThat(of(story, books.check())).containsExactly(new Difference(story.number(), task, "safetyCheck", kind));
        assertThat(of(story, books.rebuild().after())).isEmpty();

        assertThat(of(story, books.check())).isEmpty();
        assertThat(row(story)).isEqualTo(before);
        assertThat(noted(story)).isOne();
        story.check();
    }

    @Test
    void aRowWithoutATaskGoes() {
        Story story = stories.accepted();
        database.asSuperuser()
                .sql(
                        """
                        insert into inbox_item (task_id, case_number, center, desk, process, step, form, wait_id, born_at, due_at)
                        select 'ghost of ' || case_number, case_number, center, desk, process, step, form, wait_id, born_at, due_at
                        from inbox_item where case_number = ?
                        """)
                .param(story.number().value())
                .update();

        assertThat(of(story, books.check())).extracting(Difference::kind).containsExactly(Kind.SURPLUS);
        books.rebuild();
        story.check().isAt("safetyCheck");
    }

    /** No row can be right without a limit: it is said, and not papered over. */
    @Test
    void aTaskWithoutALimitIsSaidAndStays() {
        Story story = stories.accepted();
        String task = taken(story);
        String end =
                "update deadline set ended_at = %s where wait_id = (select wait_id from inbox_item where task_id = ?)";
        database.asSuperuser().sql(end.formatted("now()")).param(task).update();
        assertThat(of(story, books.rebuild().after()))
                .extracting(Difference::kind)
                .containsExactly(Kind.UNLIMITED);
        database.asSuperuser().sql(end.formatted("null")).param(task).update();
        story.check();
    }

    @Test
    void whatSomebodyTypedAndSinceWhenTheyHaveItStays() {
        Story story = stories.accepted();
        String task = taken(story);
        stories.acting()
                .as(office.at("officer"), () -> stories.desk().saveDraft(task, Map.of("note", List.of("家庭訪問の予定"))));
        byHand("update inbox_item set desk = 'lawyer', due_at = now(), urgency = 'D' where task_id = ?", task);
        books.rebuild();
        assertThat(database.asSuperuser()
                        .sql("select count(*) from draft where task_id = ?")
                        .param(task)
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(row(story))
                .singleElement()
                .satisfies(row -> assertThat(row).extractingByKey("unclaimed").isEqualTo(false));
        story.check();
    }

    /** Past the triggers, as a hand at the database's console may. */
    private void byHand(String sql, String task) {
        database.asSuperuser()
                .sql("set session_replication_role = replica; " + sql)
                .param(task)
                .update();
    }

    private String taken(Story story) {
        String task = story.at("safetyCheck").item().taskId();
        stories.acting().as(office.at("officer"), () -> stories.desk().claim(task));
        return task;
    }

    private static List<Difference> of(Story story, List<Difference> all) {
        return all.stream().filter(one -> one.number().equals(story.number())).toList();
    }

    /** But for the moments that only the lost row knew. */
    private List<Map<String, Object>> row(Story story) {
        return database.asSuperuser()
                .sql(
                        """
                        select task_id, desk, agency, assignee, process, step, form, wait_id, hand_over, due_at, warn_at, urgency, officer,
                               abuse_type, school_year, ahead, due_here, lane, away, claimed_at is null as unclaimed
                        from inbox_item where case_number = ? order by task_id
                        """)
                .param(story.number().value())
                .query()
                .listOfRows();
    }

    private int noted(Story story) {
        return database.asSuperuser()
                .sql("select count(*) from audit_entry where act = 'inbox-mended' and case_number = ?")
                .param(story.number().value())
                .query(Integer.class)
                .single();
    }
}
