package org.tasuki.staffing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntBiFunction;

/** What speaks for one person and not for another. Its name is the reason that people read. */
public enum Criterion {
    /** The case's officer knows the family (担当者). */
    OFFICER((person, asked) -> person.officer() ? 1 : 0),
    /** All that the step asks for. */
    SKILLS((person, asked) -> person.skills().containsAll(asked.skills()) ? 1 : 0),
    LANGUAGE((person, asked) -> asked.language() == null || person.languages().contains(asked.language()) ? 1 : 0),
    SEX((person, asked) -> asked.sex() == null || asked.sex().equals(person.sex()) ? 1 : 0),
    /** The fewest open cases and tasks. */
    LOAD((person, asked) -> -person.load());

    private final ToIntBiFunction<Candidate, Asked> fitness;

    Criterion(ToIntBiFunction<Candidate, Asked> fitness) {
        this.fitness = fitness;
    }

    /** The higher, the better. */
    int fitness(Candidate person, Asked asked) {
        return fitness.applyAsInt(person, asked);
    }

    /** Whether one who must fulfil it does; a load is never too heavy by itself. */
    boolean isMet(Candidate person, Asked asked) {
        return this == LOAD || fitness(person, asked) > 0;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Criterion> find(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}
