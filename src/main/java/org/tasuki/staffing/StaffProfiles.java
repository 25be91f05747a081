package org.tasuki.staffing;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Acting;
import org.tasuki.people.SignedIn;

/** What the center's people bring along; kept by its administrator, read when a task is given out. */
@Component
@Transactional
public class StaffProfiles {

    private final JdbcClient jdbc;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;

    StaffProfiles(JdbcClient jdbc, Acting acting, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public StaffProfile of(String account) {
        return jdbc.sql("select * from staff_profile where account = ?")
                .param(account)
                .query((row, i) -> new StaffProfile(
                        row.getInt("hours"),
                        row.getString("sex"),
                        Set.copyOf(Candidates.list(row, "languages")),
                        Set.copyOf(Candidates.list(row, "skills"))))
                .optional()
                .orElse(StaffProfile.UNKNOWN);
    }

    public void keep(SignedIn person, StaffProfile profile) {
        jdbc.sql(
                        """
                insert into staff_profile (account, center, hours, sex, languages, skills, changed_at, changed_by)
                values (:account, :center, :hours, :sex, :languages, :skills, :at, :by)
                on conflict (account) do update set hours = excluded.hours, sex = excluded.sex, languages = excluded.languages,
                    skills = excluded.skills, changed_at = excluded.changed_at, changed_by = excluded.changed_by
                """)
                .param("account", person.getUsername())
                .param("center", person.actor().center())
                .param("hours", profile.hours())
                .param("sex", profile.sex())
                .param("languages", profile.languages().toArray(String[]::new))
                .param("skills", profile.skills().toArray(String[]::new))
                .param("at", OffsetDateTime.now(clock))
                .param("by", acting.current().account())
                .update();
        trail.note(Act.PROFILE_CHANGED, Map.of("person", person.getUsername()));
    }
}
