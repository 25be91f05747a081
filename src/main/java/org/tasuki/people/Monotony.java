package org.tasuki.people;

import java.util.stream.IntStream;

/** 12345678-style passwords: characters that follow or repeat each other, or one short piece again and again. */
final class Monotony {

    /** A step that goes elsewhere must come at least this often, in so many characters. */
    private static final int STEPS_FOR_ONE_BREAK = 4;

    private Monotony() {}

    static boolean in(String plain) {
        return follows(plain) || repeats(plain);
    }

    private static boolean follows(String plain) {
        long breaks = IntStream.range(1, plain.length())
                .filter(i -> !isStep(plain.charAt(i - 1), plain.charAt(i)))
                .count();
        return breaks < plain.length() / STEPS_FOR_ONE_BREAK;
    }

    private static boolean isStep(char before, char after) {
        return Math.abs(after - before) <= 1 || before == '9' && after == '0' || before == '0' && after == '9';
    }

    private static boolean repeats(String plain) {
        return IntStream.rangeClosed(1, plain.length() / 2)
                .anyMatch(period -> plain.startsWith(plain.substring(period)));
    }
}
