package org.tasuki.inbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.CaseEnding;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.CaseFiles;
import org.tasuki.casefile.Drafts;
import org.tasuki.intake.Consultations;
import org.tasuki.people.Acting;
import org.tasuki.terms.CaseNumber;
import org.tasuki.web.NotFound;

/**
 * A consultation as it is being taken. The first key opens the case and gives its reception task to whoever listens, so
 * that even a call that breaks off has an owner and a time limit; the page's token makes every later key find it again.
 */
@Component
@Transactional
public class NewConsultations {

    private final JdbcClient jdbc;
    private final Consultations consultations;
    private final InboxList inbox;
    private final Desk desk;
    private final CaseEnding ending;
    private final CaseFiles files;
    private final Drafts drafts;
    private final Acting acting;

    NewConsultations(
            JdbcClient jdbc,
            Consultations consultations,
            InboxList inbox,
            Desk desk,
            CaseEnding ending,
            CaseFiles files,
            Drafts drafts,
            Acting acting) {
        this.jdbc = jdbc;
        this.consultations = consultations;
        this.inbox = inbox;
        this.desk = desk;
        this.ending = ending;
        this.files = files;
        this.drafts = drafts;
        this.acting = acting;
    }

    public record Begun(CaseNumber number, String taskId) {}

    /** Keeps what was typed so far. Answers false when the sheet has been registered meanwhile. */
    public boolean saveDraft(UUID token, Map<String, List<String>> typed) {
        return desk.saveDraft(begun(token).taskId(), typed);
    }

    /** Registers the consultation: its sheet is the reception task's. */
    public Completion register(UUID token, Map<String, List<String>> typed) {
        return desk.complete(begun(token).taskId(), typed);
    }

    /**
     * Registers it as a further consultation of a case that is there already; the new case number leads to that one. When
     * that case has ended meanwhile, this stays a case of its own: a call must not be lost over it.
     */
    public Completion registerAs(UUID token, CaseNumber known, Map<String, List<String>> typed) {
        if (acting.as(acting.current().overCenter(), () -> files.find(known))
                .filter(CaseFile::open)
                .isEmpty()) {
            return register(token, typed);
        }
        Begun begun = begun(token);
        Completion completion = desk.complete(begun.taskId(), typed);
        if (completion instanceof Completion.Done) {
            acting.as(acting.current().overCenter(), () -> ending.joinAtReception(begun.number(), known));
            return new Completion.Done(known);
        }
        return completion;
    }

    /** What was typed so far, for whoever types it; empty once it is registered, and while nothing was. */
    public Optional<Map<String, List<String>>> draft(UUID token) {
        return find(token)
                .flatMap(begun -> drafts.find(begun.taskId(), acting.current().account()));
    }

    public Optional<Begun> find(UUID token) {
        return jdbc.sql("select case_number, task_id from new_consultation where token = ?")
                .param(token)
                .query((row, i) -> new Begun(new CaseNumber(row.getString("case_number")), row.getString("task_id")))
                .optional();
    }

    private Begun begun(UUID token) {
        // Two first keys at once, or a key and the last click: one of them opens the case, the other waits for it.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(token.toString())
                .query()
                .listOfRows();
        return find(token).orElseGet(() -> begin(token));
    }

    private Begun begin(UUID token) {
        CaseNumber number = consultations.begin();
        String taskId = inbox.ofCase(number).get(0).taskId();
        desk.take(taskId);
        String me = acting.current().account();
        try {
            jdbc.sql(
                            "insert into new_consultation (token, account, case_number, center, task_id) values (?, ?, ?, ?, ?)")
                    .param(token)
                    .param(me)
                    .param(number.value())
                    .param(acting.current().center())
                    .param(taskId)
                    .update();
        } catch (DuplicateKeyException somebodyElses) {
            // Row-level security hides another person's sheet, so it looked like a new one until here.
            throw new NotFound();
        }
        return new Begun(number, taskId);
    }
}
