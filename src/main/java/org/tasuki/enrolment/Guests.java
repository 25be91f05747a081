package org.tasuki.enrolment;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Acting;

/** Who came to a session without an account: how many of which office, and nobody's name. */
@Component
@Transactional
public class Guests {

    /** Of no office that the center works with. */
    public static final String ELSEWHERE = "elsewhere";

    private final JdbcClient jdbc;
    private final Keeping keeping;
    private final RecordOffices offices;
    private final Sessions sessions;
    private final Members members;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;

    Guests(
            JdbcClient jdbc,
            Keeping keeping,
            RecordOffices offices,
            Sessions sessions,
            Members members,
            Acting acting,
            AuditTrail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.keeping = keeping;
        this.offices = offices;
        this.sessions = sessions;
        this.members = members;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param office an agency's key, the center's, or {@link #ELSEWHERE} */
    public record Group(String office, int many) {}

    @Transactional(readOnly = true)
    public List<Group> of(long session) {
        keeping.open();
        return jdbc.sql("select office, many from training_guests where session = ? order by office")
                .param(session)
                .query((row, index) -> new Group(row.getString("office"), row.getInt("many")))
                .list();
    }

    /**
     * How many of an office there were, in place of what was said before; none takes it back.
     *
     * @return false where there is no such office
     */
    public boolean note(long session, Group group) {
        keeping.open();
        if (!offices.keys().contains(group.office())) {
            return false;
        }
        sessions.hold(session);
        Optional<Integer> before = many(session, group.office());
        if (before.orElse(0) == group.many()) {
            return true;
        }
        if (group.many() == 0) {
            jdbc.sql("delete from training_guests where session = ? and office = ?")
                    .params(session, group.office())
                    .update();
        } else {
            write(session, group);
        }
        trail.note(
                Act.TRAINING_GUESTS_NOTED,
                Map.of(
                        "session",
                        String.valueOf(session),
                        "office",
                        group.office(),
                        "from",
                        String.valueOf(before.orElse(0)),
                        "to",
                        String.valueOf(group.many())));
        return true;
    }

    private Optional<Integer> many(long session, String office) {
        return jdbc.sql("select many from training_guests where session = ? and office = ?")
                .params(session, office)
                .query(Integer.class)
                .optional();
    }

    private void write(long session, Group group) {
        jdbc.sql(
                        """
                insert into training_guests (session, center, office, many, noted_by, noted_at)
                values (:session, :center, :office, :many, :me, :at)
                on conflict (session, office) do update
                set many = excluded.many, noted_by = excluded.noted_by, noted_at = excluded.noted_at
                """)
                .param("session", session)
                .param("center", members.here().orElseThrow().center())
                .param("office", group.office())
                .param("many", group.many())
                .param("me", acting.current().account())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }
}
