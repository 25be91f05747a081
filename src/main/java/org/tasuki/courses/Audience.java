package org.tasuki.courses;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whom a track is for: the five professions whose response the plan for measures against child sexual abuse wants bettered by training. */
public enum Audience {
    CHILD_WELFARE,
    SCHOOL,
    POLICE,
    JUVENILE_GUIDANCE,
    PROSECUTION;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Audience> find(String key) {
        return Arrays.stream(values())
                .filter(audience -> audience.key().equals(key))
                .findFirst();
    }
}
