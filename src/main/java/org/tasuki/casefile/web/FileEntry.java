package org.tasuki.casefile.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tasuki.casefile.DocumentKind;

/**
 * The small form that adds a file to a case. A browser never lets a page fill in the file itself again.
 *
 * @param problems message keys by field
 */
record FileEntry(String title, String kind, boolean revealsNotifier, Map<String, String> problems) {

    static final FileEntry NOTHING = new FileEntry("", "", false, Map.of());

    public List<String> kinds() {
        return Arrays.stream(DocumentKind.values()).map(DocumentKind::key).toList();
    }
}
