package org.tasuki.practice;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.OfficeLookups;
import org.tasuki.forms.Forms;
import org.tasuki.forms.Lookups;
import org.tasuki.forms.MadeUp;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.Desk;
import org.tasuki.inbox.InboxItem;
import org.tasuki.intake.Consultations;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.people.SignedIn;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.Japan;
import org.tasuki.training.Scenario;

/**
 * What comes into a class from outside, as a named way tells it: a call, an answer of an agency, a judge's refusal, or silence. The trainer's
 * own seat at the desk does it, on the real engine, as if they had stepped in and typed it.
 */
@Component
public class ScriptPlay {

    private static final Logger LOG = LoggerFactory.getLogger(ScriptPlay.class);
    private static final List<String> SERVICES = List.of("support", "school", "municipal");
    private static final String LATE = "（演習）台本のとおり、期限を過ぎて行いました。";

    private final Scripts scripts;
    private final Seats seats;
    private final ClassClock clock;
    private final Consultations consultations;
    private final Desk desk;
    private final Forms forms;
    private final OfficeLookups lookups;
    private final Acting acting;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    ScriptPlay(
            Scripts scripts,
            Seats seats,
            ClassClock clock,
            Consultations consultations,
            Desk desk,
            Forms forms,
            OfficeLookups lookups,
            Acting acting,
            AuditTrail trail,
            TransactionTemplate transaction) {
        this.scripts = scripts;
        this.seats = seats;
        this.clock = clock;
        this.consultations = consultations;
        this.desk = desk;
        this.forms = forms;
        this.lookups = lookups;
        this.acting = acting;
        this.trail = trail;
        this.transaction = transaction;
    }

    public enum Outcome {
        DONE,
        /** The class stands or is over. */
        NOT_NOW,
        /** The way is at its end, or the case has left it. */
        ASTRAY,
        /** Somebody in the class works on it. */
        HELD,
        /** What the way answers the step does not take, or no seat is free for it. */
        REFUSED
    }

    /** A call comes in: its case waits at the class's reception. Empty when that cannot be now. */
    public Optional<CaseNumber> begin(PracticeClass held, SignedIn trainer, Scenario scenario) {
        if (!held.open() || held.paused()) {
            return Optional.empty();
        }
        // A class without an officer would have nobody to be given the case.
        seat(held, trainer, Role.OFFICER.key());
        return seat(held, trainer, Role.RECEPTION.key())
                .map(seat -> acting.as(
                        seat,
                        () -> transaction.execute(status -> {
                            CaseNumber number = consultations.begin();
                            acting.as(held.house(), () -> scripts.begin(held, number, scenario));
                            trail.note(Act.CLASS_SCRIPT_BEGUN, number, Map.of("way", scenario.key()));
                            return number;
                        })));
    }

    public Outcome next(PracticeClass held, SignedIn trainer, String number) {
        if (!held.open() || held.paused()) {
            return Outcome.NOT_NOW;
        }
        Optional<Scripted> scripted = scripts.of(held, number);
        return scripted.map(Scripted::next)
                .map(next -> happens(held, trainer, scripted.get(), next))
                .orElse(Outcome.ASTRAY);
    }

    private Outcome happens(PracticeClass held, SignedIn trainer, Scripted scripted, Scripted.Next next) {
        Outcome came = next.step().silent() ? silence(held, next.task()) : act(held, trainer, next);
        if (came == Outcome.DONE) {
            acting.as(held.house(), () -> transaction.executeWithoutResult(status -> scripts.happened(scripted, next)));
        }
        return came;
    }

    /** Nobody answers: the class's time goes on until the limit is over. */
    private Outcome silence(PracticeClass held, InboxItem task) {
        Duration left = Duration.between(clock.now(held), task.dueAt()).plusSeconds(1);
        return left.isNegative() || clock.letPass(held, left) == 0 ? Outcome.DONE : Outcome.REFUSED;
    }

    private Outcome act(PracticeClass held, SignedIn trainer, Scripted.Next next) {
        Optional<Actor> seat = ClassDesk.choices().stream()
                .filter(choice -> choice.inbox(held.center()).equals(next.task().desk()))
                .findFirst()
                .flatMap(choice -> seat(held, trainer, choice.key()));
        return seat.map(actor ->
                        acting.as(actor, () -> desk.complete(next.task().taskId(), typed(held, next))))
                .map(came -> outcome(next.step(), came))
                .orElse(Outcome.REFUSED);
    }

    private Optional<Actor> seat(PracticeClass held, SignedIn trainer, String key) {
        return ClassDesk.of(key)
                .flatMap(chosen -> seats.stepIn(held, trainer, chosen))
                .map(SignedIn::actor);
    }

    private static Outcome outcome(Scenario.Step step, Completion came) {
        if (came instanceof Completion.Done) {
            return Outcome.DONE;
        }
        if (came instanceof Completion.Invalid invalid) {
            List<String> fields = invalid.problems().stream()
                    .map(problem -> problem.path() + " " + problem.message())
                    .toList();
            LOG.warn("{} does not take what its script answers: {}", step.at(), fields);
        }
        return came instanceof Completion.HeldBy ? Outcome.HELD : Outcome.REFUSED;
    }

    private Map<String, List<String>> typed(PracticeClass held, Scripted.Next next) {
        InboxItem task = next.task();
        LocalDateTime now = LocalDateTime.ofInstant(task.now(), Japan.ZONE);
        Map<String, List<String>> typed = acting.as(
                held.house(),
                () -> transaction.execute(status -> {
                    Lookups here = lookups.at(held.center(), task.now());
                    return MadeUp.fill(forms.form(task.form()), given(held, next.step()), here, now);
                }));
        if (task.over()) {
            typed.put(Desk.LATE_REASON, List.of(LATE));
        }
        return typed;
    }

    private static Map<String, String> given(PracticeClass held, Scenario.Step step) {
        Map<String, String> given = new HashMap<>(step.onTheForm());
        for (int i = 0; i < step.services() && i < SERVICES.size(); i++) {
            given.put("services[" + i + "].agency", ClassDesk.agencyKey(held.center(), SERVICES.get(i)));
        }
        return given;
    }
}
