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
import org.tasuki.casefile.Refusal;
import org.tasuki.deadlines.BusinessCalendar;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.deadlines.CaseFacts;
import org.tasuki.deadlines.DeadlineRules;
import org.tasuki.people.Acting;
import org.tasuki.people.Right;
import org.tasuki.secrecy.SecretPlace;
import org.tasuki.secrecy.Secrets;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.Japan;

/** Requests to see the records of a case, and what is prepared for them. What is done with one: {@link DisclosureSteps}. */
@Component
@Transactional
public class Disclosures {

    static final String TABLE = "disclosure_request";

    /** The fact that the limits count from, and the first of them. */
    static final String RULE = "disclosure-request";

    static final String EXTENDED_RULE = "disclosure-request-extended";

    private static final int MOST_WORDS = 5000;

    private final JdbcClient jdbc;
    private final CaseRights rights;
    private final Secrets secrets;
    private final DeadlineRules rules;
    private final BusinessCalendar calendar;
    private final Acting acting;
    private final AuditTrail trail;
    private final CaseClocks clocks;
    private final CaseFacts facts;
    private final DisclosureTasks tasks;

    Disclosures(
            JdbcClient jdbc,
            CaseRights rights,
            Secrets secrets,
            DeadlineRules rules,
            BusinessCalendar calendar,
            Acting acting,
            AuditTrail trail,
            CaseClocks clocks,
            CaseFacts facts,
            DisclosureTasks tasks) {
        this.jdbc = jdbc;
        this.rights = rights;
        this.secrets = secrets;
        this.rules = rules;
        this.calendar = calendar;
        this.acting = acting;
        this.trail = trail;
        this.clocks = clocks;
        this.facts = facts;
        this.tasks = tasks;
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

    /** By the case's own clock. */
    public LocalDate today(CaseNumber number) {
        return LocalDate.ofInstant(clock(number).instant(), Japan.ZONE);
    }

    Clock clock(CaseNumber number) {
        return clocks.of(number);
    }

    LocalDate due(String rule, LocalDate received) {
        return rules.rule(rule, received).due(start(received), calendar, null).day();
    }

    private static Instant start(LocalDate received) {
        return received.atStartOfDay(Japan.ZONE).toInstant();
    }

    /** @throws Refusal when it cannot stand, or another one is under way */
    public long open(CaseFile file, String requester, @Nullable LocalDate received) {
        if (!Request.REQUESTERS.contains(requester)) {
            throw new Refusal("requester", "disclosure.requester.missing");
        }
        LocalDate today = today(file.number());
        if (received == null || received.isAfter(today) || received.isBefore(today.minusYears(1))) {
            throw new Refusal("received", "disclosure.received.wrong");
        }
        if (of(file.number()).stream().anyMatch(Request::underWay)) {
            throw new Refusal("requester", "disclosure.underWay");
        }
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
                        due(RULE, received),
                        acting.current().account(),
                        OffsetDateTime.now(clock(file.number())))
                .query(Long.class)
                .single();
        note(Act.DISCLOSURE_REQUESTED, file.number(), id);
        facts.note(file.number(), file.center(), Map.of(RULE, start(received)));
        tasks.begin(file);
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
                .params(secrets.seal(words, place(request, "blackout")), request.id())
                .update();
    }

    /** The document as it was decided, and noted that it was taken out; empty when it cannot be opened any more. */
    public Optional<byte[]> takeOut(Request request) {
        note(Act.DISCLOSURE_TAKEN_OUT, request.number(), request.id());
        return opened(request, "package");
    }

    static SecretPlace place(Request request, String column) {
        return place(request.number(), request.id(), column);
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

    static Request read(ResultSet row, int index) throws SQLException {
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
                instant(row, "decided_at"),
                row.getString("refused_why"),
                row.getString("returned_why"),
                row.getString("dropped_why"),
                row.getObject("given_on", LocalDate.class),
                row.getString("given_how"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
