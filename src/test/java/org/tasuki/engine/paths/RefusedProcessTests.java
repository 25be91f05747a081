package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.engine.Deployment;
import org.tasuki.engine.Finding;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.ProcessSource;
import org.tasuki.engine.ShippedProcesses;

/** A process file that the linter refuses changes nothing: the version before it stays at work. */
@StoryTest
class RefusedProcessTests {

    private static final String FILE = "guidance-center.bpmn";

    @Autowired
    private Stories stories;

    @Autowired
    private Deployment deployment;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ProcessCatalog catalog;

    @Test
    void runningCasesGoOnAndNewOnesBeginByTheVersionBefore() {
        Story running = stories.accepted().isAt("safetyCheck");
        Map<String, Integer> before = versions();

        List<Finding> findings = deployment.deploy(withARefusedFile());

        assertThat(findings).extracting(Finding::file).containsOnly(FILE);
        assertThat(findings).extracting(Finding::element).contains("safetyCheck");
        assertThat(versions()).isEqualTo(before);
        assertThat(catalog.step("guidance-center", "safetyCheck").orElseThrow().formKey())
                .as("what pages tell of")
                .isEqualTo("safety-check");
        running.at("safetyCheck").answers().at("socialDiagnosis").answers();
        stories.accepted().at("safetyCheck").answers().at("socialDiagnosis").answers();
    }

    @Test
    void withoutAVersionBeforeThereIsNothingToGoOnWith() {
        ProcessSource fresh = new ProcessSource("fresh.bpmn", "<nothing/>".getBytes(StandardCharsets.UTF_8));
        Map<String, Integer> before = versions();
        assertThatThrownBy(() -> deployment.deploy(List.of(fresh)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("fresh.bpmn");
        assertThat(versions()).isEqualTo(before);
    }

    /** The latest version of each process. */
    private Map<String, Integer> versions() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .collect(Collectors.toMap(ProcessDefinition::getKey, ProcessDefinition::getVersion));
    }

    private static List<ProcessSource> withARefusedFile() {
        return ShippedProcesses.all().stream()
                .map(file -> file.name().equals(FILE) ? withoutSafetyForm(file) : file)
                .toList();
    }

    private static ProcessSource withoutSafetyForm(ProcessSource file) {
        String sound = new String(file.xml(), StandardCharsets.UTF_8);
        String wrong = sound.replace(" flowable:formKey=\"safety-check\"", "");
        assertThat(wrong).isNotEqualTo(sound);
        return new ProcessSource(file.name(), wrong.getBytes(StandardCharsets.UTF_8));
    }
}
