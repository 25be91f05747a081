package org.tasuki.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.engine.HandOverDoor;
import org.tasuki.referral.HandOver.Kind;
import org.tasuki.referral.HandOver.State;
import org.tasuki.terms.CaseNumber;

/** The hand-overs of the cases, each guarding its own way from preparation to an end. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class HandOvers implements HandOverDoor {

    private static final String[] OPEN = Arrays.stream(State.values())
            .filter(State::open)
            .map(HandOvers::key)
            .toArray(String[]::new);

    private final JdbcClient jdbc;
    private final CaseClocks clocks;
    private final AuditTrail trail;

    HandOvers(JdbcClient jdbc, CaseClocks clocks, AuditTrail trail) {
        this.jdbc = jdbc;
        this.clocks = clocks;
        this.trail = trail;
    }

    /** A meeting decided to hand the case over; the agency may be chosen now or when the sheet is written. */
    String prepare(CaseNumber number, String center, Kind kind, @Nullable String agency, @Nullable String purpose) {
        String id = UUID.randomUUID().toString();
        jdbc.sql(
                        """
                insert into hand_over (id, case_number, center, kind, agency, purpose, state, prepared_at)
                values (?, ?, ?, ?, ?, ?, 'prepared', ?)
                """)
                .param(id)
                .param(number.value())
                .param(center)
                .param(key(kind))
                .param(agency)
                .param(purpose)
                .param(now(number))
                .update();
        return id;
    }

    /** An agency reads only what was written for it since: not what was returned for correction, nor sent to another. */
    void writeAnew(String id) {
        HandOver handOver = locked(id);
        jdbc.sql("update hand_over set prepared_at = ?, sent_at = null, answered_at = null where id = ?")
                .params(now(handOver.number()), id)
                .update();
    }

    void address(String id, @Nullable String agency, @Nullable String purpose) {
        jdbc.sql("update hand_over set agency = coalesce(?, agency), purpose = coalesce(?, purpose) where id = ?")
                .param(agency)
                .param(purpose)
                .param(id)
                .update();
    }

    @Override
    public String send(String id) {
        HandOver handOver = become(id, State.SENT);
        jdbc.sql("update hand_over set sent_at = ?, answered_at = null where id = ?")
                .params(now(handOver.number()), id)
                .update();
        String agency = handOver.agency();
        if (agency == null) {
            throw new IllegalStateException("a hand-over without an agency cannot be sent");
        }
        trail.note(Act.HAND_OVER_SENT, handOver.number(), Map.of("agency", agency));
        return agency;
    }

    @Override
    public void silent(String id) {
        HandOver handOver = become(id, State.SILENT);
        trail.note(Act.HAND_OVER_SILENT, handOver.number(), Map.of("handOver", id));
    }

    void answered(String id, boolean accepted) {
        HandOver handOver = become(id, accepted ? State.ACCEPTED : State.DECLINED);
        jdbc.sql("update hand_over set answered_at = ? where id = ?")
                .params(now(handOver.number()), id)
                .update();
        trail.note(Act.HAND_OVER_ANSWERED, handOver.number(), Map.of("accepted", String.valueOf(accepted)));
    }

    /** @throws IllegalStateException when the hand-over cannot go there from where it stands */
    HandOver become(String id, State next) {
        HandOver handOver = locked(id);
        if (!handOver.state().mayBecome(next)) {
            throw new IllegalStateException(
                    "a hand-over that is " + key(handOver.state()) + " cannot become " + key(next));
        }
        jdbc.sql("update hand_over set state = ? where id = ?")
                .params(key(next), id)
                .update();
        return handOver;
    }

    private HandOver locked(String id) {
        return jdbc.sql("select * from hand_over where id = ? for update")
                .param(id)
                .query(HandOvers::read)
                .single();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean noneOpen(String caseNumber) {
        return of(new CaseNumber(caseNumber)).stream()
                .noneMatch(handOver -> handOver.state().open());
    }

    /** Oldest first, as far as the reader may see them. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<HandOver> of(CaseNumber number) {
        return jdbc.sql("select * from hand_over where case_number = ? order by prepared_at, id")
                .param(number.value())
                .query(HandOvers::read)
                .list();
    }

    /** Those on which somebody still works: open, or accepted with a task left. Oldest first. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<HandOver> underWay(CaseNumber number) {
        return jdbc.sql(
                        """
                select * from hand_over h where h.case_number = ? and (h.state = any (?)
                    or exists (select from inbox_item i where i.case_number = h.case_number and i.hand_over = h.id))
                order by h.prepared_at, h.id
                """)
                .params(number.value(), OPEN)
                .query(HandOvers::read)
                .list();
    }

    /** The case leaves the flow, and takes back what is under way. Answers how each stood before. */
    List<HandOver> recall(CaseNumber number) {
        List<HandOver> underWay = underWay(number);
        underWay.forEach(handOver -> {
            jdbc.sql("update hand_over set state = ? where id = ?")
                    .params(key(State.DROPPED), handOver.id())
                    .update();
            trail.note(Act.HAND_OVER_RECALLED, number, Map.of("handOver", handOver.id()));
        });
        return underWay;
    }

    private OffsetDateTime now(CaseNumber number) {
        return clocks.of(number).instant().atOffset(ZoneOffset.UTC);
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static HandOver read(ResultSet row, int index) throws SQLException {
        return new HandOver(
                row.getString("id"),
                new CaseNumber(row.getString("case_number")),
                row.getString("center"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("agency"),
                row.getString("purpose"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("prepared_at", OffsetDateTime.class).toInstant(),
                instant(row, "sent_at"),
                instant(row, "answered_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
