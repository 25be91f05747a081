package org.tasuki.inbox.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tasuki.inbox.InboxMoved;

/** The lines to the open pages: so many a person, and none beyond their session. */
class OpenStreamsTest {

    private static final Set<String> DESK = Set.of("story/officer");

    private final Set<String> signedIn = new HashSet<>(Set.of("one", "two"));
    private final OpenStreams streams = new OpenStreams(signedIn::contains, 1);

    @BeforeEach
    void open() {
        streams.start();
    }

    @Test
    void aPersonHasSoManyAndTheirColleagueTheirOwn() {
        for (int i = 0; i < OpenStreams.MOST_A_PERSON; i++) {
            assertThat(streams.begin("officer", "one", DESK)).isPresent();
        }
        assertThat(streams.begin("officer", "one", DESK)).isPresent();
        assertThat(streams.count("officer")).as("the oldest has ended").isEqualTo(OpenStreams.MOST_A_PERSON);
        assertThat(streams.begin("officer2", "two", DESK)).isPresent();
        assertThat(streams.count("officer2")).isOne();
    }

    @Test
    void aSessionThatHasEndedTakesItsLinesAlong() {
        streams.begin("officer", "one", DESK);
        streams.begin("officer", "two", DESK);
        streams.beat();
        assertThat(streams.count("officer")).isEqualTo(2);
        signedIn.remove("one");
        streams.on(new InboxMoved(DESK));
        streams.beat();
        assertThat(streams.count("officer")).isOne();
    }

    @Test
    void aHouseThatClosesWaitsForNone() {
        streams.begin("officer", "one", DESK);
        streams.stop();
        assertThat(streams.count("officer")).isZero();
        assertThat(streams.begin("officer", "one", DESK)).isEmpty();
    }
}
