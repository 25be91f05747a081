package org.tasuki.staffing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.Refusal;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.Japan;

/**
 * What whoever takes a case must know and no field says (引継書の引継事項). A note is never changed: the newest stands, and the earlier
 * ones are there to be read.
 */
@Component
@Transactional
public class HandingNotes {

    private final JdbcClient jdbc;
    private final CaseClocks clocks;
    private final Acting acting;
    private final AuditTrail trail;

    HandingNotes(JdbcClient jdbc, CaseClocks clocks, Acting acting, AuditTrail trail) {
        this.jdbc = jdbc;
        this.clocks = clocks;
        this.acting = acting;
        this.trail = trail;
    }

    public record Note(String by, Instant at, String lookOut, @Nullable LocalDate nextVisit) {

        /** Never into a log: it tells of a family. */
        @Override
        public String toString() {
            return "Note of " + at;
        }
    }

    /** Whoever works on the case at its center. */
    public boolean allowed(CaseFile file) {
        Actor me = acting.current();
        return me.worksOnCases() && me.agency() == null && file.center().equals(me.center());
    }

    /** @throws Refusal when the next visit would have been before today */
    public void write(CaseFile file, NewHandingNote note) {
        Instant now = clocks.of(file.number()).instant();
        note.mustLieAhead(LocalDate.ofInstant(now, Japan.ZONE));
        jdbc.sql(
                        """
                insert into handing_note (case_number, center, by_account, at, look_out, next_visit)
                values (:case, :center, :me, :at, :words, :visit)
                """)
                .param("case", file.number().value())
                .param("center", file.center())
                .param("me", acting.current().account())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("words", note.lookOut())
                .param("visit", note.nextVisit())
                .update();
        trail.note(Act.HANDING_NOTED, file.number(), Map.of());
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Note> of(CaseNumber number) {
        return jdbc.sql("select * from handing_note where case_number = ? order by id desc")
                .param(number.value())
                .query(HandingNotes::read)
                .list();
    }

    /** The sheet leaves the screen. */
    public void takenOut(CaseNumber number) {
        trail.note(Act.HANDING_SHEET_TAKEN_OUT, number, Map.of());
    }

    private static Note read(ResultSet row, int index) throws SQLException {
        return new Note(
                row.getString("by_account"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("look_out"),
                row.getObject("next_visit", LocalDate.class));
    }
}
