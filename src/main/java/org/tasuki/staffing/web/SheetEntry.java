package org.tasuki.staffing.web;

import java.util.Map;

/**
 * What was typed for whoever takes the case, and what is wrong with it.
 *
 * @param problems message keys by field
 */
record SheetEntry(String lookOut, String nextVisit, Map<String, String> problems) {

    static final SheetEntry NOTHING = new SheetEntry("", "", Map.of());
}
