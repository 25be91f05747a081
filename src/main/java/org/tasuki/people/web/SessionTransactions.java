package org.tasuki.people.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The session store's own transactions. They know no actor, for who acts is what they find out, and they alone say to the
 * database that they keep sessions. Not a bean: for everybody else there is one transaction manager.
 */
final class SessionTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    SessionTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        try (Statement tell = connection().createStatement()) {
            tell.execute("select set_config('tasuki.sessions', 'kept', true)");
        } catch (SQLException lost) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("the database did not open the sessions", lost);
        }
    }

    private Connection connection() {
        Object bound = TransactionSynchronizationManager.getResource(obtainDataSource());
        if (bound instanceof ConnectionHolder holder) {
            return holder.getConnection();
        }
        throw new IllegalStateException("a transaction without a connection");
    }
}
