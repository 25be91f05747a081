package org.tasuki.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.CaseNumber;

/** What a case shows of its hand-overs, and what becomes of them when it ends; the referral room, which owns them, answers. */
public interface CaseHandOvers {

    /** @param due the answer's limit, null once answered */
    record Shown(String agency, String purpose, String state, @Nullable Instant sent, @Nullable Instant due) {}

    List<Shown> of(CaseNumber number, Locale language);

    /**
     * A hand-over on which somebody still works.
     *
     * @param told whether the agency has it in hands, and must hear that it is taken back
     */
    record UnderWay(String agency, String state, boolean told) {}

    List<UnderWay> underWay(CaseNumber number, Locale language);

    /**
     * The case is about to leave the flow: nobody works on its hand-overs any more, and agencies no longer see them.
     *
     * @return the keys of the agencies that had one in hands
     */
    List<String> recall(CaseNumber number);
}
