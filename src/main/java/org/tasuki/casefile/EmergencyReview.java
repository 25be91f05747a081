package org.tasuki.casefile;

import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;

/** Keeps what the reviewer says of the emergencies of a case that nobody has looked at yet. */
@Component
class EmergencyReview implements AnswerKeeper {

    static final String PROCESS = "emergency-access";

    private static final String FORM = "emergency-review";

    private final JdbcClient jdbc;
    private final AuditTrail trail;

    EmergencyReview(JdbcClient jdbc, AuditTrail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    @Override
    public boolean keeps(String form) {
        return FORM.equals(form);
    }

    /** The oldest that is open: each has a task of its own, and they are alike. */
    @Override
    public Map<String, Object> keep(KeptAnswer answer) {
        String verdict = String.valueOf(answer.submission().routing().get("verdict"));
        long id = oldest(answer);
        jdbc.sql("update emergency_access set reviewed_by = ?, reviewed_at = ?, verdict = ? where id = ?")
                .params(answer.by(), answer.at().atOffset(ZoneOffset.UTC), verdict, id)
                .update();
        trail.note(Act.EMERGENCY_REVIEWED, answer.number(), Map.of("access", String.valueOf(id), "verdict", verdict));
        return Map.of();
    }

    private long oldest(KeptAnswer answer) {
        return jdbc.sql(
                        """
                select id from emergency_access where case_number = ? and reviewed_at is null and account <> ? order by id limit 1
                """)
                .params(answer.number().value(), answer.by())
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new Refusal("verdict", "casefile.emergency.review.own"));
    }
}
