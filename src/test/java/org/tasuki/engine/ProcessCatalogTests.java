package org.tasuki.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tasuki.terms.Text;

class ProcessCatalogTests {

    private final ProcessCatalog catalog = new ProcessCatalog();

    @BeforeEach
    void shipped() {
        catalog.show(ShippedProcesses.all());
    }

    @Test
    void theWayOfACaseComesFirstAndWhatItCallsFollows() {
        assertThat(catalog.processes())
                .extracting(ProcessFacts::key)
                .containsExactly(
                        "referral",
                        "consultation",
                        "guidance-center",
                        "temporary-protection",
                        "police-referral",
                        "support-referral",
                        "closing",
                        "disclosure",
                        "emergency-access",
                        "matter",
                        "question");
    }

    @Test
    void aTaskTellsWhoDoesItWithWhichFormByWhenAndWhy() {
        StepFacts safetyCheck = step("guidance-center", "safetyCheck");

        assertThat(safetyCheck.kind()).isEqualTo(StepKind.TASK);
        assertThat(safetyCheck.name()).isEqualTo(new Text("安全確認", "Safety check"));
        assertThat(safetyCheck.documentation().ja()).contains("児童虐待防止法第8条");
        assertThat(safetyCheck.documentation().en()).contains("CAPA art. 8");
        assertThat(safetyCheck.roles()).containsExactly("officer");
        assertThat(safetyCheck.formKey()).isEqualTo("safety-check");
        assertThat(safetyCheck.timeLimit()).hasValueSatisfying(limit -> {
            assertThat(limit.rule()).isEqualTo("safety-confirmation");
            assertThat(limit.label()).isEqualTo(new Text("48時間", "48 h"));
            assertThat(limit.ends()).isFalse();
            assertThat(limit.then()).extracting(NextStep::step).containsExactly("sharePoliceUnconfirmed");
        });
    }

    @Test
    void whatComesNextIsNamedByTheChoiceThatLeadsThere() {
        assertThat(step("consultation", "screening").next())
                .extracting(next -> next.when().ja(), NextStep::step)
                .containsExactlyInAnyOrder(tuple("緊急", "emergencyMeeting"), tuple("定例", "acceptanceMeeting"));
    }

    @Test
    void theWayLeadsThroughForksIntoPartsAndOutOfThem() {
        assertThat(nextOf("temporary-protection", "protectionDecision"))
                .containsExactlyInAnyOrder(
                        "notProtected", "protectionNotice", "consented", "warrantRequest", "keepInProtection");
        assertThat(nextOf("temporary-protection", "keepInProtection"))
                .containsExactlyInAnyOrder("extensionRequest", "endProtection");
        assertThat(nextOf("temporary-protection", "cancellationAnswer"))
                .containsExactlyInAnyOrder("upheld", "endProtection");
    }

    @Test
    void aSilentAgencyTakesTheTaskAway() {
        assertThat(step("police-referral", "awaitPoliceAnswer").timeLimit()).hasValueSatisfying(limit -> {
            assertThat(limit.ends()).isTrue();
            assertThat(limit.then()).extracting(NextStep::step).containsExactly("markSilent");
        });
    }

    @Test
    void callsCanBeFollowedBothWays() {
        assertThat(step("guidance-center", "supportReferrals").called()).isEqualTo("support-referral");
        assertThat(catalog.callers("temporary-protection"))
                .containsExactlyInAnyOrder(
                        new CallSite("guidance-center", "protectionAtOnce"),
                        new CallSite("guidance-center", "protectionAfterSheet"));
        assertThat(catalog.callers("referral")).isEmpty();
    }

    @Test
    void theDiagramSpeaksTheReadersLanguage() {
        assertThat(catalog.diagram("closing", Locale.JAPANESE))
                .hasValueSatisfying(xml -> assertThat(xml).contains("name=\"終結の提案\""));
        assertThat(catalog.diagram("closing", Locale.ENGLISH)).hasValueSatisfying(xml -> assertThat(xml)
                .contains("name=\"Propose closing\"", "<bpmn:documentation>Closes")
                .doesNotContain("name=\"終結"));
    }

    @Test
    void theEnglishDiagramIsTheSameProcess() {
        List<ProcessSource> english = catalog.processes().stream()
                .map(process -> new ProcessSource(
                        process.key() + ".bpmn",
                        catalog.diagram(process.key(), Locale.ENGLISH)
                                .orElseThrow()
                                .getBytes(StandardCharsets.UTF_8)))
                .toList();

        assertThat(new Linter(SampleKnowledge.knowledge()).lint(english)).isEmpty();
    }

    @Test
    void everyTaskHasAllItsFacts() {
        assertThat(catalog.processes().stream().flatMap(process -> process.tasks().stream()))
                .hasSize(54)
                .allSatisfy(task -> {
                    assertThat(task.roles()).isNotEmpty();
                    assertThat(task.formKey()).isNotNull();
                    assertThat(task.timeLimit()).isPresent();
                    assertThat(task.next()).isNotEmpty();
                });
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(catalog.process("nothing")).isEmpty();
        assertThat(catalog.step("closing", "nothing")).isEmpty();
        assertThat(catalog.diagram("nothing", Locale.JAPANESE)).isEmpty();
    }

    private StepFacts step(String process, String id) {
        return catalog.step(process, id).orElseThrow();
    }

    private List<String> nextOf(String process, String id) {
        return step(process, id).next().stream().map(NextStep::step).toList();
    }
}
