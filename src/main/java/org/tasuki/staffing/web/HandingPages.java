package org.tasuki.staffing.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.people.Acting;
import org.tasuki.people.People;
import org.tasuki.people.Right;
import org.tasuki.staffing.Absence;
import org.tasuki.staffing.Candidate;
import org.tasuki.staffing.Caseload;
import org.tasuki.staffing.HandingOver;
import org.tasuki.staffing.Handings;
import org.tasuki.web.NotFound;

/** The sheet on which cases are handed over, as its template draws it. */
@Component
class HandingPages {

    private final AbsencePages absences;
    private final Caseload caseload;
    private final HandingOver handing;
    private final Handings handings;
    private final StepWords words;
    private final People people;
    private final Acting acting;
    private final MessageSource texts;

    HandingPages(
            AbsencePages absences,
            Caseload caseload,
            HandingOver handing,
            Handings handings,
            StepWords words,
            People people,
            Acting acting,
            MessageSource texts) {
        this.absences = absences;
        this.caseload = caseload;
        this.handing = handing;
        this.handings = handings;
        this.words = words;
        this.people = people;
        this.acting = acting;
        this.texts = texts;
    }

    /** @param problem a message key */
    record Row(
            String number,
            @Nullable String child,
            String urgency,
            @Nullable String step,
            @Nullable Instant next,
            Instant now,
            int tasks,
            List<AbsencePages.Option> officers,
            boolean ticked,
            String officer,
            @Nullable String problem,
            boolean written) {}

    /** A case that has gone to somebody. */
    record Gone(String number, String to, Instant at) {}

    /** Also for whoever goes away: they write the sheets. */
    Absence of(String id) {
        return absences.theirs(AbsenceController.number(id));
    }

    /** An absence whose cases the reader may hand over. */
    Absence toHandOver(String id) {
        if (!mayHandOver()) {
            throw new NotFound();
        }
        return of(id);
    }

    private boolean mayHandOver() {
        return acting.may(Right.KEEP_ABSENCES);
    }

    @Transactional(readOnly = true)
    public void sheet(
            Absence absence, Map<String, String> chosen, Map<String, String> problems, Locale language, Model model) {
        model.addAttribute("absence", absence);
        model.addAttribute("name", people.name(absence.account()).in(language));
        model.addAttribute("mayHandOver", mayHandOver());
        model.addAttribute(
                "gone",
                handings.of(absence).stream()
                        .map(one -> new Gone(
                                one.number().value(), people.name(one.to()).in(language), one.at()))
                        .toList());
        model.addAttribute(
                "rows",
                caseload.of(absence.account()).stream()
                        .map(line -> row(line, chosen, problems, language))
                        .toList());
    }

    private Row row(Caseload.Line line, Map<String, String> chosen, Map<String, String> problems, Locale language) {
        String number = line.number().value();
        String process = line.process();
        String step = line.step();
        return new Row(
                number,
                line.child(),
                line.urgency(),
                process == null || step == null
                        ? null
                        : words.step(process, step).in(language),
                line.next(),
                line.now(),
                line.tasks(),
                mayHandOver()
                        ? handing.proposed(line.number()).stream()
                                .map(one -> option(one, language))
                                .toList()
                        : List.of(),
                chosen.containsKey(number),
                chosen.getOrDefault(number, ""),
                problems.get(number),
                line.written());
    }

    private AbsencePages.Option option(Candidate person, Locale language) {
        Object[] said = {people.name(person.account()).in(language), person.cases(), person.tasks()};
        return new AbsencePages.Option(person.account(), texts.getMessage("staffing.load", said, language));
    }
}
