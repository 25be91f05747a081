package org.tasuki.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.EndingReason;
import org.tasuki.casefile.Refusal;
import org.tasuki.engine.CaseHistory;
import org.tasuki.engine.CaseLock;
import org.tasuki.people.Acting;
import org.tasuki.people.Right;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.Japan;

/**
 * What becomes of the records of a case when their time is over: one person proposes, a second approves, and then they are
 * erased for good. The database checks all of it once more ({@code erase_case}).
 */
@Component
@Transactional
public class Retention {

    private final JdbcClient jdbc;
    private final CaseHistory history;
    private final CaseLock lock;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;

    Retention(JdbcClient jdbc, CaseHistory history, CaseLock lock, Acting acting, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.lock = lock;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    public boolean mayPropose() {
        return acting.may(Right.PROPOSE_ERASURE);
    }

    /** A director, and not whoever proposed it. */
    public boolean mayAnswer(Decision decision) {
        return acting.may(Right.DECIDE_ERASURE) && !acting.current().account().equals(decision.proposedBy());
    }

    public boolean mayErase() {
        return acting.may(Right.DECIDE_ERASURE);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Japan.ZONE);
    }

    /** Empty while the case, or the one that it was joined to, has not ended. */
    @Transactional(readOnly = true)
    public Optional<Kept> kept(CaseNumber number) {
        return jdbc.sql("select * from retention_of(?, ?)")
                .params(number.value(), today())
                .query((row, index) -> new Kept(
                        row.getString("rule"),
                        row.getObject("version", LocalDate.class),
                        row.getObject("kept_until", LocalDate.class)))
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Decision> last(CaseNumber number) {
        return jdbc.sql(
                        """
                        select p.*, a.approved, a.reason as answer, a.answered_by, a.answered_at
                        from retention_proposal p left join retention_answer a on a.proposal = p.id
                        where p.case_number = ? order by p.id desc limit 1
                        """)
                .param(number.value())
                .query(Retention::decision)
                .optional();
    }

    @Transactional(readOnly = true)
    public Decision.State state(CaseNumber number) {
        return Decision.state(last(number).orElse(null), today());
    }

    /** @throws Refusal when the time is not over, or something is proposed or approved already */
    public void propose(CaseFile file, Proposal proposal) {
        lock.hold(file.number());
        if (!mayPropose()) {
            throw new Refusal("choice", "retention.notYours");
        }
        Kept kept = over(file);
        Decision.State state = state(file.number());
        if (state == Decision.State.PROPOSED || state == Decision.State.APPROVED) {
            throw new Refusal("choice", "retention.already");
        }
        jdbc.sql(
                        """
                insert into retention_proposal (case_number, center, choice, keep_until, reason, rule, rule_version, kept_until,
                                                proposed_by, proposed_at)
                values (:case, :center, :choice, :until, :reason, :rule, :version, :kept, :by, :at)
                """)
                .param("case", file.number().value())
                .param("center", file.center())
                .param("choice", choice(proposal.erases()))
                .param("until", proposal.keepUntil())
                .param("reason", proposal.reason().text())
                .param("rule", kept.rule())
                .param("version", kept.version())
                .param("kept", kept.until())
                .param("by", acting.current().account())
                .param("at", OffsetDateTime.now(clock))
                .update();
        trail.note(
                Act.RETENTION_PROPOSED,
                file.number(),
                Map.of("choice", choice(proposal.erases()), "rule", kept.rule()));
    }

    /**
     * The second person's word.
     *
     * @param why for a refusal; null approves
     * @throws Refusal when nothing waits for an answer, or it is not theirs to give
     */
    public void answer(CaseFile file, long proposal, @Nullable EndingReason why) {
        lock.hold(file.number());
        Decision decision = last(file.number())
                .filter(last -> last.answer() == null && last.id() == proposal)
                .orElseThrow(() -> new Refusal("answer", "retention.answer.nothing"));
        if (!mayAnswer(decision)) {
            throw new Refusal("answer", "retention.answer.notYours");
        }
        over(file);
        jdbc.sql(
                        """
                insert into retention_answer (proposal, case_number, center, approved, reason, answered_by, answered_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .param(proposal)
                .param(file.number().value())
                .param(file.center())
                .param(why == null)
                .param(why == null ? null : why.text())
                .param(acting.current().account())
                .param(OffsetDateTime.now(clock))
                .update();
        trail.note(
                why == null ? Act.RETENTION_APPROVED : Act.RETENTION_REFUSED,
                file.number(),
                Map.of("choice", choice(decision.erase())));
    }

    /**
     * Erases the records for good, with the engine's memory of the case. The trail keeps who decided and who did it.
     *
     * @throws Refusal when two people have not decided so
     */
    public void erase(CaseFile file) {
        lock.hold(file.number());
        Decision decision = last(file.number())
                .filter(last -> last.erase() && state(file.number()) == Decision.State.APPROVED)
                .orElseThrow(() -> new Refusal("sure", "retention.erasure.notDecided"));
        if (!mayErase()) {
            throw new Refusal("sure", "retention.notYours");
        }
        Kept kept = over(file);
        if (asked(file.number())) {
            throw new Refusal("sure", "retention.erasure.asked");
        }
        if (history.runs(file.number())) {
            throw new Refusal("sure", "retention.erasure.runs");
        }
        history.erase(file.number());
        jdbc.sql("select erase_case(?)").param(file.number().value()).query().listOfRows();
        Decision.Answer answer = decision.answer();
        trail.note(
                Act.CASE_ERASED,
                file.number(),
                Map.of(
                        "rule",
                        kept.rule(),
                        "proposed",
                        decision.proposedBy(),
                        "approved",
                        answer == null ? "" : answer.by()));
    }

    /** Somebody has asked to see the records: they must not be gone before the office has answered. */
    private boolean asked(CaseNumber number) {
        return jdbc.sql(
                        "select exists (select from disclosure_request where case_number = ? and state in ('open', 'proposed', 'decided'))")
                .param(number.value())
                .query(Boolean.class)
                .single();
    }

    private Kept over(CaseFile file) {
        return kept(file.number())
                .filter(kept -> kept.isOver(today()))
                .orElseThrow(() -> new Refusal("choice", "retention.notOver"));
    }

    private static String choice(boolean erases) {
        return erases ? "erase" : "keep";
    }

    private static Decision decision(ResultSet row, int index) throws SQLException {
        String by = row.getString("answered_by");
        return new Decision(
                row.getLong("id"),
                "erase".equals(row.getString("choice")),
                row.getObject("keep_until", LocalDate.class),
                row.getString("reason"),
                row.getString("proposed_by"),
                instant(row, "proposed_at"),
                by == null
                        ? null
                        : new Decision.Answer(
                                row.getBoolean("approved"), row.getString("answer"), by, instant(row, "answered_at")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
