package org.tasuki.inbox.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.CaseFile;
import org.tasuki.intake.Duplicates;
import org.tasuki.people.People;
import org.tasuki.terms.CaseNumber;

/** Cases that look like the child on a half-filled intake sheet, and what makes them look so. */
@Component
class LikelyDuplicates {

    private static final List<String> COMPARED = List.of("childKana", "childName");

    private final Duplicates duplicates;
    private final People people;
    private final MessageSource texts;

    LikelyDuplicates(Duplicates duplicates, People people, MessageSource texts) {
        this.duplicates = duplicates;
        this.people = people;
        this.texts = texts;
    }

    record Duplicate(
            String number,
            boolean hidden,
            boolean open,
            @Nullable String name,
            @Nullable String kana,
            @Nullable LocalDate birth,
            String why,
            Instant opened,
            @Nullable String holder) {}

    /** Null while nothing to compare has been entered. */
    @Nullable
    List<Duplicate> like(Map<String, List<String>> typed, Locale language) {
        Map<CaseNumber, Duplicate> found = new LinkedHashMap<>();
        boolean compared = false;
        for (String field : COMPARED) {
            String value = typed.getOrDefault(field, List.of()).stream()
                    .findFirst()
                    .orElse("")
                    .strip();
            compared |= !value.isEmpty();
            duplicates.like(value).forEach(file -> found.putIfAbsent(file.number(), shown(file, field, language)));
        }
        return compared ? List.copyOf(found.values()) : null;
    }

    private Duplicate shown(CaseFile file, String field, Locale language) {
        String officer = file.officer();
        return new Duplicate(
                file.number().value(),
                false,
                file.open(),
                file.child().name(),
                file.child().kana(),
                file.child().birthDate(),
                texts.getMessage("intake.duplicates.field." + field, null, language),
                file.openedAt(),
                officer == null ? null : people.name(officer).in(language));
    }
}
