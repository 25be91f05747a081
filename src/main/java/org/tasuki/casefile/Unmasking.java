package org.tasuki.casefile;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Acting;
import org.tasuki.terms.CaseNumber;

/** Shows who notified, this once, to those who may know; who looked and why is kept before anything is opened. */
@Component
@Transactional
public class Unmasking {

    private final JdbcClient jdbc;
    private final SecretAnswers secrets;
    private final NotifierRight right;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;

    Unmasking(
            JdbcClient jdbc, SecretAnswers secrets, NotifierRight right, Acting acting, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.right = right;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    /** Empty when what was sealed cannot be opened any more; a map without entries when nothing secret was said. */
    public Optional<Map<String, Object>> show(CaseFile file, Answers.Given sheet, UnmaskingReason reason) {
        if (!right.allows(file, sheet)) {
            throw new IllegalStateException("the notifier of " + file.number() + " is not shown to everybody");
        }
        Map<String, String> detail = Map.of(
                "document", String.valueOf(sheet.id()),
                "reason", reason.kind().key(),
                "shown", String.valueOf(keep(file, sheet, reason)));
        trail.note(Act.NOTIFIER_SHOWN, file.number(), detail);
        return secrets.open(file.number(), sheet.id());
    }

    /** What people said beside the reason's key, by the number in the trail's detail; for the center alone. */
    @Transactional(readOnly = true)
    public Map<String, String> words(CaseNumber number) {
        Map<String, String> words = new HashMap<>();
        jdbc.sql("select id, words from notifier_shown where case_number = ? and words is not null")
                .param(number.value())
                .query(row -> {
                    words.put(row.getString("id"), row.getString("words"));
                });
        return words;
    }

    private long keep(CaseFile file, Answers.Given sheet, UnmaskingReason reason) {
        return jdbc.sql(
                        """
                insert into notifier_shown (case_number, center, answer, reason, words, by_account, at)
                values (?, ?, ?, ?, ?, ?, ?) returning id
                """)
                .param(file.number().value())
                .param(file.center())
                .param(sheet.id())
                .param(reason.kind().key())
                .param(reason.words())
                .param(acting.current().account())
                .param(OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }
}
