package org.tasuki.disclosure;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.EndingReason;
import org.tasuki.casefile.Refusal;
import org.tasuki.people.Acting;
import org.tasuki.secrecy.Secrets;

/**
 * What is done with a request step by step: the row moves, the task is completed, and the trail has it, together or not at
 * all. {@code late} is the reason that is asked for when the limit has passed.
 */
@Component
@Transactional
public class DisclosureSteps {

    private final JdbcClient jdbc;
    private final Disclosures disclosures;
    private final DisclosureTasks tasks;
    private final DisclosureDue shownDue;
    private final DisclosureDocument document;
    private final Records records;
    private final Secrets secrets;
    private final Acting acting;
    private final AuditTrail trail;

    DisclosureSteps(
            JdbcClient jdbc,
            Disclosures disclosures,
            DisclosureTasks tasks,
            DisclosureDue shownDue,
            DisclosureDocument document,
            Records records,
            Secrets secrets,
            Acting acting,
            AuditTrail trail) {
        this.jdbc = jdbc;
        this.disclosures = disclosures;
        this.tasks = tasks;
        this.shownDue = shownDue;
        this.document = document;
        this.records = records;
        this.secrets = secrets;
        this.acting = acting;
        this.trail = trail;
    }

    public void propose(Request request, String late) {
        mustBe(request.open());
        move(
                request,
                "state = 'proposed', proposed_by = ?, proposed_at = ?",
                acting.current().account(),
                now(request));
        done(request, Act.DISCLOSURE_PROPOSED, Map.of("preparation", "propose"), late);
    }

    /** Once, and by what the law allows (APPI art. 83 (2)). */
    public void extend(Request request, EndingReason why, String late) {
        mustBe(request.open() && request.extendedWhy() == null);
        LocalDate due = disclosures.due(Disclosures.EXTENDED_RULE, request.receivedOn());
        move(request, "due_on = ?, extended = true, extended_why = ?", due, why.text());
        done(request, Act.DISCLOSURE_EXTENDED, Map.of("preparation", "extend", "reason", why.text()), late);
        shownDue.follow(request.number());
    }

    public void giveBack(Request request, EndingReason why, String late) {
        mustBe(request.proposed());
        move(request, "state = 'open', proposed_by = null, proposed_at = null, returned_why = ?", why.text());
        done(request, Act.DISCLOSURE_RETURNED, Map.of("decision", "return", "reason", why.text()), late);
    }

    /** The requester took it back, before anything was decided. */
    public void drop(Request request, EndingReason why, String late) {
        mustBe(request.open() || request.proposed());
        String field = request.open() ? "preparation" : "decision";
        move(request, "state = 'dropped', dropped_why = ?", why.text());
        done(request, Act.DISCLOSURE_DROPPED, Map.of(field, "withdrawn", "reason", why.text()), late);
    }

    /** The second person decides; what is given is kept as it is given, sealed. */
    public void disclose(CaseFile file, Request request, String late) {
        mustBeTheirs(request);
        List<Part> parts = records.of(file, disclosures.words(request), disclosures.decisions(request));
        if (parts.stream().noneMatch(Part::given)) {
            throw new Refusal("decision", "disclosure.decision.nothingGiven");
        }
        byte[] given = document.of(file, request, parts, disclosures.today(request.number()));
        decide(request, "package = ?", secrets.seal(given, Disclosures.place(request, "package")));
        done(request, Act.DISCLOSURE_DECIDED, Map.of("decision", "disclose"), late);
    }

    /** Nothing is given, for a reason that the requester is told (art. 82 (2)). */
    public void refuse(Request request, EndingReason why, String late) {
        mustBeTheirs(request);
        decide(request, "refused_why = ?", why.text());
        done(request, Act.DISCLOSURE_REFUSED, Map.of("decision", "refuse", "reason", why.text()), late);
    }

    public void handOut(Request request, String how, String late) {
        mustBe(request.decided());
        if (!Request.WAYS.contains(how) || how.equals(Request.NOTICE) != (request.refusedWhy() != null)) {
            throw new Refusal("how", "disclosure.how.missing");
        }
        move(request, "state = 'given', given_on = ?, given_how = ?", disclosures.today(request.number()), how);
        done(request, Act.DISCLOSURE_HANDED_OUT, Map.of("how", how), late);
    }

    private void decide(Request request, String what, Object value) {
        move(
                request,
                "state = 'decided', decided_by = ?, decided_at = ?, " + what,
                acting.current().account(),
                now(request),
                value);
    }

    private void mustBeTheirs(Request request) {
        mustBe(request.proposed());
        if (!disclosures.mayDecide(request)) {
            throw new Refusal("decision", "disclosure.decision.notYours");
        }
    }

    /** Of two at once only one finds it where they saw it. */
    private void move(Request request, String assignment, Object... values) {
        List<Object> all = new ArrayList<>(List.of(values));
        all.add(request.id());
        all.add(request.state());
        mustBe(jdbc.sql("update disclosure_request set " + assignment + " where id = ? and state = ?")
                        .params(all)
                        .update()
                == 1);
    }

    private void done(Request request, Act act, Map<String, String> answers, String late) {
        tasks.complete(request.number(), answers, late);
        trail.note(act, request.number(), Map.of("request", String.valueOf(request.id())));
    }

    private OffsetDateTime now(Request request) {
        return OffsetDateTime.now(disclosures.clock(request.number()));
    }

    private static void mustBe(boolean so) {
        if (!so) {
            throw new Refusal("state", "disclosure.state.other");
        }
    }
}
