package org.tasuki.terms;

import java.util.regex.Pattern;

/**
 * The number of a case (ケース番号): the center's prefix, the fiscal year it was opened in, and a sequence within both, as
 * in {@code YK-2026-00042}. It says nothing about the child, so it may stand in addresses, logs and the engine.
 */
public record CaseNumber(String value) implements Comparable<CaseNumber> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2,4}-\\d{4}-\\d{5,7}");

    /** @throws IllegalArgumentException when the text has not the shape of a case number; the text is not repeated */
    public CaseNumber {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a case number");
        }
    }

    public static CaseNumber of(String prefix, FiscalYear year, long sequence) {
        return new CaseNumber("%s-%04d-%05d".formatted(prefix, year.value(), sequence));
    }

    public static boolean looksLike(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public int compareTo(CaseNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
