package org.tasuki.matters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.Refusal;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.deadlines.CaseFacts;
import org.tasuki.engine.CaseFlow;
import org.tasuki.engine.CaseLock;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.Japan;

/** Begins matters, and takes them back. Their words stay here; the process knows the id, the desk and the date. */
@Component
@Transactional
public class Matters {

    /** The fact that the rule takes its date from, one a matter. */
    private static final String DUE = "matter-due";

    private final MatterBook book;
    private final Addressees addressees;
    private final CaseFlow flow;
    private final CaseLock lock;
    private final CaseFacts facts;
    private final CaseClocks clocks;
    private final Acting acting;
    private final AuditTrail trail;

    Matters(
            MatterBook book,
            Addressees addressees,
            CaseFlow flow,
            CaseLock lock,
            CaseFacts facts,
            CaseClocks clocks,
            Acting acting,
            AuditTrail trail) {
        this.book = book;
        this.addressees = addressees;
        this.flow = flow;
        this.lock = lock;
        this.facts = facts;
        this.clocks = clocks;
        this.acting = acting;
        this.trail = trail;
    }

    /** Whoever works on the case at its center. */
    public boolean allowed(CaseFile file) {
        Actor me = acting.current();
        return me.worksOnCases() && me.agency() == null && file.center().equals(me.center());
    }

    /** @throws Refusal when the day has passed, or whom it is for cannot be given it */
    public void begin(CaseFile file, NewMatter matter) {
        lock.hold(file.number());
        if (!file.open()) {
            throw new Refusal("kind", "matters.notOpen");
        }
        matter.mustLieAhead(today(file.number()));
        acting.as(acting.current().at(file.center()), () -> begun(file, matter, addressees.find(file, matter)));
    }

    private boolean begun(CaseFile file, NewMatter matter, Addressees.Addressee to) {
        if (!book.add(file, matter, to)) {
            return false;
        }
        String id = matter.id().toString();
        facts.note(file.number(), file.center(), due(matter.id(), matter.day()));
        flow.startBeside(Matter.process(matter.kind()), file.number(), file.center(), to.desk(), id);
        trail.note(Act.MATTER_BEGUN, file.number(), Map.of("matter", id, "kind", matter.kind()));
        return true;
    }

    /** Whoever began it, while it is open. */
    public boolean mayWithdraw(Matter matter) {
        return matter.open() && matter.openedBy().equals(acting.current().account());
    }

    /**
     * Taken back by whoever began it; a second click finds it done.
     *
     * @return false when the case has no such matter
     */
    public boolean withdraw(CaseFile file, UUID id) {
        lock.hold(file.number());
        Optional<Matter> found = find(file.number(), id);
        found.ifPresent(matter -> withdraw(file, matter));
        return found.isPresent();
    }

    private void withdraw(CaseFile file, Matter matter) {
        if (!matter.openedBy().equals(acting.current().account())) {
            throw new Refusal("matter", "matters.notYours");
        }
        if (matter.open()) {
            acting.as(acting.current().at(file.center()), () -> {
                stop(matter, "withdrawn");
                trail.note(
                        Act.MATTER_WITHDRAWN,
                        matter.number(),
                        Map.of("matter", matter.id().toString(), "kind", matter.kind()));
                return true;
            });
        }
    }

    /** The fact that the deadline of this matter counts from. */
    static Map<String, Instant> due(UUID id, LocalDate day) {
        return Map.of(
                CaseFacts.of(DUE, id.toString()), day.atStartOfDay(Japan.ZONE).toInstant());
    }

    /** Nobody is to do it any more: its task goes, with its deadline. */
    void stop(Matter matter, String state) {
        book.end(matter, state);
        flow.stopBeside(
                Matter.process(matter.kind()), matter.number(), matter.id().toString(), state);
    }

    @Transactional(readOnly = true)
    public Optional<Matter> find(CaseNumber number, UUID id) {
        return of(number).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Matter> of(CaseNumber number) {
        return book.of(number);
    }

    /** By the case's own clock. */
    public LocalDate today(CaseNumber number) {
        return LocalDate.ofInstant(clocks.of(number).instant(), Japan.ZONE);
    }
}
