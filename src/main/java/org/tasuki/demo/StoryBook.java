package org.tasuki.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Japan;

/** Makes the stories up: the same seed, number and anchor give the same story. */
final class StoryBook {

    /** Changing it changes every story. */
    static final long SEED = 20260401;

    private static final int YEAR = 365;
    private static final double GOLDEN = 0.6180339887498949;
    private static final double SILVER = 0.41421356237309515;

    private final Map<String, Kind> kinds = Kind.read();
    private final Map<String, Kind.Route> routes = Kind.Route.read();
    private final List<Landmark> landmarks = Landmark.read();
    private final Family family;
    private final Crew crew;

    StoryBook(OfficeBook office) {
        this.family = new Family(Names.read());
        this.crew = new Crew(office);
    }

    Story story(int seq, Instant anchor) {
        Dice dice = new Dice(SEED).of("story" + seq);
        Landmark landmark = landmark(seq);
        String kindName = kindName(seq, landmark);
        Kind kind = kind(kindName);
        Instant opened = landmark == null ? opened(dice, anchor) : anchor.minus(landmark.opened());
        Map<String, String> known = new HashMap<>(family.of(kind, opened, dice.of("family")));
        known.putAll(crew.of(kindName, known, landmark, dice.of("crew")));
        known.put("kind", kindName);
        known.put("abuse", kind.abuse());
        known.put("opened", Facts.minutes(opened));
        known.put("serial", String.valueOf(100 + seq));
        known.put("phoneEnd", "%04d".formatted(dice.below("phone", 10_000)));
        known.put("phone", "080-0000-" + known.get("phoneEnd"));
        incoming(seq, kind, known, dice);
        phrases(kind, known, dice);
        return new Story(seq, dice, anchor, opened, kindName, kind, landmark, new Facts(known, opened));
    }

    /** Two of three stories are landmarks, until there are no more. */
    private @Nullable Landmark landmark(int seq) {
        int index = seq / 3 * 2 + seq % 3;
        return seq % 3 == 2 || index >= landmarks.size() ? null : landmarks.get(index);
    }

    /** Evenly spread rather than thrown, so that the shares hold for few cases as well as for many. */
    private String kindName(int seq, @Nullable Landmark landmark) {
        String plotted = landmark == null ? null : landmark.plot().get("kind");
        if (plotted != null) {
            return plotted;
        }
        Map<String, Integer> weights = new LinkedHashMap<>();
        kinds.forEach((name, kind) -> weights.put(name, kind.weight()));
        return Dice.weighted((seq * GOLDEN + 0.5) % 1, weights);
    }

    private Kind kind(String name) {
        Kind kind = kinds.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("no such kind of case: " + name);
        }
        return kind;
    }

    private void incoming(int seq, Kind kind, Map<String, String> known, Dice dice) {
        String name = Dice.weighted((seq * SILVER + 0.5) % 1, kind.routes());
        Kind.Route route = routes.get(name);
        if (route == null) {
            throw new IllegalArgumentException("no such route: " + name);
        }
        String channel = dice.weighted("channel", route.channels());
        known.put("route", name);
        known.put("channel", channel);
        known.put("handedOver", "policeHandOver".equals(channel) ? "yes" : "no");
        known.put("opening", dice.one("opening", route.opening()));
    }

    private static void phrases(Kind kind, Map<String, String> known, Dice dice) {
        known.put("story", dice.one("story", kind.story()));
        known.put("abuseFacts", dice.one("abuseFacts", kind.abuseFacts()));
        known.put("childState", dice.one("childState", kind.childState()));
        known.put("childWords", little(known) ? "（言葉での聴取は難しい）" : dice.one("childWords", kind.childWords()));
        known.put("guardianWords", dice.one("guardianWords", kind.guardianWords()));
        known.put("problems", dice.one("problems", kind.problems()));
    }

    private static boolean little(Map<String, String> known) {
        return "yes".equals(known.get("little"));
    }

    /** Some day of the last year, most by day, police notices also by night; never later than the anchor. */
    private static Instant opened(Dice dice, Instant anchor) {
        LocalDate day = LocalDate.ofInstant(anchor, Japan.ZONE).minusDays(dice.below("day", YEAR));
        int hour = dice.chance("night", 15) ? dice.below("hour", 24) : 9 + dice.below("hour", 9);
        Instant opened = LocalDateTime.of(day, java.time.LocalTime.of(hour, dice.below("minute", 60)))
                .atZone(Japan.ZONE)
                .toInstant();
        Instant latest = anchor.minus(Duration.ofMinutes(10));
        return opened.isAfter(latest) ? latest.minus(Duration.ofHours(1 + dice.below("early", 12))) : opened;
    }
}
