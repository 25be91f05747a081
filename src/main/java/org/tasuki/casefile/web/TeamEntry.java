package org.tasuki.casefile.web;

import java.util.Map;
import java.util.Set;
import org.tasuki.casefile.Refusal;

/**
 * What was sent with one of the forms of the team's tab, and what is wrong with it.
 *
 * @param form which of them: team, officer, exclusion, restriction or lifting
 * @param problems message keys by form
 */
record TeamEntry(String form, String person, String reason, Set<String> readers, Map<String, String> problems) {

    static final TeamEntry NOTHING = new TeamEntry("", "", "", Set.of(), Map.of());

    static TeamEntry of(String form, String person, String reason, Set<String> readers) {
        return new TeamEntry(form, person, reason, readers, Map.of());
    }

    TeamEntry refused(Refusal refusal) {
        return new TeamEntry(form, person, reason, readers, Map.of(form, refusal.messageKey()));
    }
}
