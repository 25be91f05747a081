package org.tasuki.notices;

import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.oncall.Away;
import org.tasuki.oncall.Stretch;

/** Whoever is entered as absent is not called. */
@Component
class EnteredAbsences implements Away {

    private final JdbcClient jdbc;

    EnteredAbsences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isAway(String account, Stretch during) {
        return jdbc.sql(
                        """
                select exists (select from absence where account = ? and cancelled_at is null and starts_at < ? and ends_at > ?)
                """)
                .params(
                        account,
                        during.until().atOffset(ZoneOffset.UTC),
                        during.from().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }
}
