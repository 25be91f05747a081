package org.tasuki.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The classes there are, and whether their time goes. */
@Component
@Transactional
public class Classes {

    private static final String SELECT =
            "select p.*, c.name_ja from practice_class p join center c on c.key = p.center";

    private final JdbcClient jdbc;
    private final Clock clock;

    Classes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(String center, String code, String trainer) {
        jdbc.sql("insert into practice_class (center, code, trainer, opened_at) values (?, ?, ?, ?)")
                .params(center, code, trainer, OffsetDateTime.now(clock))
                .update();
    }

    /** By what somebody typed; an ended class is found as well, so that they can be told. */
    @Transactional(readOnly = true)
    public Optional<PracticeClass> byCode(String typed) {
        return jdbc.sql(SELECT + " where p.code = ?")
                .param(PracticeClass.code(typed))
                .query(Classes::read)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<PracticeClass> of(String center) {
        return jdbc.sql(SELECT + " where p.center = ?")
                .param(center)
                .query(Classes::read)
                .optional();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<PracticeClass> heldBy(String trainer) {
        return jdbc.sql(SELECT + " where p.trainer = ? order by p.opened_at desc limit 100")
                .param(trainer)
                .query(Classes::read)
                .list();
    }

    /** For a change of it, one at a time. */
    PracticeClass hold(PracticeClass held) {
        return jdbc.sql(SELECT + " where p.center = ? for update of p")
                .param(held.center())
                .query(Classes::read)
                .single();
    }

    /** Nobody pauses or ends it before the caller's transaction is done; several may ask so at once. */
    Optional<PracticeClass> keepGoing(String center) {
        return jdbc.sql(SELECT + " where p.center = ? for share of p")
                .param(center)
                .query(Classes::read)
                .optional();
    }

    void pause(PracticeClass held, @Nullable Instant at) {
        mark("paused_at", held, at);
    }

    void end(PracticeClass held, Instant at) {
        mark("ended_at", held, at);
    }

    void erase(PracticeClass held, Instant at) {
        mark("erased_at", held, at);
    }

    void debrief(PracticeClass held, @Nullable Instant at, @Nullable String way) {
        jdbc.sql(
                        """
                update practice_class set debrief_at = cast(:at as timestamptz), debrief_way = cast(:way as text) where center = :center
                """)
                .param("at", at == null ? null : at.toString())
                .param("way", way)
                .param("center", held.center())
                .update();
    }

    private void mark(String column, PracticeClass held, @Nullable Instant at) {
        jdbc.sql("update practice_class set " + column + " = cast(:at as timestamptz) where center = :center")
                .param("at", at == null ? null : at.toString())
                .param("center", held.center())
                .update();
    }

    private static PracticeClass read(ResultSet row, int index) throws SQLException {
        return new PracticeClass(
                row.getString("center"),
                row.getString("name_ja"),
                row.getString("code"),
                row.getString("trainer"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row, "paused_at"),
                instant(row, "ended_at"),
                instant(row, "erased_at"),
                instant(row, "debrief_at"),
                row.getString("debrief_way"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
