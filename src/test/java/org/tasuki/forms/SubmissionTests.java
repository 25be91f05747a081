package org.tasuki.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.tasuki.forms.Samples.OFFICE;
import static org.tasuki.forms.Samples.filled;
import static org.tasuki.forms.Samples.sample;
import static org.tasuki.forms.Samples.with;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionTests {

    @Test
    void acceptsWhatIsRequiredAndNothingElse() {
        Submission submission = sample().submit(filled(), OFFICE);
        assertThat(submission.problems()).isEmpty();
        assertThat(submission.answers())
                .containsExactly(
                        Map.entry("childName", "山田花子"), Map.entry("injured", false), Map.entry("consent", "yes"));
    }

    @Test
    void answersCannotBeChanged() {
        Map<String, Object> answers = with("siblings[0].name", "太郎").answers();
        assertThatThrownBy(() -> answers.put("x", "y")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void namesEachMissingFieldAndKeepsWhatWasTyped() {
        Submission submission = sample().submit(Map.of("childName", List.of("　"), "story", List.of("泣き声")), OFFICE);
        assertThat(submission.accepted()).isFalse();
        assertThat(submission.problems())
                .extracting(Problem::path, Problem::message)
                .containsExactly(
                        tuple("childName", "forms.problem.required"),
                        tuple("consent", "forms.problem.required.choice"));
        assertThat(submission.typed()).containsEntry("story", List.of("泣き声"));
        assertThatThrownBy(submission::answers).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "childName|あいうえおかきくけこさ|forms.problem.tooLong",
                "phone|12|forms.problem.tooShort",
                "phone|番号不明|forms.problem.pattern",
                "age|十二|forms.problem.number",
                "age|1e9|forms.problem.number",
                "age|9999999999999999999999|forms.problem.number",
                "age|3.5|forms.problem.whole",
                "age|-1|forms.problem.min",
                "age|21|forms.problem.max",
                "weight|12.34|forms.problem.decimals",
                "birthDate|2026-02-29|forms.problem.date",
                "birthDate|令和8年13月1日|forms.problem.date",
                "birthDate|昨日|forms.problem.date",
                "visitTime|25:00|forms.problem.time",
                "acceptedAt|2026-11-23|forms.problem.dateTime",
                "acceptedAt|2026-11-23T24:01|forms.problem.dateTime",
                "injured|maybe|forms.problem.option",
                "consent|perhaps|forms.problem.option",
                "kinds|neglect|forms.problem.option",
                "agency|another|forms.problem.option",
                "childName|\u202eおなは|forms.problem.characters",
                "childName|a\u2066b|forms.problem.characters",
                "siblings[0].years|31|forms.problem.max",
            })
    void refusesAtTheField(String field, String typed, String message) {
        Submission submission = with(field, typed);
        assertThat(submission.problems())
                .filteredOn(problem -> problem.path().equals(field))
                .extracting(Problem::message)
                .containsExactly(message);
        assertThat(submission.typed()).containsEntry(field, List.of(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\u001bb", "a\nb", "a\ud800b", "a\uffffb", "a\u200fb"})
    void refusesCharactersThatCannotBeKeptOrMislead(String typed) {
        assertThat(with("childName", typed).problems())
                .containsExactly(Problem.at("childName", "forms.problem.characters"));
    }

    @Test
    void refusesAHugeValueWithoutWorkingOnIt() {
        assertThat(with("childName", "a".repeat(5_000_000)).problems())
                .containsExactly(Problem.at("childName", "forms.problem.tooLong", 10, 5_000_000));
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(with("childName", "𠮷".repeat(10)).accepted()).isTrue();
    }

    @Test
    void trimsAndComposesButLeavesTheRegisterFormOfAName() {
        assertThat(with("childName", "　か\u3099 ").answers()).containsEntry("childName", "が");
        assertThat(with("childName", "神\uFA19\uFA11").answers()).containsEntry("childName", "神\uFA19\uFA11");
    }

    @Test
    void keepsScriptAsTheTextItIs() {
        assertThat(with("story", "<script>alert(1)</script>\r\n'; drop table\tx")
                        .answers())
                .containsEntry("story", "<script>alert(1)</script>\n'; drop table x");
    }

    @Test
    void understandsFullWidthNumbers() {
        assertThat(with("age", "１２").answers()).containsEntry("age", 12L);
        assertThat(with("weight", "１，０２３．５").answers()).containsEntry("weight", new BigDecimal("1023.5"));
        assertThat(with("weight", "−3.0").answers()).containsEntry("weight", -3L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-23", "2026/11/23", "令和8年11月23日", "令和８年１１月２３日（月）", "R8.11.23", "r8/11/23", "平成38年11月23日"
            })
    void understandsDates(String typed) {
        assertThat(with("birthDate", typed).answers()).containsEntry("birthDate", "2026-11-23");
    }

    @Test
    void knowsWhereErasBegin() {
        assertThat(with("birthDate", "令和元年5月1日").answers()).containsEntry("birthDate", "2019-05-01");
        assertThat(with("birthDate", "S64.1.7").answers()).containsEntry("birthDate", "1989-01-07");
        assertThat(with("birthDate", "令和元年4月30日").accepted()).isFalse();
        assertThat(with("birthDate", "令和0年5月1日").accepted()).isFalse();
        assertThat(with("birthDate", "0026-11-23").accepted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T14:30",
                "2026-11-23 14:30",
                "令和8年11月23日 午後2時30分",
                "令和8年11月23日午後2時半",
                "R8.11.23 14:30:00",
                "2026-11-23T05:30:00Z"
            })
    void understandsDatesWithTimes(String typed) {
        Submission submission = with("acceptedAt", typed);
        assertThat(submission.answers()).containsEntry("acceptedAt", "2026-11-23T14:30:00+09:00");
        assertThat(submission.facts()).containsEntry("acceptance", Instant.parse("2026-11-23T05:30:00Z"));
    }

    @Test
    void aDayIsAFactFromItsStartInJapan() {
        assertThat(with("birthDate", "2020-01-01").facts())
                .containsExactly(Map.entry("birth", Instant.parse("2019-12-31T15:00:00Z")));
    }

    @Test
    void understandsTimes() {
        assertThat(with("visitTime", "午後２時").answers()).containsEntry("visitTime", "14:00");
        assertThat(with("visitTime", "午前12時5分").answers()).containsEntry("visitTime", "12:05");
    }

    @Test
    void refusesTwoValuesForOneField() {
        assertThat(with("childName", "a", "b").problems())
                .containsExactly(Problem.at("childName", "forms.problem.several"));
    }

    @Test
    void refusesWhatIsNotInTheForm() {
        Submission submission = with("role", "admin");
        assertThat(submission.problems()).containsExactly(Problem.at("", "forms.problem.unknown"));
        assertThat(submission.typed()).containsEntry("childName", List.of("山田花子"));
        assertThat(with("siblings[0].secret", "x").problems()).hasSize(1);
        assertThat(with("siblings[99999999999].name", "x").problems()).hasSize(1);
        assertThat(with("siblings.name", "x").problems()).hasSize(1);
        assertThat(with("_csrf", "x").accepted()).isTrue();
    }

    @Test
    void dropsWhatIsHidden() {
        Map<String, List<String>> raw = filled();
        raw.put("urgency", List.of("tampered"));
        raw.put("refusal", List.of("x"));
        Submission submission = sample().submit(raw, OFFICE);
        assertThat(submission.answers()).doesNotContainKeys("urgency", "refusal");
        assertThat(submission.routing()).containsExactly(Map.entry("consent", "yes"), Map.entry("urgency", "none"));
    }

    @Test
    void requiresWhatIsInSight() {
        Map<String, List<String>> raw = filled();
        raw.put("consent", List.of("no"));
        raw.put("injured", List.of("true"));
        raw.put("urgency", List.of("A"));
        assertThat(sample().submit(raw, OFFICE).problems())
                .containsExactly(Problem.at("refusal", "forms.problem.required"));
        raw.put("refusal", List.of("怒っている"));
        assertThat(sample().submit(raw, OFFICE).routing()).containsEntry("urgency", "A");
    }

    @Test
    void conditionsLookIntoChecklists() {
        Map<String, List<String>> raw = filled();
        raw.put("interview", List.of("要"));
        assertThat(sample().submit(raw, OFFICE).answers()).doesNotContainKey("interview");
        raw.put("kinds", List.of("sexual", "physical", "sexual", ""));
        assertThat(sample().submit(raw, OFFICE).answers())
                .containsEntry("interview", "要")
                .containsEntry("kinds", List.of("physical", "sexual"));
    }

    @Test
    void readsRowsDropsBlankOnesAndCountsThemAnew() {
        Map<String, List<String>> raw = filled();
        raw.put("siblings[4].name", List.of("太郎"));
        raw.put("siblings[4].years", List.of("９"));
        raw.put("siblings[2].name", List.of(" "));
        raw.put("siblings[7].years", List.of("3"));
        Submission submission = sample().submit(raw, OFFICE);
        assertThat(submission.problems()).containsExactly(Problem.at("siblings[2].name", "forms.problem.required"));
        raw.remove("siblings[7].years");
        assertThat(sample().submit(raw, OFFICE).answers())
                .containsEntry("siblings", List.of(Map.of("name", "太郎", "years", 9L)));
    }

    @Test
    void refusesTooManyRows() {
        Map<String, List<String>> raw = filled();
        for (int row = 0; row < 900; row++) {
            raw.put("siblings[" + row + "].name", List.of("x"));
        }
        assertThat(sample().submit(raw, OFFICE).problems())
                .containsExactly(Problem.at("siblings", "forms.problem.rows", 3, 900));
    }

    @Test
    void addsAndRemovesRowsWithoutJudging() {
        Map<String, List<String>> raw =
                new HashMap<>(Map.of("siblings[0].name", List.of("a"), "siblings[1].name", List.of("b")));
        raw.put("_add", List.of("siblings"));
        Submission more = sample().submit(raw, OFFICE);
        assertThat(more.rearranged()).isTrue();
        assertThat(more.accepted()).isFalse();
        assertThat(more.problems()).isEmpty();
        assertThat(more.typed()).containsEntry("siblings[2].name", List.of(""));
        raw.remove("_add");
        raw.put("_remove", List.of("siblings[0]"));
        assertThat(sample().submit(raw, OFFICE).typed())
                .containsEntry("siblings[0].name", List.of("b"))
                .doesNotContainKey("siblings[1].name");
        raw.put("_remove", List.of("elsewhere[9]"));
        raw.put("_add", List.of("nothing"));
        assertThat(sample().submit(raw, OFFICE).rearranged()).isTrue();
    }

    @Test
    void tellsTheDomainItsColumnsAndWhatIsSecret() {
        Submission submission = with("notifierName", "匿名");
        assertThat(submission.columns()).containsOnly(Map.entry("child.name", "山田花子"));
        assertThat(submission.secret()).containsOnly(Map.entry("notifierName", "匿名"));
        assertThat(submission.plain()).containsKey("childName").doesNotContainKey("notifierName");
    }

    @Test
    void storedAnswersComeBackAsTyped() {
        Map<String, List<String>> raw = filled();
        raw.put("acceptedAt", List.of("R8.11.23 9:05"));
        raw.put("injured", List.of("true"));
        raw.put("kinds", List.of("sexual"));
        raw.put("weight", List.of("30.5"));
        raw.put("siblings[0].name", List.of("太郎"));
        Form form = sample();
        Map<String, Object> answers = form.submit(raw, OFFICE).answers();
        Map<String, List<String>> typed = form.typed(answers);
        assertThat(typed).containsEntry("acceptedAt", List.of("2026-11-23T09:05"));
        assertThat(form.submit(typed, OFFICE).answers()).isEqualTo(answers);
    }

    @Test
    void aCoreModuleMayRefuseToo() {
        Submission submission = with("age", "3").refused(List.of(Problem.at("age", "forms.problem.option")));
        assertThat(submission.accepted()).isFalse();
        assertThat(submission.typed()).containsEntry("age", List.of("3"));
    }
}
