package org.tasuki.matters;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tasuki.casefile.Refusal;
import org.tasuki.terms.Typing;

/**
 * What somebody asks for, fit to be begun.
 *
 * @param id made by the page, so that the same form sent twice begins one matter
 * @param to {@code person:<account>} or {@code desk:<role>}
 * @param fromTask of a question: the task that it is asked from
 */
public record NewMatter(UUID id, String kind, String words, LocalDate day, String to, @Nullable String fromTask) {

    public static final int MOST = 500;

    /** @throws Refusal at the first field that cannot stand */
    public static NewMatter of(String id, String kind, String words, String day, String to) {
        if (!Matter.KINDS.contains(kind)) {
            throw new Refusal("kind", "matters.kind.missing");
        }
        return new NewMatter(id(id), kind, fit(words), day(day), to, null);
    }

    /** @throws Refusal at the first field that cannot stand */
    public static NewMatter question(String id, String words, String day, String to, String fromTask) {
        return new NewMatter(id(id), Matter.QUESTION, fit(words), day(day), to, fromTask);
    }

    /** @throws Refusal when the day has passed, or lies so far ahead that it is a slip of the pen */
    void mustLieAhead(LocalDate today) {
        mustLieAhead(day, today);
    }

    static void mustLieAhead(LocalDate day, LocalDate today) {
        if (day.isBefore(today)) {
            throw new Refusal("day", "matters.day.past");
        }
        if (day.isAfter(today.plusYears(2))) {
            throw new Refusal("day", "matters.day.far");
        }
    }

    private static String fit(String typed) {
        String words = Typing.tidy(typed);
        if (words.isEmpty()) {
            throw new Refusal("words", "matters.words.missing");
        }
        if (Typing.length(words) > MOST) {
            throw new Refusal("words", "matters.words.tooLong");
        }
        if (Typing.hostile(words, true)) {
            throw new Refusal("words", "matters.words.characters");
        }
        return words;
    }

    static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException noDay) {
            throw new Refusal("day", "matters.day.missing");
        }
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException forged) {
            return UUID.randomUUID();
        }
    }

    /** Never into a log: it may name a family. */
    @Override
    public String toString() {
        return "NewMatter " + id;
    }
}
