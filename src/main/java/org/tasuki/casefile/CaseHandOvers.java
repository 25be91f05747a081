package org.tasuki.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.CaseNumber;

/** What the case page shows of hand-overs; the referral room, which owns them, answers. */
public interface CaseHandOvers {

    /** @param due the answer's limit, null once answered */
    record Shown(String agency, String purpose, String state, @Nullable Instant sent, @Nullable Instant due) {}

    List<Shown> of(CaseNumber number, Locale language);
}
