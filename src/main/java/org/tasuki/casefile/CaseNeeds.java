package org.tasuki.casefile;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Acting;
import org.tasuki.terms.CaseNumber;

/** What the child or the family needs of whoever works with them (担当者への希望): a language, an officer of one sex. */
@Component
@Transactional
public class CaseNeeds {

    private final JdbcClient jdbc;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;

    CaseNeeds(JdbcClient jdbc, Acting acting, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param language a key of the office's list; null: Japanese does
     * @param officerSex female or male, where the child asked for it
     */
    public record Needs(@Nullable String language, @Nullable String officerSex) {

        public static final Needs NONE = new Needs(null, null);
    }

    @Transactional(readOnly = true)
    public Needs of(CaseNumber number) {
        return jdbc.sql("select language, officer_sex from case_need where case_number = ?")
                .param(number.value())
                .query((row, i) -> new Needs(row.getString("language"), row.getString("officer_sex")))
                .optional()
                .orElse(Needs.NONE);
    }

    /** The trail knows that it was noted, not what. */
    public void note(CaseFile file, Needs needs) {
        jdbc.sql(
                        """
                insert into case_need (case_number, center, language, officer_sex, noted_by, noted_at)
                values (:case, :center, :language, :sex, :by, :at)
                on conflict (case_number) do update set language = excluded.language, officer_sex = excluded.officer_sex,
                    noted_by = excluded.noted_by, noted_at = excluded.noted_at
                """)
                .param("case", file.number().value())
                .param("center", file.center())
                .param("language", needs.language())
                .param("sex", needs.officerSex())
                .param("by", acting.current().account())
                .param("at", OffsetDateTime.now(clock))
                .update();
        trail.note(Act.NEEDS_NOTED, file.number(), Map.of());
    }
}
