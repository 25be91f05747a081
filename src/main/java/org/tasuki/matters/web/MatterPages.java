package org.tasuki.matters.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.CaseFile;
import org.tasuki.inbox.InboxList;
import org.tasuki.inbox.TaskQuestions;
import org.tasuki.matters.Addressees;
import org.tasuki.matters.Matter;
import org.tasuki.matters.MatterDates;
import org.tasuki.matters.Matters;
import org.tasuki.people.Acting;
import org.tasuki.people.People;
import org.tasuki.referral.NewHandOver;

/** The matters of a case, and what can be begun. */
@Component
@Transactional(readOnly = true)
class MatterPages {

    private static final String PERSON = "person:";

    private final Matters matters;
    private final MatterDates dates;
    private final Addressees addressees;
    private final NewHandOver handOvers;
    private final QuestionPages questions;
    private final InboxList inbox;
    private final People people;
    private final Acting acting;
    private final MessageSource texts;

    MatterPages(
            Matters matters,
            MatterDates dates,
            Addressees addressees,
            NewHandOver handOvers,
            QuestionPages questions,
            InboxList inbox,
            People people,
            Acting acting,
            MessageSource texts) {
        this.matters = matters;
        this.dates = dates;
        this.addressees = addressees;
        this.handOvers = handOvers;
        this.questions = questions;
        this.inbox = inbox;
        this.people = people;
        this.acting = acting;
        this.texts = texts;
    }

    /**
     * @param task the path of its task, where it waits and this reader can open it
     * @param answer to a question
     */
    record Row(
            UUID id,
            String kind,
            String words,
            String who,
            LocalDate due,
            String state,
            boolean late,
            boolean mayWithdraw,
            boolean mayMove,
            boolean moved,
            @Nullable String task,
            TaskQuestions.@Nullable Answer answer) {}

    record Choice(String value, String label) {}

    Map<String, Object> page(CaseFile file, MatterEntry entry, Locale language) {
        Map<String, Object> page = new HashMap<>();
        page.put("number", file.number().value());
        page.put("id", UUID.randomUUID());
        Set<UUID> moved = dates.moved(file.number());
        page.put(
                "rows",
                matters.of(file.number()).stream()
                        .map(one -> row(one, moved, language))
                        .toList());
        page.put("mayBegin", file.open());
        page.put("kinds", Matter.KINDS);
        page.put(
                "persons",
                addressees.people(file).stream()
                        .map(account -> new Choice(PERSON + account, marked(file, account, language)))
                        .toList());
        page.put(
                "desks",
                Addressees.desks().stream()
                        .map(desk ->
                                new Choice("desk:" + desk, people.desk(desk).in(language)))
                        .toList());
        page.put("today", matters.today(file.number()));
        page.put("mayHandOver", file.open() && handOvers.allowed(file));
        page.put(
                "agencies",
                handOvers.agencies(file).stream()
                        .map(agency -> new Choice(agency.key(), agency.name().in(language)))
                        .toList());
        // Most matters are one's own reminders.
        page.put("to", entry.to().isEmpty() ? PERSON + acting.current().account() : entry.to());
        page.put("entry", entry);
        return page;
    }

    private Row row(Matter matter, Set<UUID> moved, Locale language) {
        String task = matter.taskId();
        return new Row(
                matter.id(),
                texts.getMessage("matters.kind." + matter.kind(), null, language),
                matter.words(),
                who(matter, language),
                matter.dueOn(),
                texts.getMessage("matters.state." + matter.state(), null, language),
                matter.open() && matter.dueOn().isBefore(matters.today(matter.number())),
                matters.mayWithdraw(matter),
                dates.mayMove(matter),
                moved.contains(matter.id()),
                matter.open() && task != null && inbox.find(task).isPresent() ? "/tasks/" + task : null,
                questions.answer(matter, language));
    }

    private String who(Matter matter, Locale language) {
        String person = matter.person();
        String to = person == null ? people.desk(matter.desk()).in(language) : name(person, language);
        return matter.fromTask() == null
                ? to
                : texts.getMessage(
                        "matters.question.fromTo", new Object[] {name(matter.openedBy(), language), to}, language);
    }

    private String marked(CaseFile file, String account, Locale language) {
        String name = name(account, language);
        return account.equals(file.officer())
                ? texts.getMessage("matters.officer", new Object[] {name}, language)
                : name;
    }

    private String name(String account, Locale language) {
        String name = people.name(account).in(language);
        return account.equals(acting.current().account())
                ? texts.getMessage("matters.me", new Object[] {name}, language)
                : name;
    }
}
