package org.tasuki.terms;

import org.jspecify.annotations.Nullable;

/**
 * Real work, and practice: a class is a center of its own, told by its key. The database lets no real center bear such a key, so that
 * whoever knows a center knows the realm.
 */
public final class Realm {

    /** Of the keys of classes, and of the agencies around them. */
    public static final String PRACTICE = "practice-";

    private Realm() {}

    public static boolean isPractice(@Nullable String centerOrAgency) {
        return centerOrAgency != null && centerOrAgency.startsWith(PRACTICE);
    }
}
