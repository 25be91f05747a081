package org.tasuki.enrolment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether somebody came (出欠). */
public enum Attendance {
    PRESENT,
    PART,
    ABSENT;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Attendance> find(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    /** Why not, or not all the time. A choice and no text: why somebody was ill is nothing for a list. */
    public enum Reason {
        DUTY,
        URGENT,
        LEAVE,
        CONNECTION,
        OTHER;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Reason> find(String key) {
            return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
        }
    }
}
