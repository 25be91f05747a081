package org.tasuki.disclosure.web;

import java.util.Map;

/**
 * What was typed into one of the forms, and what is wrong with it.
 *
 * @param problems message keys by field
 */
record DisclosureEntry(String requester, String received, String reason, Map<String, String> problems) {

    static final DisclosureEntry NOTHING = new DisclosureEntry("", "", "", Map.of());
}
