package org.tasuki.courses;

import java.util.Locale;

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
}
