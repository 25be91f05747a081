package org.tasuki.bulk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done to each task.
 *
 * @param person to whom it is given; of no other act
 * @param reason the supervisor's, as a key; null where none is asked for
 */
public record Order(Act act, @Nullable String person, @Nullable String reason) {

    public enum Act {
        GIVE, // 割り振り
        BACK, // 机に戻す
        RAISE, // 優先にする
        LOWER, // 優先を外す
        PRINT; // 印刷

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Act> find(@Nullable String key) {
            return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
        }

        /** Whether somebody is told why. */
        public boolean asksWhy() {
            return this == GIVE || this == RAISE;
        }
    }
}
