package org.tasuki.engine.paths;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How a deadline must stand: counted in days on paper, and told in words. It knows nothing of rows, timers, rounds or watches. */
abstract class DeadlineModel {

    private static final int FURTHEST_AGREED = 92;
    private static final int LONGEST_PAUSE = 30;

    final String step;
    final String rule;
    private final List<Duration> warnings;
    private LocalDateTime start;
    private int version = 1;
    private LocalDate stoodFrom;
    private LocalDate standsUntil;
    private long stood;
    private LocalDateTime agreed;
    private int ended;
    private String outcome;
    private LocalDateTime frozen;

    private DeadlineModel(String step, String rule, LocalDateTime start, Duration... warnings) {
        this.step = step;
        this.rule = rule;
        this.start = start;
        this.warnings = List.of(warnings);
    }

    /** 30 days from the day after the request, by the newer version 45; it may stand still. */
    static final class OfRequest extends DeadlineModel {

        OfRequest(LocalDateTime start) {
            super("prepare", "disclosure-request", start, Duration.ofDays(10), Duration.ofDays(3));
        }

        @Override
        LocalDateTime reckoned(LocalDate start, int version) {
            return start.plusDays(version == 1 ? 31 : 46).atStartOfDay();
        }

        @Override
        boolean mayStand() {
            return true;
        }
    }

    /** The tenth working day, by the newer version the fifteenth, at a quarter past five. */
    static final class OfSheet extends DeadlineModel {

        private static final Set<LocalDate> HOLIDAYS = Set.of(
                LocalDate.parse("2026-07-20"),
                LocalDate.parse("2026-08-11"),
                LocalDate.parse("2026-09-21"),
                LocalDate.parse("2026-09-22"),
                LocalDate.parse("2026-09-23"),
                LocalDate.parse("2026-10-12"));

        private Set<LocalDate> closed = new TreeSet<>();

        OfSheet(LocalDateTime start) {
            super("urgencySheet", "urgency-sheet", start, Duration.ofDays(2));
        }

        @Override
        LocalDateTime reckoned(LocalDate start, int version) {
            LocalDate day = start;
            for (int left = version == 1 ? 10 : 15; left > 0; ) {
                day = day.plusDays(1);
                left -= works(day) ? 1 : 0;
            }
            return day.atTime(LocalTime.of(17, 15));
        }

        private boolean works(LocalDate day) {
            return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
                    && !HOLIDAYS.contains(day)
                    && !closed.contains(day);
        }

        @Override
        boolean mayStand() {
            return false;
        }

        @Override
        void closedOn(Set<LocalDate> days) {
            closed = days;
        }
    }

    abstract LocalDateTime reckoned(LocalDate start, int version);

    abstract boolean mayStand();

    void closedOn(Set<LocalDate> days) {}

    LocalDateTime due() {
        if (frozen != null) {
            return frozen;
        }
        long stands = standsUntil == null ? 0 : ChronoUnit.DAYS.between(stoodFrom, standsUntil);
        return agreed != null ? agreed : reckoned(start.toLocalDate(), version).plusDays(stood + stands);
    }

    /** What stands still goes on by itself: after its last day, or when its own end has come before that. */
    void timeIs(LocalDateTime now) {
        if (outcome == null && standsUntil != null && (!now.toLocalDate().isBefore(standsUntil) || over(now))) {
            stood += ChronoUnit.DAYS.between(stoodFrom, standsUntil);
            standsUntil = null;
        }
    }

    boolean over(LocalDateTime now) {
        return !now.isBefore(due());
    }

    String state(LocalDateTime now) {
        if (outcome != null) {
            return outcome;
        }
        if (standsUntil != null) {
            return "paused";
        }
        // The supervisor's rung stands at the limit itself.
        return over(now) ? "escalated" : warned().anyMatch(point -> !point.isAfter(now)) ? "warned" : "running";
    }

    /** What must have been said of this due time by now, everything once: the warnings, the end, the supervisor, the director. */
    long said(LocalDateTime now) {
        return standsUntil != null
                ? 0
                : Stream.concat(warned(), Stream.of(due(), due(), due().plusDays(1)))
                        .filter(point -> !point.isAfter(now))
                        .count();
    }

    private Stream<LocalDateTime> warned() {
        return warnings.stream()
                .map(due()::minus)
                .map(point -> point.isBefore(start) ? start : point)
                .filter(point -> point.isBefore(due()))
                .distinct();
    }

    /** The next moments at which something comes, for whoever wants to stand right beside them. */
    List<LocalDateTime> moments() {
        List<LocalDateTime> moments = new ArrayList<>(warned().toList());
        moments.add(due());
        moments.add(due().plusDays(1));
        if (standsUntil != null) {
            moments.add(standsUntil.atStartOfDay());
        }
        return moments;
    }

    boolean waives(LocalDateTime now, LocalDate day) {
        LocalDate today = now.toLocalDate();
        boolean may = runs(now) && day.isAfter(today) && !day.isAfter(today.plusDays(FURTHEST_AGREED));
        if (may) {
            agreed = day.plusDays(1).atStartOfDay();
            start = now;
            ended++;
        }
        return may;
    }

    boolean pauses(LocalDateTime now, LocalDate latest) {
        LocalDate today = now.toLocalDate();
        boolean may = mayStand()
                && agreed == null
                && runs(now)
                && !latest.isBefore(today)
                && !latest.isAfter(today.plusDays(LONGEST_PAUSE));
        if (may) {
            stoodFrom = today;
            standsUntil = latest.plusDays(1);
        }
        return may;
    }

    boolean resumes(LocalDateTime now) {
        boolean may = outcome == null && standsUntil != null;
        if (may) {
            stood += ChronoUnit.DAYS.between(stoodFrom, now.toLocalDate());
            standsUntil = null;
        }
        return may;
    }

    void startsAt(LocalDateTime corrected) {
        if (follows()) {
            start = corrected;
        }
    }

    /** @return whether a newer version of its rule moves it */
    boolean renews() {
        boolean moves = follows() && version == 1;
        if (moves) {
            version = 2;
        }
        return moves;
    }

    /** What people agreed upon is moved by people alone. */
    boolean follows() {
        return outcome == null && agreed == null;
    }

    private boolean runs(LocalDateTime now) {
        return outcome == null && standsUntil == null && !over(now);
    }

    void done(LocalDateTime now) {
        String how = over(now) ? "met late" : "met";
        frozen = due();
        outcome = how;
    }

    boolean isDone() {
        return outcome != null;
    }

    /** How many limits were let go for another before this one. */
    int letGo() {
        return ended;
    }

    LocalDateTime start() {
        return start;
    }
}
