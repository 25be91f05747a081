package org.tasuki.enrolment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tasuki.courses.Course;

/** What a trainer announces. */
public record Announcement(
        Course course,
        boolean online,
        @Nullable String place,
        @Nullable String link,
        Instant startsAt,
        Instant endsAt,
        int capacity) {

    /** Of the places in one session; what the tables hold as well. */
    public static final int MOST = 500;
}
