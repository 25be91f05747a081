package org.tasuki.retention.web;

import java.util.Map;

/**
 * What was typed into one of the page's forms, and what is wrong with it.
 *
 * @param problems message keys by field
 */
record RetentionEntry(String choice, String until, String reason, String sure, Map<String, String> problems) {

    static final RetentionEntry NOTHING = new RetentionEntry("", "", "", "", Map.of());
}
