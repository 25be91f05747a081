package org.tasuki.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of the navigation at most one entry is where one is. */
class NavigationEntryTest {

    private static final List<NavigationEntry> ENTRIES = Stream.of(
                    "/inbox", "/training", "/training/sessions", "/cases")
            .map(path -> new NavigationEntry(path, "label", Set.of()))
            .toList();

    @ParameterizedTest
    @CsvSource({
        "/training, /training",
        "/training/record, /training",
        "/training/sessions, /training/sessions",
        "/training/sessions/12, /training/sessions",
        "/training/sessionsplus, /training",
        "/inbox-settings, ''",
        "/, ''",
    })
    void theNearestEntryIsTheCurrentOne(String page, String current) {
        assertThat(NavigationEntry.shown(ENTRIES, page).stream()
                        .filter(NavigationEntry.Shown::current)
                        .map(NavigationEntry.Shown::path)
                        .toList())
                .isEqualTo(current.isEmpty() ? List.of() : List.of(current));
    }
}
