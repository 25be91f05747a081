package org.tasuki.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.terms.CaseNumber;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads the trail. Details are keys and numbers, never what somebody said or is called. */
@Component
public class AuditTrail {

    public static final long NEWEST = Long.MAX_VALUE;

    private final JdbcClient jdbc;
    private final Acting acting;
    private final Clock clock;
    private final JsonMapper json;

    AuditTrail(JdbcClient jdbc, Acting acting, Clock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.clock = clock;
        this.json = json;
    }

    public record Entry(long id, Instant at, String actor, String act, Map<String, String> detail) {}

    /** The entry that an address names, from which on a page goes back; what is none begins with the newest. */
    public static long before(@Nullable String entry) {
        return entry != null && entry.matches("\\d{1,18}") ? Long.parseLong(entry) : NEWEST;
    }

    /** An act on a case, in the transaction of the act. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(Act act, CaseNumber number, Map<String, String> detail) {
        write(act, number, detail);
    }

    /** An act on no case, in the transaction of the act. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(Act act, Map<String, String> detail) {
        write(act, null, detail);
    }

    /** An act on no case, or a refusal: stands even when the caller's own work is rolled back or never began one. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void noteAlone(Act act, @Nullable CaseNumber number, Map<String, String> detail) {
        write(act, number, detail);
    }

    /**
     * Who did what on a case, newest first.
     *
     * @param before the number of an entry: only older ones; {@link #NEWEST} begins with the newest
     */
    @Transactional(readOnly = true)
    public List<Entry> of(CaseNumber number, long before, int most) {
        return jdbc.sql("select id, at, actor, act, detail from audit_entry where case_number = ? and id < ?"
                        + " order by id desc limit ?")
                .params(number.value(), before, most)
                .query(this::entry)
                .list();
    }

    /** An agency's acts stand in the trail of the center whose case it is, or that it works with. */
    private void write(Act act, @Nullable CaseNumber number, Map<String, String> detail) {
        Actor actor = acting.current();
        jdbc.sql(
                        """
                insert into audit_entry (at, actor, center, case_number, act, detail)
                values (:at, :actor, coalesce((select center from case_file where number = :case), :center,
                                              (select center from agency where key = :agency)), :case, :act, :detail::jsonb)
                """)
                .param("at", OffsetDateTime.now(clock))
                .param("actor", actor.account())
                .param("center", actor.center(), Types.VARCHAR) // untyped, a null makes the driver prepare it anew
                .param("agency", actor.agency(), Types.VARCHAR)
                .param("case", number == null ? null : number.value(), Types.VARCHAR)
                .param("act", act.key())
                .param("detail", json.writeValueAsString(detail))
                .update();
    }

    @SuppressWarnings("unchecked")
    private Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("act"),
                json.readValue(row.getString("detail"), Map.class));
    }
}
