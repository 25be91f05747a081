package org.tasuki.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Acting;
import org.tasuki.terms.CaseNumber;
import tools.jackson.databind.json.JsonMapper;

/** What happened in a case, as keys that the page puts into words; on the case's own clock. */
@Component
public class Timeline {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Acting acting;

    Timeline(JdbcClient jdbc, JsonMapper json, Acting acting) {
        this.jdbc = jdbc;
        this.json = json;
        this.acting = acting;
    }

    /** Why a step went away: the one that it came of was taken back. */
    public static final String UNDONE = "undone";

    public enum Kind {
        OPENED,
        BORN,
        DONE,
        CANCELLED,
        /** Whoever had done the step took that back: it is to be done again. */
        UNDONE,
        /** The step went back to an earlier desk, with a reason; it comes again. */
        SENT_BACK,
        /** Whoever mends the flow moved the case from this step to another, with a reason. */
        STEP_MOVED,
        OVERDUE,
        /** The time limit of a step: moved, standing still, going on, let go for an agreed date. */
        MOVED,
        PAUSED,
        RESUMED,
        WAIVED,
        CLOSED,
        REOPENED,
        WITHDRAWN,
        JOINED,
        /** Another case was joined to this one. */
        ABSORBED,
        /** What an agency was given is taken back. */
        RECALLED
    }

    public record Event(
            Instant at,
            Kind kind,
            String actor,
            @Nullable String process,
            @Nullable String step,
            Map<String, String> detail) {

        /** Whether the step went away because the one before it was taken back. */
        public boolean undone() {
            return kind == Kind.CANCELLED && UNDONE.equals(detail.get("why"));
        }
    }

    /** A step of a process on the timeline; {@code step} is null for what concerns the whole case. */
    public record Place(CaseNumber number, String center, @Nullable String process, @Nullable String step) {

        public static Place whole(CaseNumber number, String center) {
            return new Place(number, center, null, null);
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void note(Place place, Kind kind, Instant at, Map<String, String> detail) {
        jdbc.sql(
                        """
                insert into case_event (case_number, center, at, kind, actor, process, step, detail)
                values (:case, :center, :at, :kind, :actor, :process, :step, :detail::jsonb)
                """)
                .param("case", place.number().value())
                .param("center", place.center())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("kind", kind.name())
                .param("actor", acting.current().account())
                .param("process", place.process(), Types.VARCHAR) // untyped, a null makes the driver prepare it anew
                .param("step", place.step(), Types.VARCHAR)
                .param("detail", json.writeValueAsString(detail))
                .update();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Event> of(CaseNumber number) {
        return jdbc.sql("select * from case_event where case_number = ? order by at desc, id desc")
                .param(number.value())
                .query(this::read)
                .list();
    }

    @SuppressWarnings("unchecked")
    private Event read(ResultSet row, int index) throws SQLException {
        return new Event(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Kind.valueOf(row.getString("kind")),
                row.getString("actor"),
                row.getString("process"),
                row.getString("step"),
                json.readValue(row.getString("detail"), Map.class));
    }
}
