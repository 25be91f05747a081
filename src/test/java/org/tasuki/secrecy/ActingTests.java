package org.tasuki.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tasuki.secrecy.TwoCenters.OFFICER_A;
import static org.tasuki.secrecy.TwoCenters.OFFICER_B;
import static org.tasuki.secrecy.TwoCenters.OF_A;
import static org.tasuki.secrecy.TwoCenters.OF_B;
import static org.tasuki.secrecy.TwoCenters.POLICE;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/** Whoever acts is known to the transaction they act in, and to nothing after or beside it. */
@SecrecyTest
class ActingTests {

    private static final String CASES = "select number from case_file order by number";

    @Autowired
    private AsActor as;

    @Autowired
    private Acting acting;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private HikariDataSource pool;

    @Autowired
    private PlatformTransactionManager manager;

    @Test
    void aConnectionComesBackToThePoolWithoutAnActor() throws SQLException {
        assertThat(cases(OFFICER_A)).isEqualTo(OF_A);
        assertThatThrownBy(() -> as.change(OFFICER_A, "select 1 / 0")).isInstanceOf(DataAccessException.class);
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
                all.add(pool.getConnection());
                assertThat(actor(all.get(i))).isEmpty();
            }
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
    }

    @Test
    void aQueryOutsideATransactionSeesNothing() {
        assertThat(acting.as(
                        OFFICER_A, () -> jdbc.sql(CASES).query(String.class).list()))
                .isEmpty();
    }

    @Test
    void manyAtOnceSeeTheirOwnEach() throws Exception {
        ExecutorService desks = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                boolean a = i % 2 == 0;
                work.add(desks.submit(() -> {
                    assertThat(acting.current()).isEqualTo(Actor.NOBODY);
                    assertThat(cases(a ? OFFICER_A : OFFICER_B)).isEqualTo(a ? OF_A : List.of(OF_B));
                }));
            }
            for (Future<?> done : work) {
                done.get();
            }
        } finally {
            desks.shutdownNow();
        }
    }

    @Test
    void whoStepsInStepsBackAgain() {
        as.ask(POLICE, db -> {
            assertThat(acting.as(OFFICER_A, this::seen)).isEqualTo(OF_A);
            assertThat(seen()).containsExactly(TwoCenters.HANDED_OVER);
            return true;
        });
    }

    /** Who works on a case is remembered while somebody acts, but not beyond their leaving it. */
    @Test
    void whoLeavesACaseSeesItNoMore() {
        TransactionTemplate attempt = new TransactionTemplate(manager);
        acting.as(
                TwoCenters.PSYCHOLOGIST_A,
                () -> attempt.executeWithoutResult(transaction -> {
                    transaction.setRollbackOnly();
                    assertThat(seen()).containsExactly(TwoCenters.WRITTEN_ANEW);
                    assertThat(jdbc.sql(
                                            "update case_team set left_at = now(), left_by = account where account = acting_account()")
                                    .update())
                            .isOne();
                    assertThat(seen()).isEmpty();
                }));
    }

    @Test
    void whoFailsStepsBackToo() {
        as.ask(POLICE, db -> {
            assertThatThrownBy(() -> acting.as(OFFICER_A, () -> {
                        throw new IllegalStateException("refused");
                    }))
                    .hasMessage("refused");
            assertThat(seen()).containsExactly(TwoCenters.HANDED_OVER);
            return true;
        });
    }

    @Test
    void anInnerTransactionKnowsTheActorToo() {
        TransactionTemplate own = new TransactionTemplate(manager);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        as.ask(OFFICER_A, db -> {
            List<String> inner = acting.as(OFFICER_B, () -> own.execute(status -> seen()));
            assertThat(inner).containsExactly(OF_B);
            assertThat(own.<List<String>>execute(status -> seen())).isEqualTo(OF_A);
            assertThat(seen()).isEqualTo(OF_A);
            return true;
        });
    }

    @Test
    void aTimersActorLeavesWithItsTransaction() {
        new TransactionTemplate(manager).executeWithoutResult(status -> {
            assertThat(seen()).isEmpty();
            acting.untilTransactionEnds(TwoCenters.SYSTEM_A);
            assertThat(seen()).isEqualTo(OF_A);
        });
        assertThat(acting.current()).isEqualTo(Actor.NOBODY);
    }

    private List<String> cases(Actor actor) {
        return as.read(actor, CASES);
    }

    private List<String> seen() {
        return jdbc.sql(CASES).query(String.class).list();
    }

    private static String actor(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        select concat(current_setting('tasuki.account', true), current_setting('tasuki.center', true),
                                      current_setting('tasuki.agency', true), current_setting('tasuki.trail', true),
                                      (select string_agg(number, ' ') from case_file))
                        """)) {
            row.next();
            return row.getString(1);
        }
    }
}
