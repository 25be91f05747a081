package org.tasuki.disclosure;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.CaseRights;
import org.tasuki.casefile.EndingReason;
import org.tasuki.casefile.Refusal;
import org.tasuki.deadlines.BusinessCalendar;
import org.tasuki.deadlines.DeadlineRules;
import org.tasuki.people.Acting;
import org.tasuki.people.Right;
import org.tasuki.secrecy.SecretPlace;
import org.tasuki.secrecy.Secrets;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.Japan;

/** Requests to see the records of a case: opened, prepared, decided by a second person, given out. */
@Component
@Transactional
public class Disclosures {

    static final String TABLE = "disclosure_request";

    private static final String RULE = "disclosure-request";
    /** APPI art. 83 (2): by 30 days at most, once. */
    private static final int EXTENSION = 30;

    private static final int MOST_WORDS = 5000;

    private final JdbcClient jdbc;
    private final CaseRights rights;
    private final Secrets secrets;
    private final DeadlineRules rules;
    private final BusinessCalendar calendar;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;

    Disclosures(
            JdbcClient jdbc,
            CaseRights rights,
            Secrets secrets,
            DeadlineRules rules,
            BusinessCalendar calendar,
            Acting acting,
            AuditTrail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.rights = rights;
        this.secrets = secrets;
        this.rules = rules;
        this.calendar = calendar;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    /** Those who answer for the records at the case's center. */
    public boolean allows(CaseFile file) {
        return rights.allows(Right.PREPARE_DISCLOSURE, file);
    }

    /** The director, and not whoever prepared it. */
    public boolean mayDecide(Request request) {
        return acting.may(Right.DECIDE_DISCLOSURE)
                && !acting.current().account().equals(request.proposedBy());
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Japan.ZONE);
    }

    /** @throws Refusal when it cannot stand, or another one is under way */
    public long open(CaseFile file, String requester, @Nullable LocalDate received) {
        if (!Request.REQUESTERS.contains(requester)) {
            throw new Refusal("requester", "disclosure.requester.missing");
        }
        if (received == null || received.isAfter(today()) || received.isBefore(today().minusYears(1))) {
            throw new Refusal("received", "disclosure.received.wrong");
        }
        if (of(file.number()).stream().anyMatch(one -> one.open() || one.proposed())) {
            throw new Refusal("requester", "disclosure.underWay");
        }
        LocalDate due = rules.rule(RULE, received)
                .due(received.atStartOfDay(Japan.ZONE).toInstant(), calendar, null)
                .day();
        long id = jdbc.sql(
                        """
                insert into disclosure_request (case_number, center, requester, received_on, due_on, opened_by, opened_at)
                values (?, ?, ?, ?, ?, ?, ?) returning id
                """)
                .params(
                        file.number().value(),
                        file.center(),
                        requester,
                        received,
                        due,
                        acting.current().account(),
                        OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
        note(Act.DISCLOSURE_REQUESTED, file.number(), id);
        return id;
    }

    @Transactional(readOnly = true)
    public List<Request> of(CaseNumber number) {
        return jdbc.sql("select * from disclosure_request where case_number = ? order by id desc")
                .param(number.value())
                .query(Disclosures::read)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Request> find(CaseNumber number, long id) {
        return of(number).stream().filter(request -> request.id() == id).findFirst();
    }

    /** What was decided on single parts, by their keys: "" gives it, else the ground for keeping it back. */
    @Transactional(readOnly = true)
    public Map<String, String> decisions(Request request) {
        Map<String, String> decisions = new HashMap<>();
        jdbc.sql("select part, ground from disclosure_part where request = ?")
                .param(request.id())
                .query(row -> {
                    String ground = row.getString("ground");
                    decisions.put(row.getString("part"), ground == null ? "" : ground);
                });
        return decisions;
    }

    /** More words to black out, a line each; sealed, because they are the very names that must not be known. */
    @Transactional(readOnly = true)
    public String words(Request request) {
        return opened(request, "blackout").map(Disclosures::text).orElse("");
    }

    /** @param decisions as {@link #decisions} answers them; what is no part of the case is let fall */
    public void prepare(
            CaseFile file, Request request, Map<String, String> decisions, Set<String> parts, String words) {
        mustBe(request.open());
        if (words.length() > MOST_WORDS) {
            throw new Refusal("words", "disclosure.words.tooLong");
        }
        decisions.forEach((part, ground) -> {
            if (parts.contains(part) && (ground.isEmpty() || Request.GROUNDS.contains(ground))) {
                keep(file, request, part, ground);
            }
        });
        jdbc.sql("update disclosure_request set blackout = ? where id = ?")
                .params(secrets.seal(words, place(request.number(), request.id(), "blackout")), request.id())
                .update();
    }

    public void extend(Request request, EndingReason why) {
        mustBe(request.open() && request.extendedWhy() == null);
        jdbc.sql("update disclosure_request set due_on = due_on + ?, extended = true, extended_why = ? where id = ?")
                .params(EXTENSION, why.text(), request.id())
                .update();
        note(Act.DISCLOSURE_EXTENDED, request.number(), request.id());
    }

    public void propose(Request request) {
        mustBe(request.open());
        move(request, "state = 'proposed', proposed_by = :by, proposed_at = :at");
        note(Act.DISCLOSURE_PROPOSED, request.number(), request.id());
    }

    public void giveBack(Request request) {
        mustBe(request.proposed() && acting.may(Right.DECIDE_DISCLOSURE));
        move(request, "state = 'open', proposed_by = null, proposed_at = null");
        note(Act.DISCLOSURE_RETURNED, request.number(), request.id());
    }

    public void drop(Request request, EndingReason why) {
        mustBe(request.open() || request.proposed());
        jdbc.sql("update disclosure_request set state = 'dropped', dropped_why = ? where id = ?")
                .params(why.text(), request.id())
                .update();
        note(Act.DISCLOSURE_DROPPED, request.number(), request.id());
    }

    /** The second person decides; what is given is kept as it is given, sealed. */
    public void decide(Request request, String document) {
        if (!mayDecide(request)) {
            throw new Refusal("decision", "disclosure.decision.notYours");
        }
        mustBe(request.proposed());
        jdbc.sql(
                        """
                update disclosure_request set state = 'decided', decided_by = ?, decided_at = ?, package = ?
                where id = ? and state = 'proposed'
                """)
                .params(
                        acting.current().account(),
                        OffsetDateTime.now(clock),
                        secrets.seal(document, place(request.number(), request.id(), "package")),
                        request.id())
                .update();
        note(Act.DISCLOSURE_DECIDED, request.number(), request.id());
    }

    /** The document as it was decided, and noted that it was taken out; empty when it cannot be opened any more. */
    public Optional<byte[]> takeOut(Request request) {
        note(Act.DISCLOSURE_TAKEN_OUT, request.number(), request.id());
        return opened(request, "package");
    }

    static SecretPlace place(CaseNumber number, long id, String column) {
        return new SecretPlace(TABLE, number, column + ' ' + id);
    }

    private Optional<byte[]> opened(Request request, String column) {
        byte[] sealed = jdbc.sql("select " + column + " from disclosure_request where id = ?")
                .param(request.id())
                .query((row, index) -> Optional.ofNullable(row.getBytes(1)))
                .single()
                .orElse(new byte[0]);
        return sealed.length == 0
                ? Optional.empty()
                : secrets.content(sealed, place(request.number(), request.id(), column));
    }

    private void keep(CaseFile file, Request request, String part, String ground) {
        jdbc.sql(
                        """
                insert into disclosure_part (request, part, case_number, center, disclosed, ground) values (?, ?, ?, ?, ?, ?)
                on conflict (request, part) do update set disclosed = excluded.disclosed, ground = excluded.ground
                """)
                .param(request.id())
                .param(part)
                .param(file.number().value())
                .param(file.center())
                .param(ground.isEmpty())
                .param(ground.isEmpty() ? null : ground)
                .update();
    }

    private void move(Request request, String assignment) {
        jdbc.sql("update disclosure_request set " + assignment + " where id = :id and cast(:by as text) is not null"
                        + " and cast(:at as timestamptz) is not null")
                .param("by", acting.current().account())
                .param("at", OffsetDateTime.now(clock))
                .param("id", request.id())
                .update();
    }

    private void note(Act act, CaseNumber number, long id) {
        trail.note(act, number, Map.of("request", String.valueOf(id)));
    }

    private static void mustBe(boolean so) {
        if (!so) {
            throw new Refusal("state", "disclosure.state.other");
        }
    }

    private static String text(byte[] words) {
        return new String(words, StandardCharsets.UTF_8);
    }

    private static Request read(ResultSet row, int index) throws SQLException {
        return new Request(
                row.getLong("id"),
                new CaseNumber(row.getString("case_number")),
                row.getString("requester"),
                row.getObject("received_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getString("extended_why"),
                row.getString("state"),
                row.getString("opened_by"),
                row.getString("proposed_by"),
                instant(row, "proposed_at"),
                row.getString("decided_by"),
                instant(row, "decided_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
