package org.tasuki.casefile.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.CaseFiles;
import org.tasuki.casefile.CaseHandOvers;
import org.tasuki.deadlines.Deadlines;
import org.tasuki.people.People;

/** Gathers what ends with a case, before anybody ends it, and the cases that it may be joined to. */
@Component
@Transactional(readOnly = true)
class EndingPages {

    private static final int MOST_ALIKE = 5;

    private final CaseHeads heads;
    private final CaseFiles files;
    private final Deadlines deadlines;
    private final List<CaseHandOvers> handOvers;
    private final StepWords words;
    private final People people;

    EndingPages(
            CaseHeads heads,
            CaseFiles files,
            Deadlines deadlines,
            List<CaseHandOvers> handOvers,
            StepWords words,
            People people) {
        this.heads = heads;
        this.files = files;
        this.deadlines = deadlines;
        this.handOvers = handOvers;
        this.words = words;
        this.people = people;
    }

    /** A task that ends, with its time limit: each has one. */
    record Stop(String step, String limit, Instant due) {}

    record Other(
            String number,
            @Nullable String name,
            @Nullable String kana,
            @Nullable LocalDate birth,
            Instant opened,
            @Nullable String holder) {}

    /** @param target the case chosen, to be looked at before it is done; null until then */
    Map<String, Object> page(
            CaseFile file, EndingEntry withdrawal, EndingEntry joining, @Nullable CaseFile target, Locale language) {
        Map<String, Object> page = new HashMap<>();
        page.put("head", heads.head(file, language));
        page.put("open", file.open());
        page.put("stops", stops(file, language));
        page.put(
                "handOvers",
                handOvers.stream()
                        .flatMap(room -> room.underWay(file.number(), language).stream())
                        .toList());
        page.put(
                "alike",
                files.alike(file, MOST_ALIKE).stream()
                        .map(other -> other(other, language))
                        .toList());
        page.put("withdrawal", withdrawal);
        page.put("joining", joining);
        if (target != null) {
            page.put("target", other(target, language));
        }
        return page;
    }

    private List<Stop> stops(CaseFile file, Locale language) {
        return deadlines.ofCase(file.number()).stream()
                .map(open -> new Stop(
                        words.step(open.process(), open.step()).in(language),
                        open.label().in(language),
                        open.dueAt()))
                .toList();
    }

    private Other other(CaseFile file, Locale language) {
        String officer = file.officer();
        return new Other(
                file.number().value(),
                file.child().name(),
                file.child().kana(),
                file.child().birthDate(),
                file.openedAt(),
                officer == null ? null : people.name(officer).in(language));
    }
}
