package org.tasuki.practice;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tasuki.people.Actor;
import org.tasuki.terms.Realm;

/**
 * A class (研修クラス).
 *
 * @param center its key as a center
 * @param code what people type to take part; no letter in it is taken for another
 * @param trainer whose class it is
 * @param pausedAt since when its clock stands; null while it goes
 * @param erasedAt when what was done in it was erased
 * @param debriefAt since when its people may look back at what they did; null while only the trainer does
 * @param debriefWay the way that they are held against; null for each case's own
 */
public record PracticeClass(
        String center,
        String name,
        String code,
        String trainer,
        Instant openedAt,
        @Nullable Instant pausedAt,
        @Nullable Instant endedAt,
        @Nullable Instant erasedAt,
        @Nullable Instant debriefAt,
        @Nullable String debriefWay) {

    static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    static final int LENGTH = 6;

    private static final Pattern CODE = Pattern.compile("[" + LETTERS + "]{" + LENGTH + "}");

    public boolean open() {
        return endedAt == null;
    }

    public boolean erased() {
        return erasedAt != null;
    }

    public boolean paused() {
        return pausedAt != null;
    }

    /** Whether nothing is done in it: for a while, or for good. */
    public boolean stands() {
        return paused() || !open();
    }

    /** Whether its people may look back. */
    public boolean debriefs() {
        return open() && debriefAt != null;
    }

    /** Whoever sees all of the class, and does what nobody in it does. */
    public Actor house() {
        return Actor.system(center);
    }

    static String centerOf(String code) {
        return Realm.PRACTICE + code.toLowerCase(Locale.ROOT);
    }

    /** As it was meant: in small letters, or with spaces. Empty when it cannot be one. */
    static String code(String typed) {
        String code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return CODE.matcher(code).matches() ? code : "";
    }
}
