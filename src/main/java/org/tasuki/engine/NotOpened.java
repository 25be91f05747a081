package org.tasuki.engine;

import org.tasuki.terms.Text;

/** A file that cannot be shown; the reason never repeats the file's own words. */
public final class NotOpened extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    NotOpened(Text reason) {
        super(reason.en());
        this.reason = reason;
    }

    public Text reason() {
        return reason;
    }
}
