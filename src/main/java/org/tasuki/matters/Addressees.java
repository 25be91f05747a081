package org.tasuki.matters;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.CaseTeam;
import org.tasuki.casefile.Refusal;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.Role;
import org.tasuki.people.SignedIn;
import org.tasuki.staffing.Candidate;
import org.tasuki.staffing.Candidates;

/** Whom a matter may be for: oneself, who works on the case, or any desk of the center. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Addressees {

    private static final String PERSON = "person:";
    private static final String DESK = "desk:";
    private static final String STEP = "doMatter";

    private final CaseTeam team;
    private final Accounts accounts;
    private final Candidates candidates;
    private final Acting acting;

    Addressees(CaseTeam team, Accounts accounts, Candidates candidates, Acting acting) {
        this.team = team;
        this.accounts = accounts;
        this.candidates = candidates;
        this.acting = acting;
    }

    /** @param person null: it waits at the desk */
    record Addressee(String desk, @Nullable String person) {}

    /** The officer of the case first, then oneself, then whoever works on it. */
    public Set<String> people(CaseFile file) {
        Set<String> people = new LinkedHashSet<>();
        String officer = file.officer();
        if (officer != null) {
            people.add(officer);
        }
        people.add(acting.current().account());
        team.of(file.number()).forEach(member -> people.add(member.account()));
        people.removeIf(
                account -> accounts.find(account).filter(SignedIn::enabled).isEmpty());
        return people;
    }

    public static List<String> desks() {
        return Arrays.stream(Role.values())
                .filter(Role::ofCenter)
                .map(Role::key)
                .toList();
    }

    /** @throws Refusal when there is no such person or desk, or the person must not have it now */
    Addressee find(CaseFile file, String to) {
        if (to.startsWith(DESK) && desks().contains(to.substring(DESK.length()))) {
            return new Addressee(to.substring(DESK.length()), null);
        }
        String account = to.startsWith(PERSON) ? to.substring(PERSON.length()) : "";
        if (!people(file).contains(account)) {
            throw new Refusal("to", "matters.to.missing");
        }
        Role role = deskOf(accounts.find(account).orElseThrow());
        Candidate person = candidates.of(file.number(), role, STEP).find(account);
        Candidate.Hindrance hindrance = person == null ? Candidate.Hindrance.EXCLUDED : person.hindrance();
        if (hindrance != null) {
            throw new Refusal("to", hindrance == Candidate.Hindrance.AWAY ? "matters.to.away" : "matters.to.kept");
        }
        return new Addressee(role.key(), account);
    }

    private static Role deskOf(SignedIn person) {
        return person.roles().stream()
                .filter(Role::ofCenter)
                .min((one, other) ->
                        Boolean.compare(other == Role.OFFICER, one == Role.OFFICER) * 100 + one.compareTo(other))
                .orElseThrow(() -> new Refusal("to", "matters.to.kept"));
    }
}
