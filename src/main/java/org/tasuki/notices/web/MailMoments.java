package org.tasuki.notices.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tasuki.terms.Japan;

/** A moment in a mail: whole, since nobody knows when it is read. */
@Component
class MailMoments {

    private static final DateTimeFormatter JAPANESE = DateTimeFormatter.ofPattern("M月d日(E) H:mm", Locale.JAPANESE);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("EEE d MMM, H:mm", Locale.ENGLISH);

    String full(Instant moment, Locale language) {
        DateTimeFormatter format = Locale.ENGLISH.getLanguage().equals(language.getLanguage()) ? ENGLISH : JAPANESE;
        return format.format(moment.atZone(Japan.ZONE));
    }
}
