package org.tasuki.demo;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.casefile.Answers;
import org.tasuki.casefile.CaseEnding;
import org.tasuki.casefile.EmergencyAccess;
import org.tasuki.casefile.EmergencyReason;
import org.tasuki.casefile.EndingReason;
import org.tasuki.deadlines.BusinessCalendar;
import org.tasuki.engine.CaseTimers;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList;
import org.tasuki.intake.Consultations;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.terms.CaseNumber;

/**
 * Tells one story on the real engine: lets the case's clock run to the next thing that happens, a task done or a limit
 * passed, until it has come to the present. Each thing is a transaction; a story that is cut off goes on later.
 */
@Component
@Profile("demo")
class Teller {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final EndingReason MISTAKEN = new EndingReason("他県在住の児童についての相談と判明し、通告者から取下げの申出があったため。");

    private static final EmergencyReason ASKED = EmergencyReason.of("police", "夜間、警察署から家庭の状況について照会があったため。");

    private final OfficeBook office = OfficeBook.read();
    private final Actor system = Actor.system(office.center().key());
    private final Consultations consultations;
    private final CaseTimers timers;
    private final CaseEnding endings;
    private final EmergencyAccess emergencies;
    private final AskedToSee askers;
    private final InboxList inbox;
    private final Answers answers;
    private final StoryShelf shelf;
    private final Hands hands;
    private final Pace pace;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Teller(
            Consultations consultations,
            CaseTimers timers,
            CaseEnding endings,
            EmergencyAccess emergencies,
            AskedToSee askers,
            InboxList inbox,
            Answers answers,
            StoryShelf shelf,
            Hands hands,
            BusinessCalendar calendar,
            Acting acting,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.consultations = consultations;
        this.timers = timers;
        this.endings = endings;
        this.emergencies = emergencies;
        this.askers = askers;
        this.inbox = inbox;
        this.answers = answers;
        this.shelf = shelf;
        this.hands = hands;
        this.pace = new Pace(calendar);
        this.acting = acting;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What happens next in a case: somebody does a task, or its limit passes. */
    private record Event(InboxItem item, Instant at, boolean passes) {}

    /** @param stop asked before each thing that happens; the rest of the story is told at the next start */
    void tell(Story story, BooleanSupplier stop) {
        CaseNumber number = shelf.begun(story.seq()).orElseGet(() -> begin(story));
        Telling telling = inCase(() -> new Telling(story, number, answers.of(number)));
        Optional<Event> next = inCase(() -> next(telling));
        while (!stop.getAsBoolean()) {
            if (next.isEmpty()) {
                inCase(() -> arrive(telling));
                return;
            }
            Event event = next.get();
            next = patiently(telling, event);
        }
    }

    private CaseNumber begin(Story story) {
        Actor reception = office.actor(story.facts().get("receptionist"));
        return in(reception, () -> {
            CaseNumber number = consultations.begin(Duration.between(clock.instant(), story.opened()));
            shelf.begin(story, number);
            return number;
        });
    }

    private Optional<Event> next(Telling telling) {
        Instant present = clock.instant();
        return inbox.ofCase(telling.number()).stream()
                .flatMap(item -> events(telling, item))
                .filter(event -> event.at().isBefore(present))
                .min(comparing(Event::at));
    }

    private Stream<Event> events(Telling telling, InboxItem item) {
        Plot.Scene scene = telling.scene(item, hands.handOver(item), item.bornAt());
        Stream<Event> done = telling.plot().silent(scene)
                ? Stream.empty()
                : pace.when(telling.story(), item, scene).map(at -> new Event(item, at, false)).stream();
        Stream<Event> passed = item.over()
                ? Stream.empty()
                : Stream.of(new Event(item, item.dueAt().plusSeconds(1), true));
        return Stream.concat(done, passed);
    }

    /** The engine may be looking at one of the case's timers just then; a moment later it is not. */
    private Optional<Event> patiently(Telling telling, Event event) {
        Map<String, Integer> before = telling.rounds();
        for (int attempt = 1; ; attempt++) {
            try {
                return inCase(() -> happen(telling, event));
            } catch (RuntimeException busy) {
                telling.backTo(before);
                if (attempt == ATTEMPTS) {
                    throw busy;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private Optional<Event> happen(Telling telling, Event event) {
        CaseNumber number = telling.number();
        timers.advance(number, office.center().key(), event.at());
        if (!event.passes()) {
            hands.complete(telling, event.item(), event.at());
            // A limit that was over when its step began goes off here, before the engine finds it.
            timers.advance(number, office.center().key(), event.at().plus(A_MOMENT));
            telling.done(event.item());
            if (event.item().step().equals("screening") && telling.plot().withdrawn()) {
                acting.as(
                        office.actor(telling.story().facts().get("supervisor")),
                        () -> endings.withdraw(number, MISTAKEN));
            }
        }
        return next(telling);
    }

    private boolean arrive(Telling telling) {
        timers.join(telling.number(), office.center().key());
        inbox.ofCase(telling.number()).forEach(item -> hands.maybeClaim(telling, item));
        lookInto(telling);
        askers.perhaps(telling);
        shelf.end(telling.story().seq());
        return true;
    }

    private void lookInto(Telling telling) {
        String who = telling.plot().emergency();
        if (!who.isEmpty()) {
            acting.as(office.actor(telling.story().facts().get(who)), () -> emergencies.open(telling.number(), ASKED));
        }
    }

    private <T> T inCase(Supplier<T> work) {
        return in(system, work);
    }

    private <T> T in(Actor actor, Supplier<T> work) {
        return acting.as(actor, () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
