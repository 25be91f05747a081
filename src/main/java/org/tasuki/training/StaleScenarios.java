package org.tasuki.training;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.ProcessSource;
import org.tasuki.engine.Rehearsals;
import org.tasuki.forms.Forms;

/** The scenarios that a version of a process would leave behind, were it put to work beside the others. */
@Component
public class StaleScenarios {

    private final ProcessCatalog catalog;
    private final Scenarios scenarios;
    private final Forms forms;

    StaleScenarios(ProcessCatalog catalog, Scenarios scenarios, Forms forms) {
        this.catalog = catalog;
        this.scenarios = scenarios;
        this.forms = forms;
    }

    /** @throws IllegalArgumentException when it cannot be read; why, the linter says */
    public List<ScenarioFault> by(ProcessSource version) {
        return faults(catalog.rehearsals().with(version));
    }

    /** Of the processes at work: none, unless an office put one to work all the same. */
    public List<ScenarioFault> now() {
        return faults(catalog.rehearsals());
    }

    /** Whether one that somebody brings fits the processes at work. */
    public Optional<ScenarioFault> now(Scenario brought) {
        return new ScenarioCheck(catalog.rehearsals(), forms).fault(brought);
    }

    private List<ScenarioFault> faults(Rehearsals processes) {
        return new ScenarioCheck(processes, forms).faults(scenarios.all());
    }
}
