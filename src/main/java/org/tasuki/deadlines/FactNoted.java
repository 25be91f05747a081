package org.tasuki.deadlines;

import java.util.Set;
import org.tasuki.terms.CaseNumber;

/** Something that rules count from was noted, or corrected. */
record FactNoted(CaseNumber number, Set<String> names) {}
