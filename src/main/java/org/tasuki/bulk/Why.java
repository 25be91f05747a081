package org.tasuki.bulk;

import java.util.Locale;
import org.tasuki.staffing.Candidate;

/** Why a task is left as it is. */
public enum Why {
    /** Done, or its case took another way, or it is kept from the actor: which of these is not told. */
    GONE,
    NOT_YOURS,
    /** An agency gives its tasks out itself. */
    AGENCYS,
    /** It is as it was to become. */
    ALREADY,
    /** The person does not work at its desk. */
    ELSEWHERE,
    EXCLUDED,
    UNLISTED,
    AWAY,
    /** The person proposed what is approved there. */
    PROPOSED,
    /** Something was different from what the look a moment before had shown. */
    CHANGED,
    /** Tried several times in vain. */
    FAILED;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Why of(Candidate.Hindrance hindrance) {
        return valueOf(hindrance.name());
    }
}
