package org.tasuki.staffing;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tasuki.people.Role;
import org.tasuki.staffing.AssignmentRules.Way;
import org.tasuki.staffing.Candidates.Field;
import org.tasuki.terms.CaseNumber;

/** Gives a task to somebody when it is born, as the office's rules say (自動割当); with the reason, or the reason why not. */
@Component
public class Assignment {

    private final AssignmentRules rules;
    private final Candidates candidates;

    Assignment(AssignmentRules rules, Candidates candidates) {
        this.rules = rules;
        this.candidates = candidates;
    }

    /**
     * In the transaction that bears the task; asks nothing where the office lets people take their tasks.
     *
     * @param proposer whose proposal it approves, and who therefore is not given it: the next who fits is
     */
    public Choice choose(CaseNumber number, Role role, String step, @Nullable String proposer) {
        Way way = rules.way(role);
        if (way == Way.PULL) {
            return Choice.PULL;
        }
        Field field = candidates.of(number, role, step);
        return way == Way.OFFICER ? theOfficer(field, proposer) : theBest(field, proposer);
    }

    private Choice theBest(Field field, @Nullable String proposer) {
        Choice best = theBest(field.without(proposer));
        return best.account() == null && theBest(field).account() != null ? Choice.PROPOSED : best;
    }

    private static Choice theOfficer(Field field, @Nullable String proposer) {
        return field.people().stream()
                .filter(Candidate::officer)
                .findFirst()
                .map(officer -> officer.account().equals(proposer)
                        ? Choice.PROPOSED
                        : orSubstitute(officer, Criterion.OFFICER.key(), field.without(proposer)))
                .orElse(Choice.NO_OFFICER);
    }

    private static Choice orSubstitute(Candidate person, String why, Field field) {
        return person.hindrance() == null
                ? Choice.of(person, why)
                : standIn(person, field)
                        .map(substitute -> Choice.substitute(substitute, person))
                        .orElse(Choice.NOBODY_HERE);
    }

    /** The first of the substitutes who is here, works at this desk, and from whom the case is not kept. */
    public static Optional<Candidate> standIn(Candidate away, Field field) {
        return away.substitutes().stream()
                .map(field::find)
                .filter(Objects::nonNull)
                .filter(substitute -> substitute.hindrance() == null)
                .findFirst();
    }

    Choice theBest(Field field) {
        List<Candidate> fitting = field.people().stream()
                .filter(person -> person.hindrance() == null)
                .filter(person -> rules.must().stream().allMatch(must -> must.isMet(person, field.asked())))
                .sorted(best(field))
                .toList();
        if (fitting.isEmpty()) {
            return field.people().stream().allMatch(person -> person.hindrance() != null)
                    ? Choice.NOBODY_HERE
                    : Choice.NOBODY_FITS;
        }
        return Choice.of(fitting.get(0), why(fitting, field));
    }

    private Comparator<Candidate> best(Field field) {
        Comparator<Candidate> best = Comparator.comparing(person -> 0);
        for (Criterion criterion : rules.prefer()) {
            best = best.thenComparing(person -> -criterion.fitness(person, field.asked()));
        }
        return best.thenComparing(Candidate::account);
    }

    /** The first criterion that told the best from the next. */
    private String why(List<Candidate> fitting, Field field) {
        @Nullable Candidate next = fitting.size() < 2 ? null : fitting.get(1);
        if (next == null) {
            return "only";
        }
        return rules.prefer().stream()
                .filter(one -> one.fitness(fitting.get(0), field.asked()) > one.fitness(next, field.asked()))
                .findFirst()
                .map(Criterion::key)
                .orElse("equal");
    }
}
