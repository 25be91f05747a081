package org.tasuki.limits;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.deadlines.Calendars;
import org.tasuki.deadlines.DeadlineChanges;
import org.tasuki.deadlines.JapaneseCalendar;
import org.tasuki.deadlines.KeptCalendar;
import org.tasuki.deadlines.MovePreview;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/**
 * The calendars of the administrator's own center and its agencies. Reading which deadlines would move is the system's work: an
 * administrator reaches no case, and is shown numbers and times alone.
 */
@Component
public class CalendarBook {

    /** So many cases follow before the answer; the rest in the background. */
    private static final int AT_ONCE = 20;

    private final Calendars calendars;
    private final MovePreview preview;
    private final DeadlineChanges changes;
    private final FollowWatch watch;
    private final Acting acting;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    CalendarBook(
            Calendars calendars,
            MovePreview preview,
            DeadlineChanges changes,
            FollowWatch watch,
            Acting acting,
            AuditTrail trail,
            PlatformTransactionManager manager) {
        this.calendars = calendars;
        this.preview = preview;
        this.changes = changes;
        this.watch = watch;
        this.acting = acting;
        this.trail = trail;
        this.transaction = new TransactionTemplate(manager);
    }

    public String center() {
        @Nullable String center = acting.current().center();
        return Objects.requireNonNull(center, "an administrator without a center");
    }

    public KeptCalendar current(@Nullable String agency) {
        return inTransaction(() -> calendars.current(center(), agency));
    }

    public Planned plan(@Nullable String agency, JapaneseCalendar draft) {
        return bySystem(() -> new Planned(preview.by(center(), agency, draft)));
    }

    /** How many deadlines of the center still wait to follow. */
    public int left() {
        return bySystem(() -> changes.left(center()));
    }

    /**
     * @param seen the version that the draft was made from
     * @param mark of the plan that was shown
     * @return empty when something changed meanwhile, and nothing was kept
     */
    public Optional<Planned> confirm(@Nullable String agency, JapaneseCalendar draft, int seen, String mark) {
        Optional<Planned> kept = inTransaction(() -> {
            Planned now = plan(agency, draft);
            if (!now.mark().equals(mark) || !calendars.keep(center(), agency, seen, draft)) {
                return Optional.<Planned>empty();
            }
            trail.note(
                    Act.CALENDAR_CHANGED,
                    Map.of(
                            "calendar", agency == null ? center() : agency,
                            "version", String.valueOf(seen + 1),
                            "moved", String.valueOf(now.moves().size())));
            return Optional.of(now);
        });
        if (kept.isPresent()) {
            watch.follow(center(), AT_ONCE);
        }
        return kept;
    }

    private <T> T bySystem(Supplier<T> work) {
        Actor system = Actor.system(center());
        return inTransaction(() -> acting.as(system, work));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
