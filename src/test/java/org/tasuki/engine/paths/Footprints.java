package org.tasuki.engine.paths;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.ProcessDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which sequence flows exist, and which were taken by any case so far. */
class Footprints {

    private final RepositoryService repository;
    private final JdbcClient jdbc;

    Footprints(RepositoryService repository, JdbcClient jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
    }

    Set<String> missing() {
        Set<String> missing = all(SequenceFlow.class);
        missing.removeAll(taken());
        return missing;
    }

    /** As {@code process/element}, in every deployed process, embedded ones included. */
    <T extends FlowElement> Set<String> all(Class<T> kind) {
        Set<String> all = new TreeSet<>();
        for (ProcessDefinition definition :
                repository.createProcessDefinitionQuery().latestVersion().list()) {
            Process process = repository.getBpmnModel(definition.getId()).getMainProcess();
            process.findFlowElementsOfType(kind, true)
                    .forEach(element -> all.add(definition.getKey() + "/" + element.getId()));
        }
        return all;
    }

    private Collection<String> taken() {
        return jdbc.sql(
                        """
                select distinct split_part(proc_def_id_, ':', 1) || '/' || act_id_ from engine.act_hi_actinst
                where act_type_ = 'sequenceFlow'
                """)
                .query(String.class)
                .list();
    }
}
