package org.tasuki.matters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.tasuki.engine.CaseLock;
import org.tasuki.people.Acting;
import org.tasuki.terms.CaseNumber;

/** Moves the date of a matter. Its deadline follows the corrected fact, and what was announced is announced anew. */
@Component
@Transactional
public class MatterDates {

    private final JdbcClient jdbc;
    private final Matters matters;
    private final CaseLock lock;
    private final CaseFacts facts;
    private final CaseClocks clocks;
    private final Acting acting;
    private final AuditTrail trail;

    MatterDates(
            JdbcClient jdbc,
            Matters matters,
            CaseLock lock,
            CaseFacts facts,
            CaseClocks clocks,
            Acting acting,
            AuditTrail trail) {
        this.jdbc = jdbc;
        this.matters = matters;
        this.lock = lock;
        this.facts = facts;
        this.clocks = clocks;
        this.acting = acting;
        this.trail = trail;
    }

    public record Move(LocalDate from, LocalDate to, String reason, String by, Instant at) {

        /** Never into a log: the reason may name a family. */
        @Override
        public String toString() {
            return "Move to " + to;
        }
    }

    /** Whoever began it, while it is open. A question is withdrawn and asked anew instead. */
    public boolean mayMove(Matter matter) {
        return matters.mayWithdraw(matter) && !matter.asks();
    }

    /**
     * A second click finds it done.
     *
     * @throws Refusal when it is over, not the actor's to move, or the day cannot be
     */
    public void move(CaseFile file, UUID id, NewDate date) {
        lock.hold(file.number());
        Matter matter = matters.find(file.number(), id)
                .filter(this::mayMove)
                .orElseThrow(() -> new Refusal("day", "matters.move.over"));
        if (date.day().equals(matter.dueOn())) {
            if (of(id).stream()
                    .findFirst()
                    .filter(last -> last.reason().equals(date.reason()))
                    .isEmpty()) {
                throw new Refusal("day", "matters.move.same");
            }
            return;
        }
        NewMatter.mustLieAhead(date.day(), matters.today(file.number()));
        acting.as(acting.current().at(file.center()), () -> moved(file, matter, date));
    }

    private boolean moved(CaseFile file, Matter matter, NewDate date) {
        jdbc.sql(
                        """
                insert into matter_move (matter, case_number, center, old_due, new_due, reason, by_account, at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        matter.id(),
                        file.number().value(),
                        file.center(),
                        matter.dueOn(),
                        date.day(),
                        date.reason(),
                        acting.current().account(),
                        clocks.of(file.number()).instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("update matter set due_on = ? where id = ?")
                .params(date.day(), matter.id())
                .update();
        facts.note(file.number(), file.center(), Matters.due(matter.id(), date.day()));
        trail.note(Act.MATTER_MOVED, file.number(), Map.of("matter", matter.id().toString()));
        return true;
    }

    /** The matters of a case whose date was ever moved. */
    @Transactional(readOnly = true)
    public Set<UUID> moved(CaseNumber number) {
        return Set.copyOf(jdbc.sql("select distinct matter from matter_move where case_number = ?")
                .param(number.value())
                .query(UUID.class)
                .list());
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Move> of(UUID matter) {
        return jdbc.sql("select * from matter_move where matter = ? order by id desc")
                .param(matter)
                .query(MatterDates::read)
                .list();
    }

    private static Move read(ResultSet row, int index) throws SQLException {
        return new Move(
                row.getObject("old_due", LocalDate.class),
                row.getObject("new_due", LocalDate.class),
                row.getString("reason"),
                row.getString("by_account"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
