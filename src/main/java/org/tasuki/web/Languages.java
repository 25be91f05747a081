package org.tasuki.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two languages of the pages: Japanese first, English complete. */
final class Languages {

    static final Locale DEFAULT = Locale.JAPANESE;

    private static final List<Locale> ALL = List.of(Locale.JAPANESE, Locale.ENGLISH);

    private Languages() {}

    /** Japanese for whatever is not one of the two. */
    static Locale of(@Nullable String tag) {
        return ALL.stream()
                .filter(locale -> locale.getLanguage().equals(tag))
                .findFirst()
                .orElse(DEFAULT);
    }

    static Locale other(Locale locale) {
        return isEnglish(locale) ? Locale.JAPANESE : Locale.ENGLISH;
    }

    static boolean isEnglish(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    }
}
