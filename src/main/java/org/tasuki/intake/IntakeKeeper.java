package org.tasuki.intake;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.AnswerKeeper;
import org.tasuki.casefile.KeptAnswer;

/** Keeps the consultation of an intake sheet (受付票). Who notified stays in the sealed answer alone (CAPA 7). */
@Component
class IntakeKeeper implements AnswerKeeper {

    private final JdbcClient jdbc;

    IntakeKeeper(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean keeps(String form) {
        return "intake-sheet".equals(form);
    }

    @Override
    public Map<String, Object> keep(KeptAnswer answer) {
        jdbc.sql(
                        """
                insert into consultation (case_number, center, channel, route, abuse_type, received_at, story, taken_by)
                values (:case, :center, :channel, :route, :abuse, :received, :story, :by)
                """)
                .param("case", answer.number().value())
                .param("center", answer.center())
                .param("channel", answer.column("consultation.channel"))
                .param("route", answer.column("consultation.route"))
                .param("abuse", answer.column("consultation.abuseType"))
                .param("received", received(answer))
                .param("story", answer.column("consultation.story"))
                .param("by", answer.by())
                .update();
        return Map.of();
    }

    private static OffsetDateTime received(KeptAnswer answer) {
        String typed = answer.column("consultation.receivedAt");
        return typed == null ? answer.at().atOffset(ZoneOffset.UTC) : OffsetDateTime.parse(typed);
    }
}
