package org.tasuki.training;

import org.jspecify.annotations.Nullable;
import org.tasuki.terms.FaultyFile;
import org.tasuki.terms.Text;

/** A file of the training that cannot be used; the message names the file, the place, and what to do. */
public final class FaultyStory extends FaultyFile {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    FaultyStory(String file, Text problem) {
        this(file, problem, null);
    }

    FaultyStory(String file, Text problem, @Nullable Throwable cause) {
        super("training/" + file + ": " + problem.en(), cause);
        this.reason = new Text(file + ": " + problem.ja(), file + ": " + problem.en());
    }

    /** For whoever brought the file. */
    public Text reason() {
        return reason;
    }
}
