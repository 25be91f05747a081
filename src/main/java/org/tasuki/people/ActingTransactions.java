package org.tasuki.people;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.core.InfrastructureProxy;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;

/** The only transaction manager: in its transactions the database knows who acts. The engine joins it. */
@Component("transactionManager")
class ActingTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    ActingTransactions(DataSource pool, Acting acting) {
        super(new Told(pool, acting));
    }

    /** To Spring it is the pool itself: whoever asks the pool for its transaction's connection gets ours. */
    private static final class Told extends DelegatingDataSource implements InfrastructureProxy {

        private final Acting acting;

        Told(DataSource pool, Acting acting) {
            super(pool);
            this.acting = acting;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return ToldConnection.of(super.getConnection(), acting);
        }

        @Override
        public Object getWrappedObject() {
            return obtainTargetDataSource();
        }
    }
}
