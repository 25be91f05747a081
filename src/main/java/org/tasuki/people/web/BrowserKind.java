package org.tasuki.people.web;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A browser in plain words. Only the kind is kept, for its owner to tell one desk from another. */
enum BrowserKind {
    EDGE("Edg"),
    FIREFOX("Firefox/"),
    CHROME("Chrome/"),
    SAFARI("Safari/"),
    OTHER("");

    /** Browsers also name those that they are like: the order decides. */
    private final String mark;

    BrowserKind(String mark) {
        this.mark = mark;
    }

    static BrowserKind of(@Nullable String userAgent) {
        return Arrays.stream(values())
                .filter(kind -> userAgent != null && userAgent.contains(kind.mark))
                .findFirst()
                .orElse(OTHER);
    }

    public String key() {
        return "people.browser." + name().toLowerCase(Locale.ROOT);
    }
}
