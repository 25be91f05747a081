package org.tasuki.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.tasuki.engine.ProcessSource;
import org.tasuki.engine.Rehearsals;
import org.tasuki.engine.ShippedCatalog;
import org.tasuki.engine.ShippedProcesses;
import org.tasuki.forms.Forms;
import org.tasuki.terms.Text;

/** Every shipped scenario can be walked; a process that leaves one behind is told with the scenario's name and the place. */
class ScenariosTest {

    private static final Forms FORMS = new Forms();

    private static final Rehearsals SHIPPED = Rehearsals.of(ShippedProcesses.all());

    private static final String WHOLE =
            """
            name: { ja: 名, en: Name }
            about: { ja: 説明, en: About }
            way:
              - step: consultation/reception
                happens: { ja: 受ける, en: Taken }
              - step: consultation/screening
                after: PT1H
                answers: { meeting: regular }
                happens: { ja: 決める, en: Decided }
            """;

    static List<Scenario> scenarios() {
        return new Scenarios(new PathMatchingResourcePatternResolver()).all();
    }

    @Test
    void theNamedWaysAreThere() {
        assertThat(scenarios())
                .extracting(Scenario::key)
                .containsExactly(
                        "child-not-seen",
                        "colleagues-family",
                        "false-alarm",
                        "images-on-sns",
                        "moved-family",
                        "night-handover",
                        "one-stays-silent",
                        "refused-warrant",
                        "school-neglect");
    }

    @Test
    void theyAreFoundByTheirKeyAndByTheProcessesTheyComeThrough() {
        Scenarios scenarios = new Scenarios(new PathMatchingResourcePatternResolver());
        assertThat(scenarios.of("false-alarm")).isPresent();
        assertThat(scenarios.of("../deadlines")).isEmpty();
        assertThat(scenarios.through("closing"))
                .extracting(Scenario::key)
                .containsExactly("false-alarm", "school-neglect");
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void eachFitsTheProcessesAtWork(Scenario scenario) {
        assertThat(new ScenarioCheck(SHIPPED, FORMS).fault(scenario)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void eachLanguageIsItsOwn(Scenario scenario) {
        assertThat(scenario.way()).extracting(Scenario.Step::happens).allSatisfy(text -> {
            assertThat(text.ja()).containsPattern("\\p{IsHiragana}");
            assertThat(text.en()).doesNotContainPattern("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
        });
    }

    @Test
    void aStepThatIsGoneIsToldWithTheScenarioAndThePlace() {
        assertThat(with("police-referral.bpmn", "jointInterview\"", "interviewTogether\""))
                .containsExactly("images-on-sns, 21 (police-referral/jointInterview): "
                        + "この段階は、プロセスにありません。 / The process has no such step.");
    }

    @Test
    void anOptionThatWasRenamedIsTold() {
        assertThat(faults(SHIPPED, read(WHOLE.replace("regular", "weekly"))))
                .singleElement()
                .asString()
                .contains("made-up, 2 (consultation/screening)", "meeting has no option weekly");
    }

    @Test
    void anotherConditionLeadsElsewhereAndIsTold() {
        assertThat(with("consultation.bpmn", "meeting == 'emergency'", "meeting == 'urgent'"))
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("night-handover, 3 (consultation/emergencyMeeting)")
                        .contains("but to [consultation/acceptanceMeeting]"))
                .noneMatch(fault -> fault.startsWith("school-neglect"));
    }

    @Test
    void aCircleIsToldAndNotFollowed() {
        String joined = "sourceRef=\"meetingHeld\" targetRef=";
        assertThat(with("consultation.bpmn", joined + "\"whichAcceptance\"", joined + "\"meetingHeld\""))
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("false-alarm, 3 (consultation/acceptanceMeeting)")
                        .contains("round in a circle"));
    }

    @Test
    void anArrowIntoNothingIsNoVersion() {
        ProcessSource version = version("consultation.bpmn", "targetRef=\"screening\"", "targetRef=\"nowhere\"");
        assertThatThrownBy(() -> SHIPPED.with(version)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aVersionIsHeldAgainstTheProcessesAtWork() {
        StaleScenarios leftBehind = new StaleScenarios(
                ShippedCatalog.read(), new Scenarios(new PathMatchingResourcePatternResolver()), FORMS);
        assertThat(leftBehind.now()).isEmpty();
        assertThat(leftBehind.by(version("matter.bpmn", "doMatter\"", "settleMatter\"")))
                .extracting(ScenarioFault::scenario)
                .containsExactly("images-on-sns", "moved-family");
        ProcessSource noFile = new ProcessSource("matter.bpmn", new byte[] {1, 2, 3});
        assertThatThrownBy(() -> leftBehind.by(noFile)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ meeting: regular } | { urgency: AA } | does not ask for urgency",
                "answers: { meeting: regular } | late: false | no answer to the form screening",
                "after: PT1H | silent: true | way, 2 (consultation/screening) answers nothing where it is silent",
                "answers: { meeting: regular } | silent: true | does not take the task away",
                "consultation/screening | consultation/advice | do not lead to this step, but to [consultation/screening]",
                "consultation/screening | consultation/accepted | do not come through this step",
                "consultation/screening | screening | way, 2, step is written process/step",
                "after: PT1H | after: soon | after is a time as in PT4H or P14D",
                "after: PT1H | services: 12 | services is a number from 1 to 9",
                "en: Decided | En: Decided | nobody knows the word En",
                "way: | begins: nothing\\nway: | There is no process nothing",
            })
    void aFaultIsToldWithItsPlace(String right, String wrong, String told) {
        assertThat(WHOLE).contains(right);
        String yaml = WHOLE.replace(right, wrong.replace("\\n", "\n"));
        assertThatThrownBy(() -> {
                    faults(SHIPPED, read(yaml)).forEach(fault -> {
                        throw new FaultyStory("scenarios/made-up.yaml", new Text(fault, fault));
                    });
                })
                .isInstanceOf(FaultyStory.class)
                .hasMessageStartingWith("training/scenarios/made-up.yaml: ")
                .hasMessageContaining(told);
    }

    /** The shipped scenarios, where in a version of this process one text is another. */
    private static List<String> with(String file, String text, String other) {
        return faults(SHIPPED.with(version(file, text, other)), scenarios().toArray(Scenario[]::new));
    }

    private static ProcessSource version(String file, String text, String other) {
        ProcessSource at = ShippedProcesses.all().stream()
                .filter(source -> source.name().equals(file))
                .findFirst()
                .orElseThrow();
        String shipped = new String(at.xml(), StandardCharsets.UTF_8);
        assertThat(shipped).contains(text);
        return new ProcessSource(file, shipped.replace(text, other).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> faults(Rehearsals processes, Scenario... scenarios) {
        return new ScenarioCheck(processes, FORMS)
                .faults(List.of(scenarios)).stream()
                        .map(ScenarioFault::toString)
                        .toList();
    }

    private static Scenario read(String yaml) {
        return ScenarioFile.read("made-up", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
