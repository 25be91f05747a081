package org.tasuki.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tasuki.deadlines.BusinessCalendar;
import org.tasuki.inbox.InboxItem;

/**
 * When a task is done: mostly in good time and in office hours, sometimes late, and at a landmark not at all. Only what
 * cannot wait happens at night or on a Sunday.
 */
record Pace(OfficeHours hours) {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration DAY = Duration.ofHours(20);
    private static final double LATE = 5;
    /** How many in a hundred of the safety checks that fall into the night are made then. */
    private static final double AT_NIGHT = 20;
    /** How far a case on its way to a landmark lets its remaining time run at each step. */
    private static final double STRIDE = 0.38;

    private static final Set<String> AT_ANY_HOUR =
            Set.of("reception", "screening", "emergencyMeeting", "safetyCheck", "protectionDecision");
    private static final List<String> SIDE_BY_SIDE =
            List.of("socialDiagnosis", "psychologicalDiagnosis", "medicalDiagnosis", "behaviouralDiagnosis");

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

    Pace(BusinessCalendar calendar) {
        this(new OfficeHours(calendar));
    }

    /** Whether a step is also taken outside the office's hours; of what is not urgent, only the reception. */
    static boolean atAnyHour(String step, boolean urgent) {
        return AT_ANY_HOUR.contains(step) && (urgent || !step.equals("screening"));
    }

    /** Empty: nobody does it while the story is told. */
    Optional<Instant> when(Story story, InboxItem item, Plot.Scene scene) {
        Landmark landmark = story.landmark();
        if (landmark != null && landmark.holds(item.step(), scene.round())) {
            return Optional.empty();
        }
        Task task = Task.of(item, story, scene);
        Instant at = landmark != null && task.born().isBefore(story.arrival())
                ? towards(story, landmark, task)
                : usual(task);
        return Optional.of(ofItsOwn(at, item.step()));
    }

    /**
     * A task in whole minutes: what its case's clock says beyond them depends on how fast the story is told, and the same
     * story is to be told again.
     */
    private record Task(
            String step, boolean answer, boolean anyHour, Instant born, Instant due, boolean overdue, Dice dice) {

        static Task of(InboxItem item, Story story, Plot.Scene scene) {
            Instant born = item.bornAt().truncatedTo(ChronoUnit.MINUTES);
            Instant due = item.dueAt().truncatedTo(ChronoUnit.MINUTES);
            return new Task(
                    item.step(),
                    // An agency's answer cannot be late: silence ends the wait.
                    item.form().equals("hand-over-answer"),
                    atAnyHour(item.step(), story.urgent()),
                    born,
                    due,
                    Duration.between(born, due).compareTo(Duration.ofMinutes(30)) < 0,
                    story.dice().of(scene.step() + scene.part() + scene.round()));
        }

        Duration window() {
            return Duration.between(born, due);
        }

        Instant earliest() {
            return born.plus(SOON);
        }

        Instant latest() {
            return due.minus(Duration.ofMinutes(3 + dice.below("spare", 40)));
        }

        Instant after(double share) {
            return born.plus(part(window(), share));
        }

        Instant notBefore(Instant planned) {
            return planned.isBefore(earliest()) ? earliest() : planned;
        }
    }

    private Instant towards(Story story, Landmark landmark, Task task) {
        boolean last = task.step().equals(landmark.via());
        Instant pause = pause(story, landmark);
        Instant goal = landmark.pause().isEmpty() || !task.born().isBefore(pause) ? story.arrival() : pause;
        if (last && !task.answer() || task.step().equals(landmark.pause())) {
            return task.anyHour() ? task.notBefore(goal) : backwards(goal, goal, task);
        }
        double stride = STRIDE * (0.8 + 0.4 * task.dice().fraction("stride"));
        Instant planned = last ? goal : task.born().plus(part(Duration.between(task.born(), goal), stride));
        Instant inTime = task.after(0.5 + 0.3 * task.dice().fraction("inTime"));
        if (!task.overdue() && inTime.isBefore(planned)) {
            planned = inTime;
        }
        return task.anyHour() ? byDay(planned, goal, task) : backwards(planned, goal, task);
    }

    /** The days before the arrival are working days, so that the steps between have the time that the landmark gives them. */
    private Instant pause(Story story, Landmark landmark) {
        long days = landmark.rest().toDays();
        return hours.notAfter(
                hours.back(story.arrival(), days).minus(landmark.rest().minusDays(days)), story.dice());
    }

    /**
     * Rather earlier than planned, so that the way to the landmark does not grow longer. Where the goal is at night, what
     * waits for the morning does not lie on the way.
     */
    private Instant backwards(Instant planned, Instant goal, Task task) {
        Instant before = hours.notAfter(planned, task.dice());
        if (!before.isBefore(task.earliest())) {
            return before;
        }
        Instant after = hours.notBefore(task.earliest(), task.dice());
        return after.isAfter(goal) && hours.open(goal) ? task.notBefore(goal) : after;
    }

    private Instant usual(Task task) {
        if (task.overdue()) {
            Instant planned =
                    task.born().plus(Duration.ofMinutes(60 + task.dice().below("overdue", 1200)));
            return task.anyHour() ? byDay(planned, planned.plus(DAY), task) : hours.notBefore(planned, task.dice());
        }
        if (!task.answer() && task.dice().chance("late", LATE)) {
            Instant planned = task.due().plus(late(task));
            return task.anyHour() ? planned : hours.notBefore(planned, task.dice());
        }
        Range range = RANGES.getOrDefault(task.step(), USUAL);
        Instant planned = task.after(
                range.from() + (range.to() - range.from()) * task.dice().fraction("share"));
        return task.anyHour() ? byDay(planned, task.latest(), task) : atWork(planned, task);
    }

    private static Duration late(Task task) {
        Duration late = part(task.window(), 0.05 + 0.6 * task.dice().fraction("howLate"));
        return late.compareTo(Duration.ofDays(15)) > 0 ? Duration.ofDays(15) : late;
    }

    /** What cannot wait for the office is done by day all the same, mostly, where its limit allows. */
    private static Instant byDay(Instant planned, Instant latest, Task task) {
        Instant atOnce = task.notBefore(planned);
        boolean waits = task.window().compareTo(DAY) > 0 || task.overdue();
        if (!waits || OfficeHours.byDay(atOnce) || task.dice().chance("atNight", AT_NIGHT)) {
            return atOnce;
        }
        Instant moved = OfficeHours.daytime(atOnce, task.earliest(), task.dice());
        return moved.isBefore(latest) ? moved : atOnce;
    }

    /** In office hours and in time; when the office does not open before the limit, then in time. */
    private Instant atWork(Instant planned, Task task) {
        if (task.window().compareTo(DAY) < 0 && hours.open(planned)) {
            return task.notBefore(planned);
        }
        Instant moved = hours.around(planned, task.dice());
        if (moved.isBefore(task.earliest())) {
            moved = hours.notBefore(task.earliest(), task.dice());
        }
        if (moved.isBefore(task.latest())) {
            return moved;
        }
        Instant last = hours.notAfter(task.latest(), task.dice());
        return last.isBefore(task.earliest()) ? task.notBefore(planned) : last;
    }

    /** Four people make the four diagnoses: none of them ends in another's minute. */
    private static Instant ofItsOwn(Instant at, String step) {
        Instant minute = at.truncatedTo(ChronoUnit.MINUTES).plusSeconds(20);
        int place = SIDE_BY_SIDE.indexOf(step);
        return place < 0 ? minute : minute.plusSeconds(60 * Math.floorMod(place - minute.getEpochSecond() / 60, 4));
    }

    private static Duration part(Duration whole, double share) {
        return Duration.ofMillis((long) (whole.toMillis() * share));
    }
}
