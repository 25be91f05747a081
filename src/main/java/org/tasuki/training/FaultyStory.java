package org.tasuki.training;

import org.jspecify.annotations.Nullable;
import org.tasuki.terms.FaultyFile;

/** A file of the training that cannot be used; the message names the file, the place, and what to do. */
public final class FaultyStory extends FaultyFile {

    private static final long serialVersionUID = 1L;

    FaultyStory(String file, String problem) {
        this(file, problem, null);
    }

    FaultyStory(String file, String problem, @Nullable Throwable cause) {
        super("training/" + file + ": " + problem, cause);
    }
}
