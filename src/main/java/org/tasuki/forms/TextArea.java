package org.tasuki.forms;

import java.util.List;
import java.util.Locale;

/** Several lines of text. */
record TextArea(Head head, Bounds bounds) implements SingleField {

    static final int USUAL_LENGTH = 4000;

    @Override
    public int longest() {
        return bounds.maxLength();
    }

    @Override
    public boolean manyLines() {
        return true;
    }

    @Override
    public Read convert(String text, Lookups lookups) {
        return bounds.check(text);
    }

    @Override
    public List<String> shown(Object answer, Locale locale, Lookups lookups) {
        return answer.toString().lines().toList();
    }
}
