package org.tasuki.disclosure.web;

import java.util.Map;

/**
 * What was typed into one of the forms, and what is wrong with it.
 *
 * @param act which of the forms: the last word of its address
 * @param problems message keys by field
 */
record DisclosureEntry(
        String act, String requester, String received, String reason, String late, Map<String, String> problems) {

    static final DisclosureEntry NOTHING = new DisclosureEntry("", "", "", "", "", Map.of());
}
