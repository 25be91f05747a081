package org.tasuki.matters.web;

import java.util.Map;

/**
 * The day to which a matter is to be moved, as it was typed, and what is wrong with it.
 *
 * @param problems message keys by field
 */
record DateEntry(String day, String reason, Map<String, String> problems) {

    static final DateEntry NOTHING = new DateEntry("", "", Map.of());
}
