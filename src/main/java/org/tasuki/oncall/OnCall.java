package org.tasuki.oncall;

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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.Role;
import org.tasuki.people.SignedIn;

/** The list of who is on call at the actor's center. */
@Component
@Transactional
public class OnCall {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final OfficeHours hours;
    private final Away away;
    private final Reachable reachable;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;

    OnCall(
            JdbcClient jdbc,
            Accounts accounts,
            OfficeHours hours,
            Away away,
            Reachable reachable,
            Acting acting,
            AuditTrail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.hours = hours;
        this.away = away;
        this.reachable = reachable;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    /** Those who work on cases, and only they, can be called about one. */
    @Transactional(readOnly = true)
    public List<SignedIn> candidates() {
        return accounts.around(center()).stream()
                .filter(person -> person.enabled() && person.roles().stream().anyMatch(Role::ofCenter))
                .toList();
    }

    /** Whoever is on the list in this time, first ones first. */
    @Transactional(readOnly = true)
    public List<Watch> during(Stretch time) {
        return jdbc.sql(
                        """
                select * from on_call where center = acting_center() and from_at < :until and until_at > :from
                order by from_at, place
                """)
                .param("from", utc(time.from()))
                .param("until", utc(time.until()))
                .query(OnCall::read)
                .list();
    }

    /** Who is called now: whoever is on the list, has not left and is not away. */
    @Transactional(readOnly = true)
    public List<String> now() {
        Instant now = clock.instant();
        return during(new Stretch(now, now.plusMillis(1))).stream()
                .map(Watch::account)
                .distinct()
                .filter(account ->
                        accounts.find(account).filter(SignedIn::enabled).isPresent())
                .filter(account -> !away.isAway(account, now))
                .toList();
    }

    /** When the office is closed and nobody is on the list, in this time. */
    @Transactional(readOnly = true)
    public List<Stretch> gaps(Stretch time) {
        List<Stretch> taken = during(time).stream().map(Watch::time).toList();
        return hours.closed(center(), time).stream()
                .flatMap(closed -> closed.without(taken).stream())
                .toList();
    }

    /** Those of them whom a mail reaches at night. */
    @Transactional(readOnly = true)
    public Set<String> reachable(Collection<String> accounts) {
        return reachable.byMail(accounts);
    }

    public boolean isAway(String account, Stretch time) {
        return away.isAway(account, time);
    }

    /** @return false when somebody else has that place at some of the time */
    public boolean add(String account, int place, Stretch time) {
        jdbc.sql("select true from pg_advisory_xact_lock(hashtext('on_call'), hashtext(?))")
                .param(center())
                .query(Boolean.class)
                .single();
        if (during(time).stream().anyMatch(watch -> watch.place() == place)) {
            return false;
        }
        jdbc.sql(
                        """
                insert into on_call (center, account, place, from_at, until_at, made_by, made_at)
                values (:center, :account, :place, :from, :until, acting_account(), :now)
                """)
                .param("center", center())
                .param("account", account)
                .param("place", place)
                .param("from", utc(time.from()))
                .param("until", utc(time.until()))
                .param("now", OffsetDateTime.now(clock))
                .update();
        trail.note(Act.ON_CALL_ADDED, Map.of("account", account, "place", String.valueOf(place)));
        return true;
    }

    /** @return false when it is not on the list any more */
    public boolean remove(long id) {
        List<String> was = jdbc.sql("delete from on_call where id = ? and center = acting_center() returning account")
                .param(id)
                .query(String.class)
                .list();
        was.forEach(account -> trail.note(Act.ON_CALL_REMOVED, Map.of("account", account)));
        return !was.isEmpty();
    }

    private String center() {
        @Nullable String center = acting.current().center();
        return Objects.requireNonNull(center, "a list of a center");
    }

    private static Watch read(ResultSet row, int index) throws SQLException {
        return new Watch(
                row.getLong("id"),
                row.getString("account"),
                row.getInt("place"),
                new Stretch(
                        row.getObject("from_at", OffsetDateTime.class).toInstant(),
                        row.getObject("until_at", OffsetDateTime.class).toInstant()));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
