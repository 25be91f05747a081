package org.tasuki.casefile.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tasuki.casefile.UnmaskingReason;

/**
 * The small form that asks why the notifier must be known.
 *
 * @param problems message keys by field
 */
record UnmaskingEntry(String reason, String words, Map<String, String> problems) {

    static final UnmaskingEntry NOTHING = new UnmaskingEntry("", "", Map.of());

    public List<String> reasons() {
        return Arrays.stream(UnmaskingReason.Kind.values())
                .map(UnmaskingReason.Kind::key)
                .toList();
    }
}
