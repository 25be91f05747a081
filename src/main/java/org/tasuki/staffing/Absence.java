package org.tasuki.staffing;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is away for a while, on the office's clock. Why is not kept beyond its kind.
 *
 * @param until when it ends, or ended before its time
 * @param substitutes in the order in which they are asked
 */
public record Absence(
        long id,
        String center,
        String account,
        Kind kind,
        Instant from,
        Instant until,
        List<String> substitutes,
        @Nullable Instant cancelledAt) {

    /** Nobody need say that they are ill: that is leave as well. */
    public enum Kind {
        LEAVE, // 休暇・休業
        DUTY, // 出張・外勤
        TRAINING, // 研修
        OTHER;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> find(String key) {
            return Arrays.stream(values())
                    .filter(kind -> kind.key().equals(key))
                    .findFirst();
        }
    }

    boolean overlaps(Instant start, Instant end) {
        return from.isBefore(end) && start.isBefore(until);
    }

    public boolean covers(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }

    public boolean isLongerThan(Duration most) {
        return Duration.between(from, until).compareTo(most) >= 0;
    }
}
