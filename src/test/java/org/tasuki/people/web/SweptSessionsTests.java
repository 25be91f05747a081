package org.tasuki.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.tasuki.TasukiTest;

/** The database is away for a while: the sweeping of ended sessions says so calmly, and goes on afterwards. */
@TasukiTest
@ExtendWith(OutputCaptureExtension.class)
class SweptSessionsTests {

    @Autowired
    private DataSource pool;

    @Autowired
    private FindByIndexNameSessionRepository<?> sessions;

    @Test
    void oneLineWhenItGoesAndOneWhenItIsBack(CapturedOutput said) {
        Wire wire = new Wire(pool);
        SweptSessions swept = new SweptSessions(new JdbcTemplate(wire), SessionStore.transactions(wire));
        swept.setTableName("session.desk");
        wire.cut = true;
        swept.cleanUpExpiredSessions();
        swept.cleanUpExpiredSessions();
        swept.cleanUpExpiredSessions();
        wire.cut = false;
        swept.cleanUpExpiredSessions();
        swept.cleanUpExpiredSessions();
        assertThat(said.getOut().lines().filter(line -> line.contains("swept out")))
                .hasSize(2)
                .first()
                .asString()
                .contains("CannotCreateTransactionException");
        assertThat(said.getAll()).doesNotContain("\tat ", "the wire is cut");
    }

    @Test
    void theHouseSweepsLikeThat() {
        assertThat(sessions).isInstanceOf(SweptSessions.class);
    }

    /** The way to the database, which can be cut. */
    private static final class Wire extends DelegatingDataSource {

        private boolean cut;

        Wire(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (cut) {
                throw new SQLException("the wire is cut");
            }
            return super.getConnection();
        }
    }
}
