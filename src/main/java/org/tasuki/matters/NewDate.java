package org.tasuki.matters;

import java.time.LocalDate;
import org.tasuki.casefile.Refusal;
import org.tasuki.terms.Typing;

/** The day to which a matter is moved, and why. */
public record NewDate(LocalDate day, String reason) {

    public static final int MOST = 200;

    /** @throws Refusal at the first field that cannot stand */
    public static NewDate of(String day, String reason) {
        String why = Typing.tidy(reason);
        if (why.isEmpty()) {
            throw new Refusal("reason", "matters.move.reason.missing");
        }
        if (Typing.length(why) > MOST) {
            throw new Refusal("reason", "matters.move.reason.tooLong");
        }
        if (Typing.hostile(why, false)) {
            throw new Refusal("reason", "matters.words.characters");
        }
        return new NewDate(NewMatter.day(day), why);
    }

    /** Never into a log: the reason may name a family. */
    @Override
    public String toString() {
        return "NewDate " + day;
    }
}
