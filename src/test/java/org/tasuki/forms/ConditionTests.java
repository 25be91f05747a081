package org.tasuki.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTests {

    private static final Map<String, Object> ANSWERS = Map.of(
            "consent",
            "no",
            "injured",
            true,
            "age",
            12L,
            "weight",
            new BigDecimal("30.50"),
            "kinds",
            List.of("sexual"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "=consent = \"no\"|true",
                "=consent!=\"no\"|false",
                "=\"no\" = consent|true",
                "=age = 12|true",
                "=age = 12.0|true",
                "=weight != 30.5|false",
                "=injured|true",
                "=injured = false|false",
                "=not(injured)|false",
                "=unanswered = \"x\"|false",
                "=unanswered != \"x\"|true",
                "=unanswered|false",
                "=list contains(kinds, \"sexual\")|true",
                "=list  contains ( kinds , \"physical\" )|false",
                "=list contains(consent, \"no\")|false",
                "=consent = \"yes\" and injured or age = 12|true",
                "=consent = \"yes\" and (injured or age = 12)|false",
                "=not(consent = \"yes\" or not(injured)) and true|true",
                "=consent = \"a \\\"quoted\\\" value\"|false",
                "=notable = \"x\"|false",
            })
    void holds(String feel, boolean expected) {
        assertThat(ConditionParser.parse(feel).holds(ANSWERS::get)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "consent = \"no\"",
                "=",
                "=consent =",
                "=consent = no",
                "=consent = \"no",
                "=(consent",
                "=consent)",
                "=not consent",
                "=a = \"x\" and",
                "=a > 3",
                "=some x in y satisfies x",
                "=a.b = \"x\"",
                "=date(\"2026-01-01\") = a",
                "=null = a",
                "=a = \"x\"; b",
                "=list contains(a)",
                "=1 = 1"
            })
    void refusesWhatItCannotRead(String feel) {
        assertThatIllegalArgumentException().isThrownBy(() -> ConditionParser.parse(feel));
    }

    @Test
    @Timeout(5)
    void refusesHostileDepthAndLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConditionParser.parse("=" + "(".repeat(400) + "a" + ")".repeat(400)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConditionParser.parse("=" + "not(".repeat(100_000) + "a" + ")".repeat(100_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> ConditionParser.parse("=\"" + "\\\"".repeat(490)));
    }

    @Test
    void saysItselfToTheBrowser() {
        assertThat(ConditionParser.parse("=consent != \"no\" or list contains(kinds, \"x\") and injured")
                        .tree())
                .isEqualTo(List.of(
                        "or",
                        List.of("not", List.of("=", "consent", "no")),
                        List.of("and", List.of("has", "kinds", "x"), List.of("on", "injured"))));
    }

    @Test
    void saysItselfToTheReader() {
        Map<String, Field> fields = Samples.sample().fields();
        Condition hide =
                ConditionParser.parse("=consent != \"no\" or not(injured and list contains(kinds, \"sexual\"))");
        assertThat(new ConditionWords(fields, Locale.JAPANESE, Lookups.NONE).shownWhenNot(hide))
                .isEqualTo("「保護者の同意」が「なし」の場合、かつ(「けががある」にチェックがある場合、かつ「虐待の種別」に「性的」を含む場合)に記入");
        assertThat(new ConditionWords(fields, Locale.ENGLISH, Lookups.NONE).shownWhenNot(hide))
                .isEqualTo(
                        "If “Consent” is “Refused” and (“Injured” is ticked and “Kinds of abuse” includes “Sexual”)");
    }
}
