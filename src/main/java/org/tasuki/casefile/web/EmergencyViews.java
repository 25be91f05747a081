package org.tasuki.casefile.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.EmergencyAccess;
import org.tasuki.people.People;
import org.tasuki.terms.CaseNumber;

/** Who looked into a case in an emergency: for its people, and for whoever has to say whether that was right. */
@Component
public class EmergencyViews {

    private final EmergencyAccess emergencies;
    private final People people;
    private final MessageSource texts;

    EmergencyViews(EmergencyAccess emergencies, People people, MessageSource texts) {
        this.emergencies = emergencies;
        this.people = people;
        this.texts = texts;
    }

    /** @param verdict null until somebody has reviewed it */
    public record Looked(
            String who, Instant at, Instant until, String reason, String words, @Nullable String verdict) {}

    /** Newest first. */
    public List<Looked> of(CaseNumber number, Locale language) {
        return emergencies.of(number).stream()
                .map(access -> looked(access, language))
                .toList();
    }

    /** For a task of the review; none for any other. */
    public List<Looked> forTask(CaseNumber number, String process, Locale language) {
        return "emergency-access".equals(process) ? of(number, language) : List.of();
    }

    private Looked looked(EmergencyAccess.Access access, Locale language) {
        String verdict = access.verdict();
        return new Looked(
                people.name(access.account()).in(language),
                access.at(),
                access.until(),
                text("casefile.emergency.reason." + access.reason().key(), language),
                access.words(),
                verdict == null ? null : text("casefile.emergency.verdict." + verdict, language));
    }

    private String text(String key, Locale language) {
        return texts.getMessage(key, null, language);
    }
}
