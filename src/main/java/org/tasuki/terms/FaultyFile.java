package org.tasuki.terms;

import org.jspecify.annotations.Nullable;

/** A file of the office's rules that cannot be used, so that the house does not open. The message names the file, the place and what to do. */
public abstract class FaultyFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected FaultyFile(String problem) {
        this(problem, null);
    }

    protected FaultyFile(String problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
