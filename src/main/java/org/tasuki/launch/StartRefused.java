package org.tasuki.launch;

import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Text;

/** Why the start cannot go on, in words for whoever typed the command. Printed as it is, without a stack trace. */
final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartRefused(Text reason) {
        this(reason, null);
    }

    StartRefused(Text reason, @Nullable Throwable cause) {
        super(reason.ja() + "\n" + reason.en(), cause);
    }
}
