package org.tasuki.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.terms.CaseNumber;

/**
 * What whoever is on call was called for (当番への連絡), while it is open. They may not work on the case: they read the step and the
 * case's number, with which they ask for emergency access; from whom the case is kept, the step alone.
 */
@Component
@Transactional
public class Calls {

    private final JdbcClient jdbc;
    private final Acting acting;
    private final Clock clock;

    Calls(JdbcClient jdbc, Acting acting, Clock clock) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.clock = clock;
    }

    /**
     * @param number null when the case is kept from the reader
     * @param gap whether the reader is a director, and was called because nobody else could be
     */
    public record Call(
            @Nullable CaseNumber number,
            NoticeKind kind,
            String process,
            String step,
            Instant bornAt,
            Instant dueAt,
            Instant at,
            boolean gap,
            boolean read) {}

    /** By the system, with what it tells. */
    void put(long notice, String center, String account, boolean gap) {
        jdbc.sql("insert into on_call_notice values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(notice, account, center, gap, OffsetDateTime.now(clock))
                .update();
    }

    /** Unread ones first, and of those what is due soonest. */
    @Transactional(readOnly = true)
    public List<Call> list() {
        Actor me = acting.current();
        String center = me.center();
        if (center == null || nothingFor(me)) {
            return List.of();
        }
        List<String> hidden = hidden();
        return acting.as(Actor.system(center), () -> of(me.account(), hidden));
    }

    private boolean nothingFor(Actor me) {
        return !jdbc.sql("select exists (select from on_call_notice where account = ?)")
                .param(me.account())
                .query(Boolean.class)
                .single();
    }

    private List<String> hidden() {
        return jdbc.sql("select unnest(hidden_cases())").query(String.class).list();
    }

    private List<Call> of(String account, List<String> hidden) {
        return jdbc.sql(
                        """
                select n.case_number, n.kind, i.process, i.step, i.born_at, i.due_at, c.at, c.gap, c.read_at is not null as read
                from on_call_notice c join notice n on n.id = c.notice join inbox_item i on i.task_id = n.task_id
                where c.account = ? order by c.read_at is not null, i.due_at, n.id
                """)
                .param(account)
                .query((row, index) -> read(row, hidden))
                .list();
    }

    public void readAll() {
        jdbc.sql("update on_call_notice set read_at = ? where account = ? and read_at is null")
                .params(OffsetDateTime.now(clock), acting.current().account())
                .update();
    }

    private static Call read(ResultSet row, List<String> hidden) throws SQLException {
        String number = row.getString("case_number");
        return new Call(
                hidden.contains(number) ? null : new CaseNumber(number),
                NoticeKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("process"),
                row.getString("step"),
                instant(row, "born_at"),
                instant(row, "due_at"),
                instant(row, "at"),
                row.getBoolean("gap"),
                row.getBoolean("read"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
