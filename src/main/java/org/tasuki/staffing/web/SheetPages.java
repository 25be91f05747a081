package org.tasuki.staffing.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.web.CaseShown;
import org.tasuki.casefile.web.CaseViews;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.people.Offices;
import org.tasuki.people.People;
import org.tasuki.staffing.HandingNotes;
import org.tasuki.staffing.Handings;
import org.tasuki.staffing.StepsOfCase;
import org.tasuki.terms.CaseNumber;

/** The sheet on which a case is handed over, in the reader's words; the same on screen and on paper. */
@Component
@Transactional(readOnly = true)
class SheetPages {

    /** The last contacts tell where things stand; the whole log is with the case. */
    private static final int CONTACTS = 5;

    private final StepsOfCase steps;
    private final HandingNotes notes;
    private final Handings handings;
    private final CaseShown shown;
    private final StepWords words;
    private final People people;
    private final Offices offices;
    private final CaseClocks clocks;
    private final MessageSource texts;

    SheetPages(
            StepsOfCase steps,
            HandingNotes notes,
            Handings handings,
            CaseShown shown,
            StepWords words,
            People people,
            Offices offices,
            CaseClocks clocks,
            MessageSource texts) {
        this.steps = steps;
        this.notes = notes;
        this.handings = handings;
        this.shown = shown;
        this.words = words;
        this.people = people;
        this.offices = offices;
        this.clocks = clocks;
        this.texts = texts;
    }

    /**
     * @param officer who answers for the case now
     * @param from who had it before, when it was handed over
     * @param note the newest; the earlier ones are in {@code earlier}
     */
    record Sheet(
            String number,
            String office,
            CaseViews.Child child,
            String urgency,
            @Nullable String officer,
            @Nullable String from,
            @Nullable Instant handedAt,
            Instant opened,
            Instant now,
            List<Task> tasks,
            List<CaseViews.Deadline> deadlines,
            List<CaseViews.Contact> contacts,
            List<CaseViews.Person> family,
            @Nullable Note note,
            List<Note> earlier) {}

    record Task(String step, Instant due, String who) {}

    record Note(String by, Instant at, String lookOut, @Nullable LocalDate nextVisit) {}

    Sheet sheet(CaseFile file, Locale language) {
        CaseNumber number = file.number();
        Optional<Handings.Handing> handed = handings.last(number);
        List<Note> written =
                notes.of(number).stream().map(one -> note(one, language)).toList();
        return new Sheet(
                number.value(),
                offices.center(file.center())
                        .map(center -> center.name().in(language))
                        .orElse(file.center()),
                shown.child(file.child(), language),
                urgency(file, language),
                name(file.officer(), language),
                handed.map(one -> people.name(one.from()).in(language)).orElse(null),
                handed.map(Handings.Handing::at).orElse(null),
                file.openedAt(),
                clocks.of(number).instant(),
                steps.of(number).stream().map(one -> task(one, language)).toList(),
                shown.deadlines(number, language),
                shown.contacts(number, CONTACTS, language),
                shown.family(number, language),
                written.isEmpty() ? null : written.get(0),
                written.stream().skip(1).toList());
    }

    private Task task(StepsOfCase.Open open, Locale language) {
        String agency = open.agency();
        String holder = open.holder();
        String who = agency != null
                ? people.agency(agency).in(language)
                : holder != null
                        ? people.name(holder).in(language)
                        : people.desk(open.desk()).in(language);
        return new Task(words.step(open.process(), open.step()).in(language), open.due(), who);
    }

    private Note note(HandingNotes.Note note, Locale language) {
        return new Note(people.name(note.by()).in(language), note.at(), note.lookOut(), note.nextVisit());
    }

    private String urgency(CaseFile file, Locale language) {
        return file.urgency().equals("none")
                ? String.valueOf(texts.getMessage("staffing.handing.urgency.none", null, language))
                : file.urgency();
    }

    private @Nullable String name(@Nullable String account, Locale language) {
        return account == null ? null : people.name(account).in(language);
    }
}
