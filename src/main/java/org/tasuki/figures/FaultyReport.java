package org.tasuki.figures;

import org.jspecify.annotations.Nullable;
import org.tasuki.terms.FaultyFile;

/** report.yaml cannot be used. */
final class FaultyReport extends FaultyFile {

    private static final long serialVersionUID = 1L;

    FaultyReport(String problem, @Nullable Throwable cause) {
        super("report.yaml: " + problem, cause);
    }
}
