package org.tasuki.matters;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.CaseTeam;
import org.tasuki.casefile.Comments;
import org.tasuki.casefile.Refusal;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.Role;
import org.tasuki.people.SignedIn;
import org.tasuki.staffing.Candidate;
import org.tasuki.staffing.Candidates;

/** Whom a matter may be for: oneself, who works on the case, or any desk of the center; of a question, a colleague who sees the case. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Addressees {

    private static final String PERSON = "person:";
    private static final String DESK = "desk:";

    private final CaseTeam team;
    private final Comments comments;
    private final Accounts accounts;
    private final Candidates candidates;
    private final Acting acting;

    Addressees(CaseTeam team, Comments comments, Accounts accounts, Candidates candidates, Acting acting) {
        this.team = team;
        this.comments = comments;
        this.accounts = accounts;
        this.candidates = candidates;
        this.acting = acting;
    }

    /** @param person null: it waits at the desk */
    record Addressee(String desk, @Nullable String person) {}

    /** @param desk where they would answer */
    public record Colleague(String account, String desk, boolean away) {}

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

    /** Who can be asked about the case: those who are here first. */
    public List<Colleague> colleagues(CaseFile file) {
        return comments.mentionable(file).stream()
                .map(person -> new Colleague(
                        person.getUsername(),
                        deskOf(person).key(),
                        hindrance(file, person, Matter.QUESTION) == Candidate.Hindrance.AWAY))
                .sorted(Comparator.comparing(Colleague::away))
                .toList();
    }

    /** @throws Refusal when there is no such person or desk, or the person must not have it now */
    Addressee find(CaseFile file, NewMatter matter) {
        String to = matter.to();
        if (matter.fromTask() != null) {
            return colleague(file, to);
        }
        if (to.startsWith(DESK) && desks().contains(to.substring(DESK.length()))) {
            return new Addressee(to.substring(DESK.length()), null);
        }
        String account = to.startsWith(PERSON) ? to.substring(PERSON.length()) : "";
        if (!people(file).contains(account)) {
            throw new Refusal("to", "matters.to.missing");
        }
        SignedIn person = accounts.find(account).orElseThrow();
        Candidate.Hindrance hindrance = hindrance(file, person, matter.kind());
        if (hindrance != null) {
            throw new Refusal("to", hindrance == Candidate.Hindrance.AWAY ? "matters.to.away" : "matters.to.kept");
        }
        return new Addressee(deskOf(person).key(), account);
    }

    private Addressee colleague(CaseFile file, String account) {
        Colleague asked = colleagues(file).stream()
                .filter(one -> one.account().equals(account))
                .findFirst()
                .orElseThrow(() -> new Refusal("to", "matters.question.to.missing"));
        if (asked.away()) {
            throw new Refusal("to", "matters.question.to.away");
        }
        return new Addressee(asked.desk(), account);
    }

    private Candidate.@Nullable Hindrance hindrance(CaseFile file, SignedIn person, String kind) {
        Candidate found =
                candidates.of(file.number(), deskOf(person), Matter.step(kind)).find(person.getUsername());
        return found == null ? Candidate.Hindrance.EXCLUDED : found.hindrance();
    }

    private static Role deskOf(SignedIn person) {
        return person.roles().stream()
                .filter(Role::ofCenter)
                .min((one, other) ->
                        Boolean.compare(other == Role.OFFICER, one == Role.OFFICER) * 100 + one.compareTo(other))
                .orElseThrow(() -> new Refusal("to", "matters.to.kept"));
    }
}
