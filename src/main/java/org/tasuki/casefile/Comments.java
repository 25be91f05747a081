package org.tasuki.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.people.Acting;
import org.tasuki.people.SignedIn;
import org.tasuki.terms.CaseNumber;

/**
 * What colleagues say to each other about a case (所内連絡), and whom they call on to read it. Never edited and never deleted: whoever
 * wrote it may withdraw it, and it stays to be seen that they did.
 */
@Component
@Transactional
public class Comments {

    private final JdbcClient jdbc;
    private final Readers readers;
    private final CaseClocks clocks;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;

    Comments(JdbcClient jdbc, Readers readers, CaseClocks clocks, Acting acting, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.readers = readers;
        this.clocks = clocks;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param mentioned the accounts that it calls by name */
    public record Comment(
            long id, String by, Instant at, String text, List<String> mentioned, @Nullable Instant withdrawnAt) {}

    /** Those who see the case and can be called on: everybody else would be called to a page that is not there for them. */
    @Transactional(readOnly = true)
    public List<SignedIn> mentionable(CaseFile file) {
        String me = acting.current().account();
        return readers.of(file).stream()
                .filter(person -> !person.getUsername().equals(me))
                .toList();
    }

    /** @throws Refusal when somebody is called who does not see the case */
    public void write(CaseFile file, String text, Collection<String> mentioned) {
        Set<String> names = new TreeSet<>(mentioned);
        mustSee(file, names);
        Long comment = jdbc.sql(
                        """
                insert into case_comment (case_number, center, by_account, at, text) values (?, ?, ?, ?, ?) returning id
                """)
                .params(file.number().value(), file.center(), acting.current().account(), now(file.number()), text)
                .query(Long.class)
                .single();
        names.forEach(name -> jdbc.sql(
                        "insert into comment_mention (comment, account, case_number, center) values (?, ?, ?, ?)")
                .params(comment, name, file.number().value(), file.center())
                .update());
        trail.note(
                Act.COMMENT_WRITTEN,
                file.number(),
                Map.of("comment", String.valueOf(comment), "mentioned", String.join(" ", names)));
    }

    private void mustSee(CaseFile file, Set<String> names) {
        Set<String> may = new TreeSet<>();
        mentionable(file).forEach(person -> may.add(person.getUsername()));
        if (!may.containsAll(names)) {
            throw new Refusal("mentions", "casefile.comments.mention.unknown");
        }
    }

    /** Answers false when it is not the actor's, or is withdrawn already. Nobody is called on by it any more. */
    public boolean withdraw(CaseFile file, long comment) {
        boolean withdrawn = jdbc.sql(
                                """
                update case_comment set withdrawn_at = ?
                where id = ? and case_number = ? and by_account = ? and withdrawn_at is null
                """)
                        .params(
                                now(file.number()),
                                comment,
                                file.number().value(),
                                acting.current().account())
                        .update()
                > 0;
        if (withdrawn) {
            trail.note(Act.COMMENT_WITHDRAWN, file.number(), Map.of("comment", String.valueOf(comment)));
        }
        return withdrawn;
    }

    /** Newest first, as far as the reader sees the case. */
    @Transactional(readOnly = true)
    public List<Comment> of(CaseNumber number, int most) {
        return jdbc.sql(
                        """
                select c.*, array(select m.account from comment_mention m where m.comment = c.id order by m.account) as mentioned
                from case_comment c where c.case_number = ? order by c.id desc limit ?
                """)
                .params(number.value(), most)
                .query(Comments::comment)
                .list();
    }

    /** Whoever opens the comments of a case has read what called them there. */
    public void read(CaseNumber number) {
        jdbc.sql("update comment_mention set read_at = ? where case_number = ? and account = ? and read_at is null")
                .params(
                        OffsetDateTime.now(clock),
                        number.value(),
                        acting.current().account())
                .update();
    }

    private OffsetDateTime now(CaseNumber number) {
        return OffsetDateTime.ofInstant(clocks.of(number).instant(), ZoneOffset.UTC);
    }

    private static Comment comment(ResultSet row, int index) throws SQLException {
        OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new Comment(
                row.getLong("id"),
                row.getString("by_account"),
                Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                        .toInstant(),
                row.getString("text"),
                List.of((String[]) row.getArray("mentioned").getArray()),
                withdrawn == null ? null : withdrawn.toInstant());
    }
}
