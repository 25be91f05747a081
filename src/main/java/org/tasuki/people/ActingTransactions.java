package org.tasuki.people;

import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The only transaction manager: each transaction begins by telling the database who acts. The engine joins it. */
@Component("transactionManager")
class ActingTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    private final transient Acting acting;

    ActingTransactions(DataSource dataSource, Acting acting) {
        super(dataSource);
        this.acting = acting;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        try {
            acting.tell(connection());
        } catch (RuntimeException lost) {
            // The dead connection is bound to this thread by now: left there, it would fail every later transaction
            // too.
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("the database was not told who acts", lost);
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
