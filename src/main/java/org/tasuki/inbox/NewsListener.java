package org.tasuki.inbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears what other nodes, and this one, tell of the inbox. One connection a node, outside the pool, because it listens all day. When
 * it is lost, it is tried again, less and less often; what was told in between nobody heard, so that everybody is told to look.
 */
@Component
@ConditionalOnProperty("tasuki.inbox.tell-every")
class NewsListener implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NewsListener.class);

    private static final Duration SOONEST = Duration.ofMillis(500);
    private static final Duration LATEST = Duration.ofSeconds(30);
    private static final int WAIT_MS = 10_000;

    private final JdbcConnectionDetails database;
    private final ApplicationEventPublisher events;
    private volatile @Nullable Thread listening;
    private volatile @Nullable Connection open;

    NewsListener(JdbcConnectionDetails database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    @Override
    public void start() {
        Thread thread = new Thread(this::listen, "inbox-news");
        thread.setDaemon(true);
        listening = thread;
        thread.start();
    }

    private void listen() {
        Duration pause = SOONEST;
        while (isRunning()) {
            try (Connection connection = connect()) {
                open = connection;
                pause = SOONEST;
                events.publishEvent(new InboxMoved(Set.of()));
                hear(connection);
            } catch (SQLException lost) {
                if (isRunning()) {
                    LOG.warn("the inbox's news are not heard for a while: {}", lost.getSQLState());
                    sleep(pause);
                    pause = pause.multipliedBy(2).compareTo(LATEST) < 0 ? pause.multipliedBy(2) : LATEST;
                }
            }
        }
    }

    private Connection connect() throws SQLException {
        Properties who = new Properties();
        who.setProperty("user", Objects.requireNonNullElse(database.getUsername(), ""));
        who.setProperty("password", Objects.requireNonNullElse(database.getPassword(), ""));
        who.setProperty("ApplicationName", "tasuki news");
        who.setProperty("tcpKeepAlive", "true");
        who.setProperty("connectTimeout", "5");
        Connection connection = DriverManager.getConnection(database.getJdbcUrl(), who);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set role tasuki_app");
            statement.execute("listen " + InboxNews.CHANNEL);
        } catch (SQLException refused) {
            connection.close();
            throw refused;
        }
        return connection;
    }

    private void hear(Connection connection) throws SQLException {
        PGConnection listener = connection.unwrap(PGConnection.class);
        while (isRunning()) {
            PGNotification[] told = listener.getNotifications(WAIT_MS);
            if (told == null || told.length == 0) {
                stillThere(connection);
            } else {
                events.publishEvent(new InboxMoved(lanes(told)));
            }
        }
    }

    /** A line that was cut without a word looks like one on which nothing is said. */
    private static void stillThere(Connection connection) throws SQLException {
        if (!connection.isValid(5)) {
            throw new SQLException("lost", "08006");
        }
    }

    private static Set<String> lanes(PGNotification[] told) {
        boolean any = Stream.of(told).anyMatch(one -> one.getParameter().equals(InboxNews.ANY));
        return any
                ? Set.of()
                : Stream.of(told)
                        .flatMap(one -> Arrays.stream(one.getParameter().split("\n")))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        Thread thread = listening;
        listening = null;
        if (thread != null) {
            thread.interrupt();
        }
        Connection connection = open;
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException gone) {
                LOG.debug("it was closed already");
            }
        }
    }

    @Override
    public boolean isRunning() {
        return listening != null;
    }
}
