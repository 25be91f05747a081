package org.tasuki.people.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Sweeps ended sessions out each minute. While the database is away that waits, which is said once, and once that it is over. */
final class SweptSessions extends JdbcIndexedSessionRepository {

    private static final Logger LOG = LoggerFactory.getLogger(SweptSessions.class);

    private boolean failed;

    SweptSessions(JdbcOperations jdbc, TransactionOperations transactions) {
        super(jdbc, transactions);
    }

    @Override
    public synchronized void cleanUpExpiredSessions() {
        try {
            super.cleanUpExpiredSessions();
            if (failed) {
                LOG.info("Ended sessions are being swept out again");
            }
            failed = false;
        } catch (DataAccessException | TransactionException away) {
            if (!failed) {
                LOG.warn(
                        "Ended sessions wait to be swept out: {}",
                        away.getClass().getSimpleName());
            }
            failed = true;
        }
    }
}
