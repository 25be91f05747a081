package org.tasuki.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whoever looks, and whenever: each step of a ladder comes once, in order, and not before its time. */
class LadderPropertiesTest {

    private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
    private static final Duration LIMIT = Duration.ofHours(48);

    /** A look of the watch, or the engine's timer, so many minutes after the start. */
    record Look(int minute, boolean timer) {}

    @Property
    void eachStepComesOnceInOrderAndInTime(
            @ForAll("warnings") List<Integer> warnings,
            @ForAll("rungs") List<Integer> rungs,
            @ForAll("looks") List<Look> looks) {
        List<LadderStep> steps = steps(warnings, rungs);
        List<LadderStep> come = new ArrayList<>();
        boolean over = false;
        for (Look look : looks) {
            Instant now = START.plus(Duration.ofMinutes(look.minute()));
            boolean passes = look.timer() && !over && !now.isBefore(START.plus(LIMIT));
            Ladder ladder = new Ladder(steps, come.size(), true);
            List<LadderStep> found = passes ? ladder.passed(now) : ladder.come(now);
            assertThat(found).allMatch(step -> !step.at().isAfter(now) || step.kind() == LadderStep.Kind.WARNING);
            come.addAll(found);
            over = over || passes;
        }
        assertThat(come).isEqualTo(steps.subList(0, come.size()));
        assertThat(come.stream().anyMatch(step -> step.kind() == LadderStep.Kind.OVER))
                .isEqualTo(over);
    }

    @Property
    void afterTheTimerAndALookLateEnoughNothingIsLeft(
            @ForAll("warnings") List<Integer> warnings, @ForAll("rungs") List<Integer> rungs) {
        List<LadderStep> steps = steps(warnings, rungs);
        Ladder ladder = new Ladder(steps, 0, true);
        Instant late = START.plus(Duration.ofDays(60));
        Ladder over = ladder.after(ladder.come(late).size());
        Ladder passed = over.after(over.passed(late).size());
        assertThat(passed.announced()).isEqualTo(steps.size());
        assertThat(passed.wakesAt()).isNull();
    }

    /** It wakes when its next step comes, and leaves the end of the limit to the engine. */
    @Property
    void itWakesForItsNextStepAndNeverForTheEngines(
            @ForAll("warnings") List<Integer> warnings, @ForAll("rungs") List<Integer> rungs) {
        List<LadderStep> steps = steps(warnings, rungs);
        for (int announced = 0; announced < steps.size(); announced++) {
            LadderStep next = steps.get(announced);
            assertThat(new Ladder(steps, announced, true).wakesAt())
                    .isEqualTo(next.kind() == LadderStep.Kind.OVER ? null : next.at());
        }
    }

    private static List<LadderStep> steps(List<Integer> warnings, List<Integer> rungs) {
        Instant due = START.plus(LIMIT);
        List<Instant> points = warnings.stream()
                .distinct()
                .sorted()
                .map(minutes -> due.minus(Duration.ofMinutes(minutes)))
                .sorted()
                .toList();
        List<LadderStep> steps = new ArrayList<>();
        points.forEach(at -> steps.add(new LadderStep(LadderStep.Kind.WARNING, null, at)));
        steps.add(new LadderStep(LadderStep.Kind.OVER, null, due));
        rungs.stream()
                .sorted()
                .forEach(minutes -> steps.add(new LadderStep(
                        LadderStep.Kind.ESCALATED, "supervisor", due.plus(Duration.ofMinutes(minutes)))));
        return steps;
    }

    @Provide
    Arbitrary<List<Integer>> warnings() {
        return Arbitraries.integers().between(1, 2880).list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<Integer>> rungs() {
        return Arbitraries.integers().between(0, 20_000).list().ofMinSize(1).ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<Look>> looks() {
        return Combinators.combine(Arbitraries.integers().between(0, 30_000), Arbitraries.of(true, false))
                .as(Look::new)
                .list()
                .ofMaxSize(20)
                .map(looks -> looks.stream()
                        .sorted(Comparator.comparingInt(Look::minute))
                        .toList());
    }
}
