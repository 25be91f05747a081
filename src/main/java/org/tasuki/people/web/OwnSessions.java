package org.tasuki.people.web;

import static java.util.Objects.requireNonNullElse;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.people.OpenSessions;

/** Where people are signed in, and how that ends. A session is called by the hash under which the database keeps it. */
@Component
class OwnSessions implements OpenSessions {

    private static final String SINCE = "tasuki.since";
    private static final String BROWSER = "tasuki.browser";

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration longest;

    OwnSessions(
            FindByIndexNameSessionRepository<? extends Session> sessions,
            DataSource dataSource,
            JdbcClient jdbc,
            Clock clock,
            @Value("${tasuki.session.longest}") Duration longest) {
        this.sessions = sessions;
        this.transactions = SessionStore.transactions(dataSource);
        this.jdbc = jdbc;
        this.clock = clock;
        this.longest = longest;
    }

    record Place(String key, Instant since, Instant lastUsed, BrowserKind browser, boolean here) {}

    /** Somebody has just signed in. */
    void begin(HttpSession session, BrowserKind browser) {
        session.setAttribute(SINCE, clock.millis());
        session.setAttribute(BROWSER, browser.name());
    }

    /** However busy it was, a session ends after this long. */
    boolean isTooOld(HttpSession session) {
        return session.getAttribute(SINCE) instanceof Long since && isTooOld(Instant.ofEpochMilli(since));
    }

    @Override
    public boolean isOpen(String sessionId) {
        Session session = sessions.findById(sessionId);
        return session != null
                && !session.isExpired()
                && !(session.getAttribute(SINCE) instanceof Long since && isTooOld(Instant.ofEpochMilli(since)));
    }

    private boolean isTooOld(Instant since) {
        return !since.plus(longest).isAfter(clock.instant());
    }

    /** The one asked from first, then the latest used. */
    List<Place> of(String account, String here) {
        return sessions.findByPrincipalName(account).entrySet().stream()
                .filter(kept -> !kept.getValue().isExpired())
                .map(kept -> place(kept.getKey(), kept.getValue(), hash(here)))
                .filter(place -> !isTooOld(place.since()))
                .sorted(Comparator.comparing(Place::here)
                        .thenComparing(Place::lastUsed)
                        .reversed())
                .toList();
    }

    private static Place place(String key, Session session, String here) {
        Long since = session.getAttribute(SINCE);
        return new Place(
                key,
                since == null ? session.getCreationTime() : Instant.ofEpochMilli(since),
                session.getLastAccessedTime(),
                BrowserKind.valueOf(requireNonNullElse(session.getAttribute(BROWSER), BrowserKind.OTHER.name())),
                key.equals(here));
    }

    /** Answers how many there were to end: none when it is somebody else's, or has ended already. */
    int end(String account, String key) {
        return signOut("principal_name = ? and session_id = ?", account, key);
    }

    int endOthers(String account, HttpServletRequest here) {
        return signOut("principal_name = ? and session_id <> all (?)", account, names(here));
    }

    /** At how many desks these accounts are signed in. */
    int count(Set<String> accounts) {
        return requireNonNullElse(
                transactions.execute(status -> jdbc.sql("select count(*) from session.desk where principal_name in"
                                + " (select unnest(?)) and expiry_time > ?")
                        .params(accounts.toArray(String[]::new), clock.millis())
                        .query(Integer.class)
                        .single()),
                0);
    }

    /** What an administrator does. Answers how many there were; the one that asks stays. */
    int endAll(Set<String> accounts, HttpServletRequest here) {
        return requireNonNullElse(
                transactions.execute(status -> accounts.stream()
                        .mapToInt(account -> signOutNow(
                                "administrator", "principal_name = ? and session_id <> all (?)", account, names(here)))
                        .sum()),
                0);
    }

    /** Why a session was ended from elsewhere, if it was. */
    Optional<String> whyEnded(String id) {
        return requireNonNullElse(
                transactions.execute(status -> jdbc.sql("select why from session.ended where session_id = ?")
                        .param(hash(id))
                        .query(String.class)
                        .optional()),
                Optional.empty());
    }

    /**
     * What the database calls the session that asks. A proof in this very request has given it another name, which is written
     * when the request ends: until then its row has the one before.
     */
    private static String[] names(HttpServletRequest here) {
        return Stream.of(here.getSession().getId(), here.getRequestedSessionId())
                .filter(Objects::nonNull)
                .map(OwnSessions::hash)
                .toArray(String[]::new);
    }

    private int signOut(String which, String account, Object key) {
        return requireNonNullElse(transactions.execute(status -> signOutNow("elsewhere", which, account, key)), 0);
    }

    private int signOutNow(String why, String which, String account, Object key) {
        jdbc.sql("insert into session.ended (session_id, why) select session_id, ? from session.desk where " + which
                        + " on conflict do nothing")
                .params(why, account, key)
                .update();
        return jdbc.sql("delete from session.desk where " + which)
                .params(account, key)
                .update();
    }

    private static String hash(String id) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
