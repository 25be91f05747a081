package org.tasuki.casefile.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.web.CaseViews.Deadline;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.people.Acting;
import org.tasuki.people.People;
import org.tasuki.terms.CaseNumber;

/** What stands at the head of each page of a case. */
@Component
class CaseHeads {

    private final CaseShown shown;
    private final List<CaseTasks> tasks;
    private final People people;
    private final CaseClocks clocks;
    private final Acting acting;
    private final MessageSource texts;

    CaseHeads(
            CaseShown shown,
            List<CaseTasks> tasks,
            People people,
            CaseClocks clocks,
            Acting acting,
            MessageSource texts) {
        this.shown = shown;
        this.tasks = tasks;
        this.people = people;
        this.clocks = clocks;
        this.acting = acting;
        this.texts = texts;
    }

    /**
     * @param joinedInto where the case went, for those who may follow it there
     * @param ours whether the reader works at the case's center; an agency sees what was handed to it
     */
    record CaseHead(
            String number,
            CaseViews.Child child,
            String urgency,
            String state,
            @Nullable String joinedInto,
            @Nullable String holder,
            Instant opened,
            Instant now,
            boolean ours,
            boolean open,
            List<CaseTasks.Open> tasks,
            List<Deadline> deadlines) {}

    CaseHead head(CaseFile file, Locale language) {
        String officer = file.officer();
        CaseNumber into = file.joinedInto();
        return new CaseHead(
                file.number().value(),
                shown.child(told(file), language),
                file.urgency(),
                state(file, language),
                into == null || !ours(file) ? null : into.value(),
                officer == null ? null : people.name(officer).in(language),
                file.openedAt(),
                clocks.of(file.number()).instant(),
                ours(file),
                file.open(),
                tasks.stream()
                        .flatMap(room -> room.of(file.number(), language).stream())
                        .toList(),
                shown.deadlines(file.number(), language));
    }

    /** When the case has ended, an agency may still look up who it was about, but not where the child lives or learns by now. */
    private CaseFile.Child told(CaseFile file) {
        CaseFile.Child child = file.child();
        return ours(file) || file.open()
                ? child
                : new CaseFile.Child(child.name(), child.kana(), child.birthDate(), child.sex(), null, null);
    }

    boolean ours(CaseFile file) {
        return file.center().equals(acting.current().center());
    }

    private String state(CaseFile file, Locale language) {
        String state = texts.getMessage("casefile.state." + CaseViews.key(file.status()), null, language);
        String outcome = file.outcome() == null ? "" : file.outcome();
        String how = texts.getMessage("casefile.outcome." + outcome, null, "", language);
        return how == null || how.isEmpty()
                ? state
                : texts.getMessage("casefile.state.how", new Object[] {state, how}, language);
    }
}
