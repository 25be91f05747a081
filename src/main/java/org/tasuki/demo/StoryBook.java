package org.tasuki.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tasuki.deadlines.BusinessCalendar;
import org.tasuki.terms.Japan;

/** Makes the stories up: the same seed, number and anchor give the same story. */
final class StoryBook {

    /** Changing it changes every story. */
    static final long SEED = 20260401;

    private static final int YEAR = 365;
    private static final int HOUR = 60;
    /** What is so young has its hours from the landmark: whether 48 of them are over is what it shows. */
    private static final Duration YOUNG = Duration.ofDays(2);

    /** What comes in is received and screened on the same day. */
    private static final Duration TO_SCREEN = Duration.ofHours(2);

    private static final double GOLDEN = 0.6180339887498949;
    private static final double SILVER = 0.41421356237309515;

    private final Map<String, Kind> kinds = Kind.read();
    private final Map<String, Kind.Route> routes = Kind.Route.read();
    private final List<Landmark> landmarks = Landmark.read();
    private final Family family;
    private final Crew crew;
    private final OfficeHours hours;

    StoryBook(OfficeBook office, BusinessCalendar calendar) {
        this.family = new Family(Names.read());
        this.crew = new Crew(office);
        this.hours = new OfficeHours(calendar);
    }

    Story story(int seq, Instant anchor) {
        Dice dice = new Dice(SEED).of("story" + seq);
        Landmark landmark = landmark(seq);
        String kindName = kindName(seq, landmark);
        Kind kind = kind(kindName);
        Map<String, String> known = new HashMap<>();
        incoming(seq, kind, known, dice);
        boolean urgent = urgent(kindName, kind, landmark, known, dice);
        Instant arrival = landmark == null ? anchor : arrival(landmark, urgent, anchor, dice);
        Instant opened = (landmark == null ? opened(urgent, dice, anchor) : opened(landmark, urgent, arrival, dice))
                .truncatedTo(ChronoUnit.MINUTES);
        known.putAll(family.of(kind, opened, dice.of("family")));
        known.putAll(crew.of(kindName, known, landmark, dice.of("crew")));
        known.put("kind", kindName);
        known.put("abuse", kind.abuse());
        known.put("opened", Facts.minutes(opened));
        known.put("serial", String.valueOf(100 + seq));
        known.put("phoneEnd", "%04d".formatted(dice.below("phone", 10_000)));
        known.put("phone", "080-0000-" + known.get("phoneEnd"));
        phrases(kind, known, dice);
        return new Story(
                seq, dice, anchor, opened, arrival, urgent, kindName, kind, landmark, new Facts(known, opened));
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

    private static boolean urgent(
            String kindName, Kind kind, @Nullable Landmark landmark, Map<String, String> known, Dice dice) {
        String plotted = landmark == null ? null : landmark.plot().get("meeting");
        if (plotted != null) {
            return "emergency".equals(plotted);
        }
        return "yes".equals(known.get("handedOver"))
                || "sexual".equals(kindName)
                || dice.chance("meeting", kind.chance("check") * 2);
    }

    /** As long ago as the landmark asks, or the last time before at which its step is taken; never on the dot. */
    private Instant arrival(Landmark landmark, boolean urgent, Instant anchor, Dice dice) {
        long spare = Math.min(landmark.ago().toMinutes() / 10, HOUR);
        Instant asked = anchor.minus(landmark.ago()).minus(Duration.ofMinutes(dice.below("spare", (int) spare + 1)));
        boolean anyHour = landmark.via().isEmpty() || Pace.atAnyHour(landmark.via(), urgent);
        boolean young = landmark.ago().compareTo(YOUNG) < 0;
        return anyHour && (young || dice.chance("arrivesAtNight", 25)) ? asked : hours.notAfter(asked, dice);
    }

    /** As long before the arrival as the landmark asks; what is not urgent comes in while the office works, the rest mostly. */
    private Instant opened(Landmark landmark, boolean urgent, Instant arrival, Dice dice) {
        Instant asked = arrival.minus(landmark.opened().minus(landmark.ago()));
        if (landmark.opened().compareTo(Duration.ofDays(urgent ? 3 : 1)) < 0) {
            return asked;
        }
        if (urgent) {
            return dice.chance("night", 40) ? asked : OfficeHours.morning(asked, dice.of("opened"));
        }
        return hours.notAfter(asked.minus(TO_SCREEN), dice.of("opened"));
    }

    /** Some day of the last year, in office hours; what is urgent comes on any day and also by night. Before the anchor. */
    private Instant opened(boolean urgent, Dice dice, Instant anchor) {
        LocalDate day = LocalDate.ofInstant(anchor, Japan.ZONE).minusDays(dice.below("day", YEAR));
        boolean night = urgent && dice.chance("night", 50);
        int hour = night ? dice.below("hour", 24) : 9 + dice.below("hour", 7);
        Instant opened = LocalDateTime.of(day, LocalTime.of(hour, dice.below("minute", 60)))
                .atZone(Japan.ZONE)
                .toInstant();
        Instant latest = anchor.minus(Duration.ofMinutes(10));
        if (opened.isAfter(latest)) {
            opened = latest.minus(Duration.ofHours(1 + dice.below("early", 12)));
        }
        return urgent ? opened : whileOpen(opened, latest, dice);
    }

    private Instant whileOpen(Instant opened, Instant latest, Dice dice) {
        Instant later = hours.notBefore(opened, dice.of("opened"));
        return later.isAfter(latest) ? hours.notAfter(opened.minus(TO_SCREEN), dice.of("opened")) : later;
    }
}
