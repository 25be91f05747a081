package org.tasuki.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletRequest;

/** So many at once, so many a minute after that; each for themselves. */
class PaceTests {

    private final Watch watch = new Watch(Instant.parse("2026-11-25T00:00:00Z"));
    private final Pace pace = new Pace(watch, new Allowance(5, 6));

    @Test
    void afterSoManyAtOnceSomebodyWaitsForTheNextOne() {
        assertThat(taken(pace, "officer", 5)).isEqualTo(5);
        assertThat(pace.take("officer").pause()).isEqualTo(Duration.ofSeconds(10));
        watch.passes(Duration.ofSeconds(9));
        assertThat(pace.take("officer").pause()).isEqualTo(Duration.ofSeconds(1));
        watch.passes(Duration.ofSeconds(1));
        assertThat(taken(pace, "officer", 5)).isEqualTo(1);
    }

    @Test
    void whoeverRestsHasAllOfThemAgainAndNoMore() {
        taken(pace, "officer", 5);
        watch.passes(Duration.ofHours(10));
        assertThat(taken(pace, "officer", 20)).isEqualTo(5);
    }

    /** A loop that goes on while it is refused does not keep itself, or anybody else, out. */
    @Test
    void askingInVainCostsNothing() {
        taken(pace, "officer", 5000);
        assertThat(pace.take("officer").pause()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aColleagueHasTheirOwn() {
        taken(pace, "officer", 5000);
        assertThat(taken(pace, "colleague", 5)).isEqualTo(5);
    }

    @Test
    void aBurstIsMentionedOnce() {
        taken(pace, "officer", 5);
        assertThat(pace.take("officer").first()).isTrue();
        for (int i = 0; i < 100; i++) {
            watch.passes(Duration.ofSeconds(5));
            assertThat(pace.take("officer").first()).isFalse();
        }
        watch.passes(Duration.ofMinutes(2));
        taken(pace, "officer", 5);
        assertThat(pace.take("officer").first()).isTrue();
    }

    @Test
    void whatIsKeptHasABound() {
        taken(pace, "officer", 5);
        for (int i = 0; i < Pace.MOST_KEPT; i++) {
            pace.take("address " + i);
        }
        assertThat(pace.take("officer").isFree()).isTrue();
    }

    @Test
    void nothingIsNoAllowance() {
        assertThatThrownBy(() -> new Allowance(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** An officer goes through forty cases in the morning: each opened, three of its pages, a paper, and the list again. */
    @Test
    void theShippedLimitsDoNotSlowAMorningsWork() throws IOException {
        Pace views = shipped(Kind.VIEWS);
        Pace papers = shipped(Kind.PAPERS);
        Pace pages = shipped(Kind.PAGES);
        Pace searches = shipped(Kind.SEARCHES);
        for (int i = 0; i < 40; i++) {
            assertThat(taken(views, "officer", 4)).isEqualTo(4);
            assertThat(taken(papers, "officer", 1)).isOne();
            assertThat(taken(pages, "officer", 1)).isOne();
            assertThat(taken(searches, "officer", 1)).isOne();
            watch.passes(Duration.ofSeconds(1));
        }
        assertThat(taken(shipped(Kind.VIEWS), "officer", 120)).isEqualTo(120);
        assertThat(taken(shipped(Kind.PAGES), "officer", 120)).isEqualTo(120);
    }

    /** An hour without a pause, a draft saved with every breath: 600 ms after the last key. */
    @Test
    void theShippedLimitsDoNotSlowAnHourOfTyping() throws IOException {
        Pace typing = shipped(Kind.TYPING);
        for (int i = 0; i < 3600; i++) {
            assertThat(typing.take("officer").isFree()).isTrue();
            watch.passes(Duration.ofSeconds(1));
        }
    }

    /** At half past eight a hundred people sign in, all by the office's one address. */
    @Test
    void theShippedLimitsLetAWholeOfficeIn() throws IOException {
        assertThat(taken(shipped(Kind.ADDRESS), "203.0.113.7", 400)).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /search, SEARCHES",
        "GET, /search, PAGES",
        "GET, /cases/YK-2026-00001, VIEWS",
        "GET, /cases/YK-2026-00001/timeline, VIEWS",
        "GET, /cases/YK-2026-00001/disclosures/7, VIEWS",
        "GET, /cases/YK-2026-00001/disclosures/7/package, PAPERS",
        "GET, /cases/YK-2026-00001/files/00000000-0000-0000-0000-000000000001, PAPERS",
        "POST, /cases/YK-2026-00001/files, UPLOADS",
        "POST, /tasks/t1/draft, TYPING",
        "POST, /tasks/t1/completion, PAGES",
        "POST, /consultations/duplicates, TYPING",
        "POST, /consultations/drafts/d1, TYPING",
        "GET, /retention/YK-2026-00001, VIEWS",
        "GET, /inbox, PAGES"
    })
    void eachAddressIsCountedWithItsKind(String method, String path, Kind kind) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        assertThat(Kind.of(request)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.7, 203.0.113.7", "2001:db8:0:1:a:b:c:d, 2001:db8:0:1", "2001:db8:0:1:0:0:0:1, 2001:db8:0:1"})
    void aNetworkOfOneCustomerIsOne(String address, String network) {
        assertThat(Network.of(address)).isEqualTo(network);
    }

    private Pace shipped(Kind kind) throws IOException {
        Map<Kind, Allowance> limits = new Binder(ConfigurationPropertySources.from(
                        new YamlPropertySourceLoader().load("shipped", new ClassPathResource("application.yaml"))))
                .bind("tasuki.limits", Bindable.mapOf(Kind.class, Allowance.class))
                .get();
        return new Pace(watch, Objects.requireNonNull(limits.get(kind)));
    }

    private static int taken(Pace pace, String who, int times) {
        int taken = 0;
        for (int i = 0; i < times; i++) {
            taken += pace.take(who).isFree() ? 1 : 0;
        }
        return taken;
    }
}
