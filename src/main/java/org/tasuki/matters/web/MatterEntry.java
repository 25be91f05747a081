package org.tasuki.matters.web;

import java.util.Map;

/**
 * What was typed into one of the two forms, and what is wrong with it.
 *
 * @param problems message keys by field
 */
record MatterEntry(
        String kind, String words, String day, String to, String agency, String purpose, Map<String, String> problems) {

    static final MatterEntry NOTHING = new MatterEntry("reminder", "", "", "", "", "", Map.of());

    MatterEntry with(String field, String problem) {
        return new MatterEntry(kind, words, day, to, agency, purpose, Map.of(field, problem));
    }
}
