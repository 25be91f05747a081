package org.tasuki.deadlines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule file is edited by hand, so what is wrong with it is said in words, with the rule's name. */
class FaultyRuleTest {

    private static final String RULE =
            """
              - id: safety
                label: { ja: 安全確認, en: Safety }
                limit: 7
                clock: calendar-days
                firstDay: next-day
                starts: acceptance
                stops: task
                warnings: [PT12H]
                ladder: [{ to: supervisor, after: PT0S }]
                source: { ja: 運営指針, en: Guideline }
                mark: H
                effectiveFrom: 2020-04-01
            """;

    private static DeadlineRules read(String... rules) {
        return DeadlineRules.read(new ByteArrayInputStream(("rules:\n" + String.join("", rules)).getBytes(UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    clock: calendar-days         | clock: moon-phases           | unknown clock "moon-phases"
                    clock: calendar-days         | clock: working-days          | "firstDay" means nothing with this clock
                    clock: calendar-days         | clock: given-date            | means nothing with this clock
                    clock: calendar-days         | hands: two                   | "clock" is missing
                    limit: 7                     | limit: -7                    | the limit is -7; make it 1 or more
                    limit: 7                     | limit: 0                     | the limit is 0; make it 1 or more
                    limit: 7                     | limit: week                  | not a whole number
                    limit: 7                     | limit: 7.5                   | not a whole number
                    firstDay: next-day           | firstDay: monday             | use one of [start-day, next-day]
                    firstDay: next-day           | rollForward: true            | "firstDay" is missing
                    starts: acceptance           | starts: The Acceptance       | lower-case words
                    stops: task                  | stop: task                   | the field "stop"
                    label: { ja: 安全確認, en: Safety } | label: { ja: 安全確認 }  | "label" has no text in "en"
                    source: { ja: 運営指針, en: Guideline } | source: { en: Guideline } | "source" has no text in "ja"
                    warnings: [PT12H]            | warnings: [12 hours]         | not a span of time
                    warnings: [PT12H]            | warnings: [-PT12H]           | not a span of time
                    warnings: [PT12H]            | warnings: [PT0S]             | warns nobody
                    warnings: [PT12H]            | warnings: PT12H              | not a list
                    after: PT0S                  | after: -P1D                  | not a span of time
                    ladder: [{ to: supervisor, after: PT0S }] | ladder: []   | nobody would hear
                    to: supervisor               | whom: supervisor             | "to" is missing
                    mark: H                      | mark: X                      | use one of [H, M, O]
                    effectiveFrom: 2020-04-01    | effectiveFrom: 2020-02-30    | not a date
                    stops: task                  | limit: 8                     | Duplicate
                    """)
    void isRefusedByNameAndReason(String line, String instead, String reason) {
        assertThat(RULE).contains(line);
        assertThatThrownBy(() -> read(RULE.replace(line, instead)))
                .isInstanceOf(FaultyRule.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    waivable: true          | nobody here can waive
                    waivable: perhaps       | neither true nor false
                    pause: { most: P30D }   | "source" is missing
                    pause: { most: PT1H }   | not 1 to 366 days
                    pause: { most: P400D }  | not 1 to 366 days
                    pause: { most: a week } | not a span of time
                    """)
    void whatTheLawSetsIsNotWaivedAndWhatStandsStillHasAnEnd(String line, String reason) {
        assertThatThrownBy(() -> read(RULE.replace("mark: H", line + "\n    mark: H")))
                .isInstanceOf(FaultyRule.class)
                .hasMessageContaining(reason);
    }

    @Test
    void onlyWhatCountsWithoutACalendarStandsStill() {
        String working = RULE.replace("calendar-days", "working-days").replace("    firstDay: next-day\n", "");
        assertThatThrownBy(() -> read(working.replace("mark: H", "pause: { most: P30D }\n    mark: H")))
                .isInstanceOf(FaultyRule.class)
                .hasMessageContaining("\"pause\" means nothing with a limit in working days");
    }

    @Test
    void isNamed() {
        assertThatThrownBy(() -> read(RULE.replace("limit: 7", "limit: -7"))).hasMessageContaining("rule safety:");
    }

    @Test
    void isRefusedWhenTwoVersionsClaimTheSameDay() {
        assertThatThrownBy(() -> read(RULE, RULE.replace("limit: 7", "limit: 8")))
                .isInstanceOf(FaultyRule.class)
                .hasMessageContaining("rule safety: two versions are effective from 2020-04-01");
    }

    @ParameterizedTest
    @CsvSource({"''", "'rules: []'", "'rules: {}'", "'safety: 7'"})
    void isMissedWhenTheFileHasNone(String file) {
        assertThatThrownBy(() -> DeadlineRules.read(new ByteArrayInputStream(file.getBytes(UTF_8))))
                .isInstanceOf(FaultyRule.class)
                .hasMessageContaining("has no rules");
    }

    @Test
    void isNotMistakenForYaml() {
        assertThatThrownBy(() -> read("  - id: [safety"))
                .isInstanceOf(FaultyRule.class)
                .hasMessageContaining("not readable as YAML");
    }

    @Test
    void aLaterVersionCountsFromItsOwnDay() {
        String later = RULE.replace("limit: 7", "limit: 5").replace("2020-04-01", "2027-04-01");
        DeadlineRules rules = read(later, RULE);
        assertThat(rules.rule("safety", LocalDate.of(2027, 3, 31)).limit())
                .isEqualTo(new CalendarDays(7, FirstDay.NEXT_DAY, Holiday.STAYS));
        assertThat(rules.rule("safety", LocalDate.of(2027, 4, 1)).limit())
                .isEqualTo(new CalendarDays(5, FirstDay.NEXT_DAY, Holiday.STAYS));
        assertThat(rules.all())
                .extracting(DeadlineRule::effectiveFrom)
                .containsExactly(LocalDate.of(2020, 4, 1), LocalDate.of(2027, 4, 1));
    }
}
