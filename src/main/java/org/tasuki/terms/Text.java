package org.tasuki.terms;

import java.util.Locale;

/** A text in both of the office's languages. */
public record Text(String ja, String en) {

    /** English for an English reader, Japanese for everybody else. */
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : ja;
    }
}
