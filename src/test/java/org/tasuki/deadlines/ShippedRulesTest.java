package org.tasuki.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The file that ships: every limit of the law and every step of the processes, in words and numbers. */
class ShippedRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final DeadlineRules RULES = new DeadlineRules();

    private static final String LIMITS =
            """
            safety-confirmation           H  48 h                         48時間
            warrant-request               H  7 days, start day included   7日（開始日を含む）
            cancellation-request          H  3 days                       3日
            temporary-protection          H  2 months                     2か月
            temporary-protection-extension  H  2 months, start day included  2か月（開始日を含む）
            art28-placement               H  2 years                      2年
            no-contact-order              H  6 months                     6か月
            court-recommendation-report   H  on the date given            定められた日
            school-attendance-report      H  1 month                      1か月
            school-absence                O  at once                      直ちに
            follow-up                     O  3 months                     3か月
            case-transfer                 M  20 days                      20日
            platform-takedown             H  7 days                       7日
            police-answer                 O  1 working day                1開庁日
            service-answer                O  3 working days               3開庁日
            appeal                        O  3 months                     3か月
            matter                        O  on the date given            定められた日
            question                      O  on the date given            定められた日
            disclosure-request            O  30 days                      30日
            disclosure-request-extended   O  60 days                      60日
            disclosure-handing-out        O  30 days                      30日
            leak-report-first             O  5 days, start day included   5日（開始日を含む）
            leak-report-final             O  30 days, start day included  30日（開始日を含む）
            leak-report-final-malicious   O  60 days, start day included  60日（開始日を含む）
            emergency-review              O  1 working day                1開庁日
            emergency-measure             O  7 days                       7日
            reception                     O  1 h                          1時間
            screening                     O  2 h                          2時間
            emergency-meeting             O  3 h                          3時間
            acceptance-meeting            O  7 days                       7日
            advice                        O  5 working days               5開庁日
            police-sharing                O  1 working day                1開庁日
            compulsory-access             O  1 working day                1開庁日
            investigation                 O  14 days                      14日
            urgency-sheet                 O  1 working day                1開庁日
            child-view                    O  14 days                      14日
            judgement-meeting             O  14 days                      14日
            support-policy-meeting        O  14 days                      14日
            measure                       O  7 days                       7日
            protection-decision           O  3 h                          3時間
            protection-notice             O  1 working day                1開庁日
            court-answer                  O  3 working days               3開庁日
            extension-request             O  14 days                      14日
            protection-end                O  1 working day                1開庁日
            hand-over-preparation         O  1 working day                1開庁日
            hand-over-approval            O  1 working day                1開庁日
            joint-interview               O  14 days                      14日
            support-report                O  1 month                      1か月
            hand-over-decision            O  1 working day                1開庁日
            closing-proposal              O  7 days                       7日
            closing-approval              O  3 working days               3開庁日
            """;

    static Stream<List<String>> limits() {
        return LIMITS.lines().map(line -> Arrays.asList(line.split(" +(?=[HMO] )|(?<= [HMO])  | {2,}")));
    }

    static Stream<DeadlineRule> rules() {
        return RULES.all().stream();
    }

    @ParameterizedTest
    @MethodSource("limits")
    void statesTheLimit(List<String> row) {
        DeadlineRule rule = RULES.rule(row.get(0), TODAY);
        assertThat(List.of(
                        rule.id(),
                        rule.mark().name(),
                        rule.limit().text().en(),
                        rule.limit().text().ja()))
                .isEqualTo(row);
    }

    @Test
    void hasNoRuleThatNobodyAskedFor() {
        List<String> asked = limits().map(row -> row.get(0)).toList();
        assertThat(rules().map(DeadlineRule::id).distinct()).containsExactlyInAnyOrderElementsOf(asked);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void speaksBothLanguages(DeadlineRule rule) {
        for (var text : List.of(rule.label(), rule.source())) {
            assertThat(text.ja()).containsPattern("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
            assertThat(text.en()).isNotBlank().doesNotContainPattern("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void saysWhereALimitIsOnlyADefault(DeadlineRule rule) {
        if (rule.mark() != Mark.H) {
            assertThat(rule.source().ja()).contains("既定値");
            assertThat(rule.source().en()).containsIgnoringCase("office default");
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void tellsTheSupervisorFirstAndTheDirectorAfter(DeadlineRule rule) {
        assertThat(rule.ladder()).extracting(Rung::to).containsExactly("supervisor", "director");
        assertThat(rule.ladder().get(0).after()).isEqualTo(Duration.ZERO);
    }

    @Test
    void startsTheClocksOfTheLawFromFacts() {
        Set<String> facts = Set.of("acceptance", "protection-start", "warrant-rejection", "protection-extension");
        assertThat(rules().map(DeadlineRule::starts)).containsAll(facts);
        assertThat(RULES.rule("warrant-request", TODAY).starts()).isEqualTo("protection-start");
        assertThat(RULES.rule("police-answer", TODAY).starts()).isEqualTo(DeadlineRule.TASK);
    }

    @Test
    void knowsNoOtherRule() {
        assertThat(RULES.knows("safety-confirmation")).isTrue();
        assertThat(RULES.knows("tea-break")).isFalse();
        assertThatThrownBy(() -> RULES.rule("tea-break", TODAY))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("tea-break");
    }

    @Test
    void knowsNoWarrantBeforeTheLawDid() {
        assertThatThrownBy(() -> RULES.rule("warrant-request", LocalDate.of(2025, 5, 31)))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("2025-06-01");
    }
}
