package org.tasuki.engine;

import org.flowable.engine.HistoryService;
import org.flowable.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.CaseNumber;

/** What the engine remembers of the ways that a case took. It holds nothing personal; but an erased case has no way. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CaseHistory {

    private final HistoryService history;

    CaseHistory(HistoryService history) {
        this.history = history;
    }

    /** Whether anything of the case still runs, its flow or something beside it. */
    public boolean runs(CaseNumber number) {
        return history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(number.value())
                        .unfinished()
                        .count()
                > 0;
    }

    /**
     * Forgets a case whose flow has ended. A process takes those that it called with it.
     *
     * @throws IllegalStateException when the case still runs
     */
    public void erase(CaseNumber number) {
        if (runs(number)) {
            throw new IllegalStateException("the flow of " + number + " has not ended");
        }
        for (HistoricProcessInstance instance : history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .excludeSubprocesses(true)
                .list()) {
            history.deleteHistoricProcessInstance(instance.getId());
        }
    }
}
