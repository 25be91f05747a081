package org.tasuki.deadlines;

/** English wants its plurals. */
final class Counted {

    private Counted() {}

    static String of(int number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
