package org.tasuki.enrolment;

import java.util.Locale;
import org.tasuki.courses.Audience;

/** As the tables spell them. */
final class Audiences {

    private Audiences() {}

    static Audience of(String key) {
        return Audience.valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
