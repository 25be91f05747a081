package org.tasuki.engine;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.impl.persistence.entity.data.ActivityInstanceDataManager;
import org.flowable.engine.impl.persistence.entity.data.ExecutionDataManager;
import org.flowable.engine.impl.persistence.entity.data.impl.MybatisActivityInstanceDataManager;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.flowable.spring.boot.EngineConfigurationConfigurer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tasuki.deadlines.DeadlineLadder;
import org.tasuki.deadlines.DeadlineRules;
import org.tasuki.forms.Forms;
import org.tasuki.people.Acting;
import org.tasuki.people.Role;

/** How the engine is set up: few doors, no personal data in its history, our listener, our timers. */
@Configuration(proxyBeanMethods = false)
class EngineRoom {

    @Bean
    EngineConfigurationConfigurer<SpringProcessEngineConfiguration> tuneEngine(
            DeadlineDoor deadlines,
            HandOverDoor handOvers,
            Forms forms,
            Acting acting,
            CaseLock lock,
            DeadlineLadder ladder,
            Clock clock,
            ApplicationEventPublisher events) {
        return engine -> {
            engine.setClock(new EngineClock(clock));
            Map<Object, Object> doors = Map.of("deadlines", deadlines, "handOvers", handOvers);
            engine.setBeans(doors);
            engine.setExpressionManager(new CaseExpressions(doors, routingNames(forms)));
            engine.setHistoryLevel(HistoryLevel.ACTIVITY);
            remembersLittle(engine);
            engine.setEventListeners(
                    List.of(new FlowListener(deadlines, events), new DeadTimers(ladder, lock, acting)));
            engine.setCustomJobHandlers(List.of(new CaseTimer(acting, lock)));
            engine.setCustomAsyncRunnableExecutionExceptionHandlers(List.of(new LostRace()));
            engine.setDisableIdmEngine(true);
            engine.setDisableEventRegistry(true);
            engine.setEnableConfiguratorServiceLoader(false);
            engine.setEnableLocalization(false);
            engine.setUsePrefixId(false);
            engine.setCreateDiagramOnDeploy(false); // browsers draw the file itself
            StatementFiles.onDemand(engine);
        };
    }

    /** What the house keeps itself, and better, is not kept twice; docs/decisions/0032 counts what that saves. */
    private static void remembersLittle(SpringProcessEngineConfiguration engine) {
        engine.setDbSqlSessionFactory(new LastUpdates(engine.isUsePrefixId()));
        ActivityInstanceDataManager rows = new MybatisActivityInstanceDataManager(engine);
        engine.setActivityInstanceDataManager(rows);
        engine.setActivityInstanceEntityManager(new FlowsTaken(engine, rows));
        ExecutionDataManager executions = new WholeTrees(engine);
        engine.setExecutionDataManager(executions);
        engine.setExecutionEntityManager(new InstanceEnds(engine, executions));
        engine.setHistoryConfigurationSettings(new NoVariables(engine));
        engine.setActivityBehaviorFactory(new InboxTasks());
    }

    @Bean
    Linter linter(Forms forms, DeadlineRules rules) {
        return new Linter(
                new LintKnowledge(Role.keys(), forms::knows, rules::knows, forms::routingOf, forms::keptAside));
    }

    /** What any form may set. */
    private static Set<String> routingNames(Forms forms) {
        return forms.keys().stream()
                .flatMap(key -> forms.routingOf(key).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
