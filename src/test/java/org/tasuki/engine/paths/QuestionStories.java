package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.casefile.CaseEnding;
import org.tasuki.casefile.CaseTeam;
import org.tasuki.casefile.EndingReason;
import org.tasuki.casefile.Exclusions;
import org.tasuki.casefile.Refusal;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.TaskQuestions;
import org.tasuki.inbox.TaskWords;
import org.tasuki.launch.TestDatabase;
import org.tasuki.matters.Matter;
import org.tasuki.matters.Matters;
import org.tasuki.matters.NewMatter;
import org.tasuki.matters.Questions;
import org.tasuki.notices.LadderWatch;
import org.tasuki.people.Actor;

/** Whoever has a task asks colleagues and keeps it; what nobody waits for any more comes to an end. */
abstract class QuestionStories {

    private static final String WORDS = "妹の通園先をご存じですか";

    @Autowired
    private Stories stories;

    @Autowired
    private Questions questions;

    @Autowired
    private Matters matters;

    @Autowired
    private TaskQuestions shown;

    @Autowired
    private TaskWords words;

    @Autowired
    private CaseEnding ending;

    @Autowired
    private Exclusions exclusions;

    @Autowired
    private CaseTeam team;

    @Autowired
    private LadderWatch watch;

    @Autowired
    private TestDatabase database;

    @Test
    void theColleagueHasItWithALimitAndWhoeverAskedKeepsTheTask() {
        Story story = held();
        ask(story, "psychologist", "2026-06-03");
        Story.Step question = story.isAt("safetyCheck", "answerQuestion").at("answerQuestion");
        assertThat(question.isDue("2026-06-04T00:00").item().assignee()).isEqualTo("story-psychologist");
        assertThat(question.item().desk()).isEqualTo("psychologist");
        assertThat(story.at("safetyCheck").item().assignee()).isEqualTo("story-officer");
        assertThat(told(story, question.item())).containsExactly("given story-psychologist");
        assertThat(as("psychologist", () -> words.of(question.item())).orElseThrow())
                .extracting(TaskWords.Words::text, TaskWords.Words::by)
                .containsExactly(WORDS, "story-officer");
        assertThat(seen(story, "officer").waiting()).isTrue();
    }

    @Test
    void theAnswerIsToldAndStandsAtTheTaskThatAsked() {
        Story story = held();
        InboxItem asking = story.at("safetyCheck").item();
        ask(story, "psychologist", "2026-06-03");
        story.at("answerQuestion").answers("answer", "青空保育園です").isAt("safetyCheck");
        assertThat(told(story, asking)).containsExactly("answered");
        TaskQuestions.Question question = seen(story, "officer").questions().get(0);
        assertThat(question.open()).isFalse();
        assertThat(question.answer())
                .extracting(TaskQuestions.Answer::by, TaskQuestions.Answer::words)
                .containsExactly("story-psychologist", "青空保育園です");
        assertThat(deadline(story)).isEqualTo("met");
    }

    @Test
    void severalAreAskedAtOnce() {
        Story story = held();
        ask(story, "psychologist", "2026-06-03");
        ask(story, "medical", "2026-06-10");
        ask(story, "officer2", "2026-06-05");
        assertThat(story.open().stream().filter(item -> item.step().equals("answerQuestion")))
                .extracting(item -> item.assignee() + " " + item.dueAt())
                .containsExactly(
                        "story-psychologist 2026-06-03T15:00:00Z",
                        "story-officer2 2026-06-05T15:00:00Z",
                        "story-medical 2026-06-10T15:00:00Z");
    }

    @Test
    void whatIsLateClimbsAndTheTaskThatAskedRunsOn() {
        Story story = held();
        ask(story, "psychologist", "2026-06-02");
        story.at("answerQuestion").timesOut().isAt("safetyCheck", "answerQuestion");
        assertThat(seen(story, "officer").questions().get(0).late()).isTrue();
        story.until("2026-06-10T09:00");
        watch.look();
        assertThat(announced(story)).containsExactly("warning", "over", "escalated supervisor", "escalated director");
        story.at("answerQuestion").answers("answer", "存じません");
        assertThat(story.steps()).contains("safetyCheck").doesNotContain("answerQuestion");
        assertThat(deadline(story)).isEqualTo("met late");
    }

    @Test
    void withTheTaskThatAskedItEnds() {
        Story story = held();
        ask(story, "psychologist", "2026-06-10");
        story.at("safetyCheck").answers("safety", "confirmed");
        assertThat(story.steps()).doesNotContain("answerQuestion").isNotEmpty();
        assertThat(states(story)).containsExactly("overtaken");
        assertThat(deadline(story)).isEqualTo("cancelled");
    }

    @Test
    void aQuestionAboutAQuestionEndsWithIt() {
        Story story = held();
        ask(story, "psychologist", "2026-06-10");
        InboxItem first = story.at("answerQuestion").item();
        ask(story, "psychologist", first, "story-medical", "2026-06-10");
        as(
                "officer",
                () -> questions.withdraw(
                        story.at("safetyCheck").item(),
                        matter(story, "story-psychologist").id()));
        story.check().isAt("safetyCheck");
        assertThat(states(story)).containsExactlyInAnyOrder("withdrawn", "overtaken");
    }

    @Test
    void withTheCaseItEndsHoweverDeepItIs() {
        Story story = held();
        ask(story, "psychologist", "2026-06-10");
        ask(story, "psychologist", story.at("answerQuestion").item(), "story-medical", "2026-06-10");
        as("supervisor", () -> {
            ending.withdraw(story.number(), new EndingReason("誤って受け付けたため"));
            return true;
        });
        story.isGone();
        assertThat(states(story)).doesNotContain("open");
    }

    @Test
    void aCaseClosesOverAQuestion() {
        Story story = stories.atClosing().withOnTeam("officer");
        InboxItem approval = story.at("approveClosing").item();
        Actor supervisor = stories.office().at(approval.desk());
        stories.acting().as(supervisor, () -> stories.desk().claim(approval.taskId()));
        ask(story, approval.desk(), approval, "story-officer", "2027-12-01");
        story.at("approveClosing").answers("closing", "approved");
        story.isGone();
        assertThat(states(story)).containsExactly("overtaken");
    }

    @Test
    void onlyWhoeverAskedTakesItBackAndNothingIsLeftOfIt() {
        Story story = held();
        ask(story, "psychologist", "2026-06-10");
        InboxItem asking = story.at("safetyCheck").item();
        UUID id = matter(story, "story-psychologist").id();
        assertThatThrownBy(() -> as("supervisor", () -> questions.withdraw(asking, id)))
                .hasMessage("matters.notYours");
        assertThat(as(
                        "officer",
                        () -> questions.withdraw(story.at("answerQuestion").item(), id)))
                .isFalse();
        story.isAt("safetyCheck", "answerQuestion");
        assertThat(as("officer", () -> questions.withdraw(asking, id))).isTrue();
        assertThat(as("officer", () -> questions.withdraw(asking, id))).isTrue();
        story.check().isAt("safetyCheck");
        assertThat(states(story)).containsExactly("withdrawn");
    }

    @Test
    void theSameFormSentTwiceAsksOnce() {
        Story story = held();
        InboxItem asking = story.at("safetyCheck").item();
        NewMatter twice = question(asking, "story-psychologist", "2026-06-10");
        as("officer", () -> questions.ask(asking, twice));
        as("officer", () -> questions.ask(asking, twice));
        story.check().isAt("safetyCheck", "answerQuestion");
    }

    @Test
    void whoDoesNotSeeTheCaseIsNotAsked() {
        Story story = held();
        for (String stranger : List.of("story-lawyer", "story-police", "story-admin", "story-officer", "nobody", "")) {
            refused(story, "to", "matters.question.to.missing", stranger, "2026-06-10");
        }
        as("supervisor", () -> {
            exclusions.exclude(story.file(), "story-psychologist", "relative");
            return true;
        });
        refused(story, "to", "matters.question.to.missing", "story-psychologist", "2026-06-10");
    }

    @Test
    void theAbsentAreNotAskedAndTheListSaysSo() {
        Story story = held();
        String absence = away("story-medical");
        try {
            refused(story, "to", "matters.question.to.away", "story-medical", "2026-06-10");
        } finally {
            backAgain(absence);
        }
        ask(story, "medical", "2026-06-10");
    }

    @Test
    void notForYesterdayAndNotWithoutWords() {
        Story story = held();
        refused(story, "day", "matters.day.past", "story-psychologist", "2026-05-31");
        refused(story, "day", "matters.day.missing", "story-psychologist", "昨日");
        assertThatThrownBy(() -> NewMatter.question("", " ", "2026-06-10", "story-psychologist", "1"))
                .hasMessage("matters.words.missing");
    }

    @Test
    void whoeverDoesNotHaveTheTaskAsksNothingFromIt() {
        Story story = held();
        InboxItem asking = story.at("safetyCheck").item();
        NewMatter question = question(asking, "story-psychologist", "2026-06-10");
        assertThat(as("supervisor", () -> questions.ask(asking, question))).isFalse();
        as("officer", () -> stories.desk().release(asking.taskId()));
        assertThat(as("officer", () -> questions.ask(asking, question))).isFalse();
        story.check().isAt("safetyCheck");
    }

    @Test
    void itStaysWithTheTaskWhenThatChangesHands() {
        Story story = held();
        InboxItem asking = story.at("safetyCheck").item();
        ask(story, "psychologist", "2026-06-10");
        as("officer", () -> stories.desk().release(asking.taskId()));
        as("officer2", () -> stories.desk().claim(asking.taskId()));
        story.at("answerQuestion").answers("answer", "青空保育園です");
        assertThat(seen(story, "officer2").questions()).hasSize(1);
        assertThat(told(story, asking)).contains("answered");
    }

    @Test
    void noWordOfItIsInTheEngineOrTheTrail() {
        Story story = held();
        ask(story, "psychologist", "2026-06-10");
        story.at("answerQuestion").answers("answer", WORDS);
        for (String table : List.of(
                "engine.act_ru_variable", "engine.act_ru_task", "audit_entry", "inbox_item", "notice", "case_event")) {
            assertThat(database.asSuperuser()
                            .sql("select count(*) from " + table + " t where t::text like ?")
                            .param("%" + WORDS + "%")
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    /** The officer has the safety check; the others work on the case too. */
    private Story held() {
        Story story = stories.accepted().withOnTeam("officer", "officer2", "psychologist", "medical");
        as("officer", () -> stories.desk().claim(story.at("safetyCheck").item().taskId()));
        return story.check();
    }

    private void ask(Story story, String whom, String day) {
        ask(
                story,
                "officer",
                story.at("safetyCheck").item(),
                stories.office().at(whom).account(),
                day);
    }

    private void ask(Story story, String asker, InboxItem asking, String whom, String day) {
        assertThat(as(asker, () -> questions.ask(asking, question(asking, whom, day))))
                .isTrue();
        story.check();
    }

    private static NewMatter question(InboxItem asking, String whom, String day) {
        return NewMatter.question(UUID.randomUUID().toString(), WORDS, day, whom, asking.taskId());
    }

    private void refused(Story story, String field, String key, String whom, String day) {
        InboxItem asking = story.at("safetyCheck").item();
        assertThatThrownBy(() -> as("officer", () -> questions.ask(asking, question(asking, whom, day))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field))
                .hasMessage(key);
        story.check().isAt("safetyCheck");
    }

    private TaskQuestions.Asked seen(Story story, String desk) {
        return as(desk, () -> shown.of(story.at("safetyCheck").item(), Locale.JAPANESE));
    }

    private List<String> states(Story story) {
        return as(
                "supervisor",
                () -> matters.of(story.number()).stream().map(Matter::state).toList());
    }

    private Matter matter(Story story, String person) {
        return as("supervisor", () -> matters.of(story.number()).stream()
                .filter(one -> person.equals(one.person()))
                .findFirst()
                .orElseThrow());
    }

    private String deadline(Story story) {
        return database.asSuperuser()
                .sql("select state from deadline where case_number = ? and rule = 'question'")
                .param(story.number().value())
                .query(String.class)
                .single();
    }

    private List<String> announced(Story story) {
        return database.asSuperuser()
                .sql(
                        """
                        select concat_ws(' ', a.kind, a.to_role) from deadline_announcement a join deadline d on d.id = a.deadline
                        where a.case_number = ? and d.rule = 'question' order by a.step
                        """)
                .param(story.number().value())
                .query(String.class)
                .list();
    }

    private List<String> told(Story story, InboxItem task) {
        return database.asSuperuser()
                .sql(
                        "select concat_ws(' ', kind, account) from notice where case_number = ? and task_id = ? order by id")
                .params(story.number().value(), task.taskId())
                .query(String.class)
                .list();
    }

    private String away(String account) {
        return database.asSuperuser()
                .sql(
                        """
                        insert into absence (center, account, kind, starts_at, ends_at, entered_by, entered_at)
                        values (?, ?, 'leave', now() - interval '1 day', now() + interval '1 day', ?, now()) returning id
                        """)
                .params(StoryOffice.CENTER, account, account)
                .query(String.class)
                .single();
    }

    private void backAgain(String absence) {
        database.asSuperuser()
                .sql("update absence set cancelled_at = now(), cancelled_by = account where id = ?::bigint")
                .param(absence)
                .update();
    }

    private <T> T as(String desk, Supplier<T> work) {
        return stories.acting().as(stories.office().at(desk), work::get);
    }
}
