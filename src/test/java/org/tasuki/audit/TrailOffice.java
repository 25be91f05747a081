package org.tasuki.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;

/** Centers with a trail, one for each test: a chain that one test has broken is no other test's. */
final class TrailOffice {

    private final JdbcClient superuser;
    private final AuditTrail trail;
    private final Acting acting;
    private final TransactionTemplate transactions;
    private int centers;

    TrailOffice(TestDatabase database, AuditTrail trail, Acting acting, PlatformTransactionManager manager) {
        this.superuser = database.asSuperuser();
        this.trail = trail;
        this.acting = acting;
        this.transactions = new TransactionTemplate(manager);
    }

    /** A new center in which this many acts have left their trail. */
    synchronized String center(int acts) {
        int count = centers++;
        String letter = "" + (char) ('A' + count / 26) + (char) ('A' + count % 26);
        String center = "center" + letter;
        superuser
                .sql("insert into center values (?, ?, ?, ?)")
                .params(center, "C" + letter, center, center)
                .update();
        for (int i = 0; i < acts; i++) {
            act(center, Map.of("step", "s" + i, "process", "referral"));
        }
        return center;
    }

    void act(String center, Map<String, String> detail) {
        acting.as(officer(center), () -> transactions.executeWithoutResult(status -> note(detail)));
    }

    /** An act whose transaction lasts as long as the rest of the work. */
    void act(String center, Runnable rest) {
        acting.as(
                officer(center),
                () -> transactions.executeWithoutResult(status -> {
                    note(Map.of());
                    rest.run();
                }));
    }

    List<Long> entries(String center) {
        return superuser
                .sql("select id from audit_entry where center = ? order by id")
                .param(center)
                .query(Long.class)
                .list();
    }

    List<Long> sealed(String center) {
        return superuser
                .sql("select entry from audit_link where center = ? order by seq")
                .param(center)
                .query(Long.class)
                .list();
    }

    int tamper(String sql, Object... values) {
        return superuser.sql(sql).params(values).update();
    }

    /** How the database would find it. */
    String plan(String sql) {
        return String.join(
                "\n", superuser.sql("explain " + sql).query(String.class).list());
    }

    static Actor officer(String center) {
        return Actor.person("officer." + center, Set.of(Role.OFFICER), center, null);
    }

    private void note(Map<String, String> detail) {
        trail.note(Act.TASK_COMPLETED, detail);
    }
}
