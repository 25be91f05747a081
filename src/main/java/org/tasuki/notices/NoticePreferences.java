package org.tasuki.notices;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Acting;

/** What the actor has chosen (通知の設定). */
@Component
@Transactional
public class NoticePreferences {

    private final JdbcClient jdbc;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;

    NoticePreferences(JdbcClient jdbc, Acting acting, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public NoticePreference mine() {
        return jdbc.sql("select * from notice_preference where account = ?")
                .param(acting.current().account())
                .query((row, index) -> read(row))
                .optional()
                .orElseGet(NoticePreference::usual);
    }

    public void choose(NoticePreference chosen) {
        jdbc.sql(
                        """
                insert into notice_preference (account, mail, digest_hour, digest_days, quiet_from, quiet_until, changed_at)
                values (:account, :mail, :hour, :days::int[], :from, :until, :at)
                on conflict (account) do update set mail = :mail, digest_hour = :hour, digest_days = :days::int[],
                                                    quiet_from = :from, quiet_until = :until, changed_at = :at
                """)
                .param("account", acting.current().account())
                .param("mail", chosen.mail().key())
                .param("hour", chosen.digestHour())
                .param("days", "{" + days(chosen.digestDays()) + "}")
                .param("from", chosen.quietFrom())
                .param("until", chosen.quietUntil())
                .param("at", OffsetDateTime.now(clock))
                .update();
        trail.note(Act.NOTICES_CHOSEN, Map.of("mail", chosen.mail().key()));
    }

    private static String days(Set<DayOfWeek> days) {
        return String.join(
                ",",
                days.stream()
                        .map(day -> String.valueOf(day.getValue()))
                        .sorted()
                        .toList());
    }

    /** A row of the table; of an outer join too, where whoever chose nothing has none. */
    static NoticePreference read(ResultSet row) throws SQLException {
        String mail = row.getString("mail");
        return mail == null
                ? NoticePreference.usual()
                : new NoticePreference(
                        NoticePreference.Way.of(mail).orElseThrow(),
                        row.getInt("digest_hour"),
                        days(row.getArray("digest_days")),
                        row.getObject("quiet_from", LocalTime.class),
                        row.getObject("quiet_until", LocalTime.class));
    }

    private static Set<DayOfWeek> days(Array numbers) throws SQLException {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        Arrays.stream((Object[]) numbers.getArray()).forEach(number -> days.add(DayOfWeek.of((Integer) number)));
        return days;
    }
}
