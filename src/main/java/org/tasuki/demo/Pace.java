package org.tasuki.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.tasuki.deadlines.BusinessCalendar;
import org.tasuki.inbox.InboxItem;
import org.tasuki.terms.Japan;

/** When a task is done: mostly in good time and office hours, sometimes late, and at a landmark not at all. */
record Pace(BusinessCalendar calendar) {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration DAY = Duration.ofHours(20);
    private static final double LATE = 5;
    /** How far a case on its way to a landmark lets its remaining time run at each step. */
    private static final double STRIDE = 0.38;

    private record Range(double from, double to) {}

    private static final Range USUAL = new Range(0.25, 0.85);
    private static final Map<String, Range> RANGES = Map.of(
            "reception", new Range(0.1, 0.7),
            "screening", new Range(0.1, 0.7),
            "safetyCheck", new Range(0.05, 0.9),
            "followUp", new Range(0.35, 0.95),
            "supportReport", new Range(0.7, 0.97),
            "keepInProtection", new Range(0.15, 0.95),
            "keepExtended", new Range(0.2, 0.9));

    /** Empty: nobody does it while the story is told. */
    Optional<Instant> when(Story story, InboxItem item, Plot.Scene scene) {
        Landmark landmark = story.landmark();
        if (landmark != null && landmark.holds(item.step(), scene.round())) {
            return Optional.empty();
        }
        if (landmark != null && item.bornAt().isBefore(story.arrival())) {
            return Optional.of(towards(story, landmark, item, scene));
        }
        return Optional.of(usual(story, item, scene));
    }

    private static Instant towards(Story story, Landmark landmark, InboxItem item, Plot.Scene scene) {
        if (item.step().equals(landmark.via())) {
            return answer(item) ? earlier(story.arrival(), inTime(item)) : story.arrival();
        }
        if (item.step().equals(landmark.pause())) {
            return notBefore(story.arrival().minus(landmark.rest()), item);
        }
        Duration left = Duration.between(item.bornAt(), story.arrival());
        double stride = STRIDE * (0.8 + 0.4 * story.dice().fraction("stride" + scene));
        Instant strode = item.bornAt().plus(part(left, stride));
        Instant inTime = inTime(item);
        return inTime.isBefore(item.bornAt()) ? strode : earlier(strode, inTime);
    }

    private static Instant inTime(InboxItem item) {
        return item.bornAt().plus(part(window(item), 0.8));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Instant usual(Story story, InboxItem item, Plot.Scene scene) {
        Dice dice = story.dice().of(scene.step() + scene.part() + scene.round());
        Duration window = window(item);
        if (window.compareTo(Duration.ofMinutes(30)) < 0) {
            return item.bornAt().plus(Duration.ofMinutes(60 + dice.below("overdue", 1200)));
        }
        if (!answer(item) && dice.chance("late", LATE)) {
            return item.dueAt().plus(late(window, dice));
        }
        Range range = RANGES.getOrDefault(item.step(), USUAL);
        double share = range.from() + (range.to() - range.from()) * dice.fraction("share");
        Instant planned = item.bornAt().plus(part(window, share));
        return window.compareTo(DAY) < 0 ? notBefore(planned, item) : inOfficeHours(planned, item, dice);
    }

    /** An agency's answer cannot be late: silence ends the wait. */
    private static boolean answer(InboxItem item) {
        return item.form().equals("hand-over-answer");
    }

    private static Duration late(Duration window, Dice dice) {
        Duration late = part(window, 0.05 + 0.6 * dice.fraction("howLate"));
        return late.compareTo(Duration.ofDays(15)) > 0 ? Duration.ofDays(15) : late;
    }

    private Instant inOfficeHours(Instant planned, InboxItem item, Dice dice) {
        LocalDate day = calendar.sameOrNext(LocalDate.ofInstant(planned, Japan.ZONE));
        LocalTime time = LocalTime.of(9 + dice.below("hour", 8), dice.below("minute", 60));
        Instant moved = LocalDateTime.of(day, time).atZone(Japan.ZONE).toInstant();
        return moved.isBefore(item.dueAt().minus(SOON)) ? notBefore(moved, item) : notBefore(planned, item);
    }

    private static Instant notBefore(Instant planned, InboxItem item) {
        Instant earliest = item.bornAt().plus(SOON);
        return planned.isBefore(earliest) ? earliest : planned;
    }

    private static Duration window(InboxItem item) {
        return Duration.between(item.bornAt(), item.dueAt());
    }

    private static Duration part(Duration whole, double share) {
        return Duration.ofMillis((long) (whole.toMillis() * share));
    }
}
