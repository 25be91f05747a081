package org.tasuki.staffing;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person brings along that a task may ask for.
 *
 * @param hours working time in percent of a full post
 */
public record StaffProfile(int hours, @Nullable String sex, Set<String> languages, Set<String> skills) {

    static final StaffProfile UNKNOWN = new StaffProfile(100, null, Set.of(), Set.of());
}
