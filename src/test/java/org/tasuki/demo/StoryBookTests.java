package org.tasuki.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tasuki.deadlines.JapaneseCalendar;

/** The stories of a year: as the statistics have them, and the same each time. */
class StoryBookTests {

    private static final Instant ANCHOR = Instant.parse("2026-11-24T01:00:00Z");
    private static final int YEAR = 950;

    private final StoryBook book = new StoryBook(OfficeBook.read(), JapaneseCalendar.usual());

    @Test
    void typesFollowTheSharesOfTheFiscalYear() {
        double abuse = share(story -> !story.kind().abuse().equals("notAbuse"));

        assertThat(share(abuse("psychological")) / abuse).isCloseTo(134_948 / 225_509.0, within(0.03));
        assertThat(share(story -> story.kindName().equals("dv")) / abuse).isCloseTo(78_914 / 225_509.0, within(0.03));
        assertThat(share(abuse("physical")) / abuse).isCloseTo(51_623 / 225_509.0, within(0.03));
        assertThat(share(abuse("neglect")) / abuse).isCloseTo(36_465 / 225_509.0, within(0.03));
        assertThat(share(abuse("sexual")) / abuse).isCloseTo(2_473 / 225_509.0, within(0.01));
    }

    @Test
    void routesFollowTheSharesOfTheFiscalYear() {
        assertThat(share(route("police"))).isCloseTo(116_649 / 225_509.0, within(0.03));
        assertThat(share(route("neighbour"))).isCloseTo(22_112 / 225_509.0, within(0.03));
        assertThat(share(route("family"))).isCloseTo(19_196 / 225_509.0, within(0.03));
        assertThat(share(route("school"))).isCloseTo(16_583 / 225_509.0, within(0.03));
    }

    @Test
    void theSameNumberIsTheSameStory() {
        StoryBook again = new StoryBook(OfficeBook.read(), JapaneseCalendar.usual());

        assertThat(stories(again)).isEqualTo(stories(book));
    }

    @Test
    void noStoryBeginsAfterTheOfficeOpensNorMoreThanAYearBefore() {
        assertThat(stories(book))
                .extracting(Story::opened)
                .allMatch(opened -> opened.isBefore(ANCHOR) && opened.isAfter(ANCHOR.minus(Duration.ofDays(366))));
    }

    private static Predicate<Story> abuse(String type) {
        return story -> story.kind().abuse().equals(type);
    }

    private static Predicate<Story> route(String route) {
        return story -> story.facts().get("route").equals(route);
    }

    private double share(Predicate<Story> of) {
        return stories(book).stream().filter(of).count() / (double) YEAR;
    }

    private static List<Story> stories(StoryBook from) {
        return IntStream.range(0, YEAR).mapToObj(seq -> from.story(seq, ANCHOR)).toList();
    }
}
