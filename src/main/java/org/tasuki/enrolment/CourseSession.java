package org.tasuki.enrolment;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tasuki.courses.Audience;
import org.tasuki.terms.Text;

/**
 * A course that is held at a time (研修の実施).
 *
 * @param name of the course, as it was called when this was announced
 * @param place where, in person; null online, or where it says nothing more than the link
 * @param link where, online; null when the trainer tells it otherwise
 * @param taken how many of the places
 * @param code what who is there types, while it runs; for trainers' eyes
 */
public record CourseSession(
        long id,
        String course,
        Audience audience,
        Text name,
        boolean online,
        @Nullable String place,
        @Nullable String link,
        Instant startsAt,
        Instant endsAt,
        int capacity,
        int taken,
        String code,
        @Nullable Instant cancelledAt) {

    public boolean full() {
        return taken >= capacity;
    }

    public int left() {
        return capacity - taken;
    }

    public boolean cancelled() {
        return cancelledAt != null;
    }

    public boolean begun(Instant now) {
        return !now.isBefore(startsAt);
    }

    public boolean over(Instant now) {
        return !now.isBefore(endsAt);
    }

    public boolean runs(Instant now) {
        return begun(now) && !over(now) && !cancelled();
    }

    public Duration length() {
        return Duration.between(startsAt, endsAt);
    }

    public int minutes() {
        return (int) length().toMinutes();
    }
}
