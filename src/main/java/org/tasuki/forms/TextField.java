package org.tasuki.forms;

/** One line of text. */
record TextField(Head head, Bounds bounds) implements SingleField {

    static final int USUAL_LENGTH = 200;

    @Override
    public int longest() {
        return bounds.maxLength();
    }

    @Override
    public Read convert(String text, Lookups lookups) {
        return bounds.check(text);
    }
}
