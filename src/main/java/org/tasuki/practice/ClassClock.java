package org.tasuki.practice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.CaseFiles;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.deadlines.Deadlines;
import org.tasuki.engine.CaseTimers;
import org.tasuki.people.Acting;
import org.tasuki.terms.CaseNumber;

/**
 * A class's time. A jump turns the class's clock on, then each of its cases follows in a transaction of its own: whoever is submitting
 * something there is done first, and what falls due goes off in order, each at its own moment.
 */
@Component
public class ClassClock {

    private static final Logger LOG = LoggerFactory.getLogger(ClassClock.class);

    private final Classes classes;
    private final CaseClocks clocks;
    private final CaseTimers timers;
    private final CaseFiles files;
    private final Deadlines deadlines;
    private final Acting acting;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock system;

    ClassClock(
            Classes classes,
            CaseClocks clocks,
            CaseTimers timers,
            CaseFiles files,
            Deadlines deadlines,
            Acting acting,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock system) {
        this.classes = classes;
        this.clocks = clocks;
        this.timers = timers;
        this.files = files;
        this.deadlines = deadlines;
        this.acting = acting;
        this.trail = trail;
        this.transaction = transaction;
        this.system = system;
    }

    /** While it is paused it shows when that was, and once it is over when it ended. */
    public Instant now(PracticeClass held) {
        Instant stood = held.pausedAt() == null ? held.endedAt() : held.pausedAt();
        return (stood == null ? system.instant() : stood).plus(clocks.ahead(held.center()));
    }

    /** When the next limit of the class ends, on its clock. */
    public Optional<Instant> nextLimit(PracticeClass held) {
        return acting.as(held.house(), () -> transaction.execute(status -> deadlines.nextDue(now(held))));
    }

    /** Answers how many cases did not follow; they do so at the next jump. Nothing happens in a class that is paused or over. */
    public int letPass(PracticeClass held, Duration by) {
        boolean turned = acting.as(
                held.house(),
                () -> Boolean.TRUE.equals(transaction.execute(status -> {
                    PracticeClass now = classes.hold(held);
                    if (!now.open() || now.paused()) {
                        return false;
                    }
                    clocks.turnOn(held.center(), by);
                    trail.note(Act.CLASS_CLOCK_TURNED, Map.of("by", by.toString()));
                    return true;
                })));
        return turned ? follow(held) : 0;
    }

    /** From here on no limit that runs ends, however long the trainer talks. Answers how many cases could not be put away. */
    public int pause(PracticeClass held) {
        boolean paused = acting.as(
                held.house(),
                () -> Boolean.TRUE.equals(transaction.execute(status -> {
                    PracticeClass now = classes.hold(held);
                    if (!now.open() || now.paused()) {
                        return false;
                    }
                    classes.pause(held, system.instant());
                    trail.note(Act.CLASS_PAUSED, Map.of());
                    return true;
                })));
        return paused ? stop(held) : 0;
    }

    /** Nothing of a class that stands or is over falls due by itself: what was so then is what the debrief tells. */
    public int stop(PracticeClass held) {
        return each(held, number -> {
            if (!goes(held)) {
                timers.hold(number);
            }
        });
    }

    private boolean goes(PracticeClass held) {
        return classes.of(held.center())
                .filter(now -> now.open() && !now.paused())
                .isPresent();
    }

    /** The time that it stood is taken back from every case. */
    public void goOn(PracticeClass held) {
        acting.as(
                held.house(),
                () -> transaction.executeWithoutResult(status -> {
                    PracticeClass now = classes.hold(held);
                    if (now.pausedAt() != null) {
                        clocks.turnOn(held.center(), Duration.between(system.instant(), now.pausedAt()));
                        classes.pause(held, null);
                        trail.note(Act.CLASS_WENT_ON, Map.of());
                    }
                }));
        follow(held);
    }

    private int follow(PracticeClass held) {
        return each(held, number -> {
            if (!goes(held)) {
                return; // paused again meanwhile
            }
            // What a pause put away and nobody could bring back yet comes back here.
            timers.letGo(number);
            timers.advance(number, held.center(), system.instant().plus(clocks.ahead(held.center())));
        });
    }

    /** Answers with how many of its cases that could not be done. */
    private int each(PracticeClass held, Consumer<CaseNumber> change) {
        return acting.as(held.house(), () -> {
            List<CaseNumber> open = files.openOf(held.center());
            return (int) open.stream().filter(number -> !done(number, change)).count();
        });
    }

    private boolean done(CaseNumber number, Consumer<CaseNumber> change) {
        try {
            transaction.executeWithoutResult(status -> change.accept(number));
            return true;
        } catch (RuntimeException failed) {
            LOG.warn(
                    "the practice case {} did not follow its class's clock: {}",
                    number.value(),
                    failed.getClass().getSimpleName());
            return false;
        }
    }
}
