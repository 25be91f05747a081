package org.tasuki.limits;

import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.deadlines.DeadlineRules;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Offices;

/** Says at the start when the file of rules has lost a version, or a rule, under which deadlines run. */
@Component
class RulesInUse {

    private static final Logger LOG = LoggerFactory.getLogger(RulesInUse.class);

    private final JdbcClient jdbc;
    private final DeadlineRules rules;
    private final Offices offices;
    private final Acting acting;
    private final TransactionTemplate transaction;

    RulesInUse(
            JdbcClient jdbc, DeadlineRules rules, Offices offices, Acting acting, PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.offices = offices;
        this.acting = acting;
        this.transaction = new TransactionTemplate(manager);
    }

    @EventListener(ApplicationReadyEvent.class)
    void look() {
        offices.centers()
                .forEach(center -> acting.as(
                        Actor.system(center), () -> transaction.executeWithoutResult(status -> check(center))));
    }

    private void check(String center) {
        jdbc.sql(
                        """
                select rule, rule_version, count(*) as running from deadline
                where center = ? and ended_at is null group by rule, rule_version order by rule, rule_version
                """)
                .param(center)
                .query(row -> {
                    String rule = row.getString("rule");
                    LocalDate version = row.getObject("rule_version", LocalDate.class);
                    if (!rules.knows(rule)) {
                        LOG.error(
                                "{} deadlines of {} run by rule {}, which the file has no more; put it back",
                                row.getInt("running"),
                                center,
                                rule);
                    } else if (!rules.kept(rule, version).effectiveFrom().equals(version)) {
                        LOG.warn(
                                "{} deadlines of {} run by rule {} of {}, which the file has no more; that of {} stands in",
                                row.getInt("running"),
                                center,
                                rule,
                                version,
                                rules.kept(rule, version).effectiveFrom());
                    }
                });
    }
}
