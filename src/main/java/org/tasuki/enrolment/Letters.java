package org.tasuki.enrolment;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.tasuki.terms.Typing;

/** Capitals and digits of which none is taken for another, for codes that people read out and type. */
final class Letters {

    private static final String ALL = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private Letters() {}

    static String some(Random dice, int many) {
        return dice.ints(many, 0, ALL.length())
                .mapToObj(at -> String.valueOf(ALL.charAt(at)))
                .collect(Collectors.joining());
    }

    /** As it was meant: in small letters, wide, or with blanks and dashes. */
    static String meant(String typed) {
        return Typing.narrow(typed).replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
