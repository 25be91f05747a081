package org.tasuki.matters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private final JdbcClient jdbc;
    private final Addressees addressees;
    private final CaseFlow flow;
    private final CaseLock lock;
    private final CaseFacts facts;
    private final CaseClocks clocks;
    private final Acting acting;
    private final AuditTrail trail;

    Matters(
            JdbcClient jdbc,
            Addressees addressees,
            CaseFlow flow,
            CaseLock lock,
            CaseFacts facts,
            CaseClocks clocks,
            Acting acting,
            AuditTrail trail) {
        this.jdbc = jdbc;
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
        acting.as(acting.current().at(file.center()), () -> begun(file, matter, addressees.find(file, matter.to())));
    }

    private boolean begun(CaseFile file, NewMatter matter, Addressees.Addressee to) {
        String me = acting.current().account();
        int rows = jdbc.sql(
                        """
                insert into matter (id, case_number, center, kind, words, desk, person, due_on, opened_by, opened_at)
                values (:id, :case, :center, :kind, :words, :desk, :person, :due, :me, :at) on conflict (id) do nothing
                """)
                .param("id", matter.id())
                .param("case", file.number().value())
                .param("center", file.center())
                .param("kind", matter.kind())
                .param("words", matter.words())
                .param("desk", to.desk())
                .param("person", to.person())
                .param("due", matter.day())
                .param("me", me)
                .param("at", utc(clocks.of(file.number()).instant()))
                .update();
        if (rows == 0) {
            return false;
        }
        String id = matter.id().toString();
        facts.note(file.number(), file.center(), due(matter.id(), matter.day()));
        flow.startBeside(Matter.PROCESS, file.number(), file.center(), to.desk(), id);
        trail.note(Act.MATTER_BEGUN, file.number(), Map.of("matter", id, "kind", matter.kind()));
        return true;
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
        UUID id = matter.id();
        if (!matter.openedBy().equals(acting.current().account())) {
            throw new Refusal("matter", "matters.notYours");
        }
        if (matter.open()) {
            acting.as(acting.current().at(file.center()), () -> {
                end(matter.number(), id, "withdrawn");
                flow.stopBeside(Matter.PROCESS, matter.number(), id.toString(), "withdrawn");
                trail.note(Act.MATTER_WITHDRAWN, matter.number(), Map.of("matter", id.toString()));
                return true;
            });
        }
    }

    /** The fact that the deadline of this matter counts from. */
    static Map<String, Instant> due(UUID id, LocalDate day) {
        return Map.of(
                CaseFacts.of(DUE, id.toString()), day.atStartOfDay(Japan.ZONE).toInstant());
    }

    @Transactional(readOnly = true)
    public Optional<Matter> find(CaseNumber number, UUID id) {
        return of(number).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Matter> of(CaseNumber number) {
        return jdbc.sql("select * from matter where case_number = ? order by opened_at desc, id")
                .param(number.value())
                .query((row, index) -> new Matter(
                        row.getObject("id", UUID.class),
                        new CaseNumber(row.getString("case_number")),
                        row.getString("kind"),
                        row.getString("words"),
                        row.getString("desk"),
                        row.getString("person"),
                        row.getObject("due_on", LocalDate.class),
                        row.getString("task_id"),
                        row.getString("state"),
                        row.getString("opened_by"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** By the case's own clock. */
    public LocalDate today(CaseNumber number) {
        return LocalDate.ofInstant(clocks.of(number).instant(), Japan.ZONE);
    }

    void end(CaseNumber number, UUID id, String state) {
        jdbc.sql("update matter set state = ?, ended_by = ?, ended_at = ? where id = ? and state = 'open'")
                .params(state, acting.current().account(), utc(clocks.of(number).instant()), id)
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
