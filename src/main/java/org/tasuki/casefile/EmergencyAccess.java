package org.tasuki.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.engine.CaseFlow;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.terms.CaseNumber;

/**
 * The emergency at night (緊急閲覧): a case outside one's own opens for some hours, for a reason, and a supervisor has to
 * say within a working day whether that was right.
 */
@Component
@Transactional
public class EmergencyAccess {

    private static final int MOST = 10;

    private final JdbcClient jdbc;
    private final EmergencyRight right;
    private final CaseFlow flow;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;
    private final Duration lasts;

    EmergencyAccess(
            JdbcClient jdbc,
            EmergencyRight right,
            CaseFlow flow,
            Acting acting,
            AuditTrail trail,
            Clock clock,
            @Value("${tasuki.emergency.lasts}") Duration lasts) {
        this.jdbc = jdbc;
        this.right = right;
        this.flow = flow;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
        this.lasts = lasts;
    }

    /** Enough to tell one child from another, and no more, until the case is opened. */
    public record Found(CaseNumber number, @Nullable String name, @Nullable String kana, @Nullable LocalDate birth) {}

    public record Access(
            long id,
            String account,
            EmergencyReason.Kind reason,
            String words,
            Instant at,
            Instant until,
            @Nullable String reviewedBy,
            @Nullable String verdict) {}

    public Duration lasts() {
        return lasts;
    }

    /**
     * The center's cases of this number, or of a child of exactly this name or kana, that an emergency may open to the actor.
     * What is kept from the actor is not among them.
     */
    public List<Found> look(String typed) {
        Actor me = mustMay();
        trail.noteAlone(Act.CASE_SEARCHED, null, Map.of("for", "emergency"));
        String text = SearchText.of(typed);
        if (text.isEmpty()) {
            return List.of();
        }
        return like(me, number(typed), text);
    }

    private static String number(String typed) {
        String number =
                Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
        return CaseNumber.looksLike(number) ? number : "";
    }

    /** Whether the case is there to be opened by an emergency; noted by nobody. */
    @Transactional(readOnly = true)
    public boolean mayOpen(CaseNumber number) {
        return right.allows()
                && like(acting.current(), number.value(), number.value()).stream()
                        .anyMatch(found -> found.number().equals(number));
    }

    private List<Found> like(Actor me, String typed, String text) {
        return acting.as(me.at(center(me)), () -> jdbc.sql(
                        """
                select f.number, c.name, c.kana, c.birth_date from case_file f join child c on c.case_number = f.number
                where (f.number = :typed or strpos(c.search, :text) > 0 and length(:text) > 1) and f.center = :center
                  and not exists (select from case_exclusion x where x.case_number = f.number and x.account = :me
                                  and x.lifted_at is null)
                  and (:heads or not exists (select from case_restriction r where r.case_number = f.number and r.lifted_at is null))
                order by f.opened_at desc limit :most
                """)
                .param("typed", typed)
                .param("text", text)
                .param("center", center(me))
                .param("me", me.account())
                .param("heads", right.opensRestricted())
                .param("most", MOST)
                .query(EmergencyAccess::found)
                .list());
    }

    /**
     * Opens the case to the actor for some hours, and tells whoever has to review it.
     *
     * @throws Refusal when there is no such case for the actor
     */
    public void open(CaseNumber number, EmergencyReason reason) {
        Actor me = mustMay();
        if (look(number.value()).stream().noneMatch(found -> found.number().equals(number))) {
            trail.noteAlone(Act.ACCESS_REFUSED, number, Map.of("page", "emergency"));
            throw new Refusal("typed", "casefile.emergency.none");
        }
        Map<String, Object> reviewer = Map.of("reviewer", right.reviewer());
        acting.as(me.at(center(me)), () -> {
            long id = keep(number, me, reason);
            trail.note(
                    Act.EMERGENCY_OPENED, number, Map.of("reason", reason.kind().key(), "access", String.valueOf(id)));
            flow.startBeside(EmergencyReview.PROCESS, number, center(me), reviewer);
        });
    }

    private long keep(CaseNumber number, Actor me, EmergencyReason reason) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return jdbc.sql(
                        """
                insert into emergency_access (case_number, center, account, reason, words, opened_at, until)
                values (?, ?, ?, ?, ?, ?, ?) returning id
                """)
                .params(
                        number.value(),
                        center(me),
                        me.account(),
                        reason.kind().key(),
                        reason.words(),
                        now,
                        now.plus(lasts))
                .query(Long.class)
                .single();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Access> of(CaseNumber number) {
        return jdbc.sql("select * from emergency_access where case_number = ? order by id desc")
                .param(number.value())
                .query(EmergencyAccess::access)
                .list();
    }

    /** Until when the case is open to the actor by an emergency alone; null when it is theirs anyway, or never was. */
    @Transactional(readOnly = true)
    public @Nullable Instant openUntil(CaseNumber number) {
        return jdbc.sql(
                        """
                select max(until) from emergency_access e where case_number = :case and account = :me and until > :now
                and not exists (select from case_team t where t.case_number = e.case_number and t.account = :me and t.left_at is null)
                """)
                .param("case", number.value())
                .param("me", acting.current().account())
                .param("now", OffsetDateTime.now(clock))
                .query((row, i) -> row.getObject(1, OffsetDateTime.class))
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    private Actor mustMay() {
        if (!right.allows()) {
            throw new IllegalStateException(
                    "no emergency opens a case to " + acting.current().roles());
        }
        return acting.current();
    }

    private static String center(Actor me) {
        return Objects.requireNonNull(me.center());
    }

    private static Found found(ResultSet row, int index) throws SQLException {
        return new Found(
                new CaseNumber(row.getString("number")),
                row.getString("name"),
                row.getString("kana"),
                row.getObject("birth_date", LocalDate.class));
    }

    private static Access access(ResultSet row, int index) throws SQLException {
        return new Access(
                row.getLong("id"),
                row.getString("account"),
                EmergencyReason.Kind.valueOf(row.getString("reason").toUpperCase(Locale.ROOT)),
                row.getString("words"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                row.getString("reviewed_by"),
                row.getString("verdict"));
    }
}
