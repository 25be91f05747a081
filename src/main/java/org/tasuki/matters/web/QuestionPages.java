package org.tasuki.matters.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.CaseFiles;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.deadlines.Calendars;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.TaskQuestions;
import org.tasuki.matters.Addressees;
import org.tasuki.matters.Matter;
import org.tasuki.matters.Matters;
import org.tasuki.matters.Questions;
import org.tasuki.people.Acting;
import org.tasuki.people.People;
import org.tasuki.terms.Japan;

/** What was asked from a task, and the form that asks. */
@Component
@Transactional(readOnly = true)
class QuestionPages implements TaskQuestions {

    /** What the form proposes: time to answer, in working days. */
    private static final int USUAL_DAYS = 2;

    private final Questions questions;
    private final Matters matters;
    private final Addressees addressees;
    private final CaseFiles files;
    private final Calendars calendars;
    private final StepWords words;
    private final People people;
    private final Acting acting;
    private final MessageSource texts;

    QuestionPages(
            Questions questions,
            Matters matters,
            Addressees addressees,
            CaseFiles files,
            Calendars calendars,
            StepWords words,
            People people,
            Acting acting,
            MessageSource texts) {
        this.questions = questions;
        this.matters = matters;
        this.addressees = addressees;
        this.files = files;
        this.calendars = calendars;
        this.words = words;
        this.people = people;
        this.acting = acting;
        this.texts = texts;
    }

    /** @param away cannot be asked now */
    record Person(String account, String label, boolean away) {}

    @Override
    public Asked of(InboxItem item, Locale language) {
        List<Matter> asked = questions.from(item.taskId());
        LocalDate today = matters.today(item.number());
        return new Asked(
                questions.mayAsk(item),
                asked.stream().map(one -> question(one, today, language)).toList());
    }

    private Question question(Matter one, LocalDate today, Locale language) {
        String person = one.person();
        return new Question(
                one.id(),
                person == null ? "" : people.name(person).in(language),
                one.words(),
                one.dueOn(),
                text("matters.question.state." + one.state(), language),
                one.open(),
                one.open() && one.dueOn().isBefore(today),
                one.open() && one.openedBy().equals(acting.current().account()),
                one.state().equals("overtaken"),
                answer(one, language));
    }

    @Nullable
    Answer answer(Matter question, Locale language) {
        return questions
                .answer(question)
                .map(given -> new Answer(
                        people.name(given.by()).in(language),
                        given.at(),
                        String.valueOf(given.answers().get("answer"))))
                .orElse(null);
    }

    /** Two working days; not longer than the task that asks has itself. */
    QuestionEntry empty(InboxItem task) {
        LocalDate today = matters.today(task.number());
        LocalDate usual = calendars.current(task.center(), null).calendar().plus(today, USUAL_DAYS);
        LocalDate own = LocalDate.ofInstant(task.dueAt(), Japan.ZONE);
        LocalDate day = own.isBefore(usual) && !own.isBefore(today) ? own : usual;
        return new QuestionEntry("", day.toString(), "", Map.of());
    }

    Map<String, Object> page(InboxItem task, QuestionEntry entry, Locale language) {
        Map<String, Object> page = new HashMap<>();
        page.put("id", UUID.randomUUID());
        page.put("task", task.taskId());
        page.put("number", task.number().value());
        page.put("step", words.step(task.process(), task.step()).in(language));
        page.put("due", task.dueAt());
        page.put("today", matters.today(task.number()));
        page.put(
                "persons",
                files.find(task.number()).map(addressees::colleagues).orElse(List.of()).stream()
                        .map(one -> person(one, language))
                        .toList());
        page.put("entry", entry.shown());
        return page;
    }

    private Person person(Addressees.Colleague one, Locale language) {
        String key = one.away() ? "matters.question.to.one.away" : "matters.question.to.one";
        return new Person(
                one.account(),
                text(
                        key,
                        language,
                        people.name(one.account()).in(language),
                        people.desk(one.desk()).in(language)),
                one.away());
    }

    private String text(String key, Locale language, Object... values) {
        return texts.getMessage(key, values, language);
    }
}
