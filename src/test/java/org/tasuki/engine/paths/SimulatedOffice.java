package org.tasuki.engine.paths;

import java.util.Date;
import org.flowable.engine.ProcessEngine;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tasuki.launch.TestDatabase;
import org.tasuki.notices.LadderWatch;

/** An office whose clock a simulation turns, with the engine's after it; what would look every few seconds looks at each turn. */
@TestConfiguration(proxyBeanMethods = false)
class SimulatedOffice {

    @Bean
    @Primary
    static Hands hands() {
        return new Hands();
    }

    @Bean
    static Turning turning(Hands hands, ProcessEngine engine, LadderWatch watch, TestDatabase database) {
        return new Turning(hands, engine, watch, database.asSuperuser());
    }

    /** Everything that happens by itself when it has become later. */
    record Turning(Hands hands, ProcessEngine engine, LadderWatch watch, JdbcClient all) {

        void to(String moment) {
            hands.at(moment);
            boolean more = true;
            while (more) {
                more = timers();
                watch.look();
                more |= awake();
            }
        }

        /** The engine's timers, as its own clockwork would run them. */
        private boolean timers() {
            var due = engine.getManagementService()
                    .createTimerJobQuery()
                    .duedateLowerThan(Date.from(hands.instant().plusMillis(1)))
                    .list();
            due.forEach(timer -> {
                engine.getManagementService().moveTimerToExecutableJob(timer.getId());
                engine.getManagementService().executeJob(timer.getId());
            });
            return !due.isEmpty();
        }

        /** The watch takes some hundred cases at a time. */
        private boolean awake() {
            return all.sql("select exists (select from deadline where ended_at is null and wake_at <= :now)")
                    .param("now", hands.instant().atOffset(java.time.ZoneOffset.UTC))
                    .query(Boolean.class)
                    .single();
        }
    }
}
