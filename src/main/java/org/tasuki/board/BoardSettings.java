package org.tasuki.board;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What only the office knows.
 *
 * @param protectionPlaces how many children the center's own protection facility has places for, by center
 */
@ConfigurationProperties("tasuki.board")
public record BoardSettings(@Nullable Map<String, Integer> protectionPlaces) {

    /** Null when the office has not said. */
    public @Nullable Integer placesOf(@Nullable String center) {
        return protectionPlaces == null ? null : protectionPlaces.get(center);
    }
}
