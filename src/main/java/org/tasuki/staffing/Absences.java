package org.tasuki.staffing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.Refusal;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.Right;
import org.tasuki.people.Role;
import org.tasuki.people.SignedIn;

/** Who is away, and who stands in for them (不在・代理). */
@Component
@Transactional
public class Absences {

    private static final String SELECT =
            """
            select b.*, (select array_agg(s.account order by s.place) from absence_substitute s where s.absence = b.id) as substitutes
            from absence b
            """;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;

    Absences(JdbcClient jdbc, Accounts accounts, Acting acting, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    /** What is entered; {@code substitutes} in order. */
    public record Entry(String account, Absence.Kind kind, Instant from, Instant until, List<String> substitutes) {}

    /** Those of a center that are not over, the soonest first. */
    @Transactional(readOnly = true)
    public List<Absence> of(String center) {
        return jdbc.sql(SELECT
                        + " where b.center = ? and b.cancelled_at is null and b.ends_at > ? order by b.starts_at, b.id")
                .params(center, OffsetDateTime.now(clock))
                .query(Absences::read)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Absence> find(long id) {
        return jdbc.sql(SELECT + " where b.id = ?")
                .param(id)
                .query(Absences::read)
                .optional();
    }

    /** Those who could stand in for somebody: colleagues who share one of their desks. */
    @Transactional(readOnly = true)
    public List<SignedIn> substitutesFor(SignedIn person) {
        Role[] desks = person.roles().stream().filter(Role::ofCenter).toArray(Role[]::new);
        String center = person.actor().center();
        return center == null || desks.length == 0
                ? List.of()
                : accounts.withRole(center, desks).stream()
                        .filter(one -> !one.getUsername().equals(person.getUsername()))
                        .toList();
    }

    public boolean mayKeep(String account) {
        return account.equals(acting.current().account()) || acting.may(Right.KEEP_ABSENCES);
    }

    /**
     * @throws Refusal at the field that cannot stand: over before it begins, twice at one time, nobody left who stands in, or a
     *     circle of people who stand in for each other
     */
    public long enter(SignedIn person, Entry entry) {
        String center = String.valueOf(person.actor().center());
        // Two who enter at once could close a circle that neither of them sees.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('absences ' || ?, 0))")
                .param(center)
                .query()
                .listOfRows();
        check(person, entry, of(center));
        long id = jdbc.sql(
                        """
                insert into absence (center, account, kind, starts_at, ends_at, entered_by, entered_at)
                values (?, ?, ?, ?, ?, ?, ?) returning id
                """)
                .params(
                        center,
                        entry.account(),
                        entry.kind().key(),
                        utc(entry.from()),
                        utc(entry.until()),
                        acting.current().account(),
                        OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
        for (int place = 0; place < entry.substitutes().size(); place++) {
            jdbc.sql("insert into absence_substitute (absence, center, place, account) values (?, ?, ?, ?)")
                    .params(id, center, place, entry.substitutes().get(place))
                    .update();
        }
        trail.note(
                Act.ABSENCE_ENTERED,
                Map.of(
                        "person", entry.account(),
                        "from", entry.from().toString(),
                        "until", entry.until().toString(),
                        "substitutes", String.join(" ", entry.substitutes())));
        return id;
    }

    private void check(SignedIn person, Entry entry, List<Absence> known) {
        if (!entry.until().isAfter(entry.from())) {
            throw new Refusal("until", "staffing.absence.until.before");
        }
        if (!entry.until().isAfter(clock.instant())) {
            throw new Refusal("until", "staffing.absence.until.past");
        }
        if (known.stream()
                .anyMatch(one -> one.account().equals(entry.account()) && one.overlaps(entry.from(), entry.until()))) {
            throw new Refusal("from", "staffing.absence.twice");
        }
        Set<String> possible = new HashSet<>();
        substitutesFor(person).forEach(one -> possible.add(one.getUsername()));
        if (entry.substitutes().isEmpty()) {
            throw new Refusal("substitutes", "staffing.absence.substitutes.none");
        }
        if (!possible.containsAll(entry.substitutes())) {
            throw new Refusal("substitutes", "staffing.absence.substitutes.unknown");
        }
        List<Absence> meanwhile = known.stream()
                .filter(one -> one.overlaps(entry.from(), entry.until()))
                .toList();
        if (isCircle(entry, meanwhile)) {
            throw new Refusal("substitutes", "staffing.absence.substitutes.circle");
        }
        if (!somebodyIsAlwaysHere(entry, meanwhile)) {
            throw new Refusal("substitutes", "staffing.absence.substitutes.away");
        }
    }

    /** Whether one of the substitutes is away at the same time and counts, through whomever, on this person. */
    private static boolean isCircle(Entry entry, List<Absence> meanwhile) {
        Set<String> seen = new HashSet<>();
        List<String> ahead = entry.substitutes();
        while (!ahead.isEmpty()) {
            if (ahead.contains(entry.account())) {
                return true;
            }
            List<String> here = ahead.stream().filter(seen::add).toList();
            ahead = meanwhile.stream()
                    .filter(one -> here.contains(one.account()))
                    .flatMap(one -> one.substitutes().stream())
                    .toList();
        }
        return false;
    }

    /** Cover can only be lost at the beginning, or when one of the substitutes goes. */
    private static boolean somebodyIsAlwaysHere(Entry entry, List<Absence> meanwhile) {
        return Stream.concat(
                        Stream.of(entry.from()),
                        meanwhile.stream().map(Absence::from).filter(from -> from.isAfter(entry.from())))
                .allMatch(moment -> entry.substitutes().stream().anyMatch(substitute -> meanwhile.stream()
                        .noneMatch(one -> one.account().equals(substitute) && one.covers(moment))));
    }

    /** They are here again, or do not go. What a substitute has not begun goes back. */
    public boolean end(Absence absence) {
        boolean ended =
                jdbc.sql("update absence set cancelled_by = ?, cancelled_at = ? where id = ? and cancelled_at is null")
                                .params(acting.current().account(), OffsetDateTime.now(clock), absence.id())
                                .update()
                        > 0;
        if (ended) {
            trail.note(Act.ABSENCE_ENDED, Map.of("person", absence.account()));
        }
        return ended;
    }

    private static Absence read(ResultSet row, int index) throws SQLException {
        OffsetDateTime cancelled = row.getObject("cancelled_at", OffsetDateTime.class);
        return new Absence(
                row.getLong("id"),
                row.getString("center"),
                row.getString("account"),
                Absence.Kind.find(row.getString("kind")).orElseThrow(),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                Candidates.list(row, "substitutes"),
                cancelled == null ? null : cancelled.toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
