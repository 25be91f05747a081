package org.tasuki.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormReaderTests {

    @Test
    void readsEveryKind() {
        Form form = Samples.sample();
        assertThat(form.key()).isEqualTo("sample");
        assertThat(form.version()).matches("3-[0-9a-f]{8}");
        assertThat(form.title().en()).isEqualTo("Intake sheet");
        assertThat(form.complete().ja()).isEqualTo("受け付ける");
        assertThat(form.routing()).containsExactly("consent", "urgency", "grade");
        assertThat(form.computes()).containsExactly("grade");
        assertThat(form.routes()).containsEntry("consent", Set.of("yes", "no"));
        assertThat(form.facts()).containsExactly("birth", "acceptance");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                // What is replaced | by what | the field that the flaw names | what it says
                "\"type\": \"spacer\"|\"type\": \"html\"|components[19]|type must be one of",
                "\"key\": \"phone\"|\"key\": \"childName\"|childName|is used twice",
                "\"label.en\": \"Age\"||age|give the English",
                "\"option.no.en\": \"Refused\",||consent|option.no.en",
                "\"option.yes.en\"|\"option.maybe.en\"|consent|option.maybe.en",
                "\"decimalDigits\": 0|\"decimals\": 0|age|\"decimals\" is not known here",
                "\"column\": \"child.name\"|\"colunm\": \"child.name\"|childName|\"colunm\" is not known here",
                "\"maxLength\": 100|\"maxLenght\": 100|story|\"maxLenght\" is not known here",
                "\"maxLength\": 100|\"maxLength\": \"100\"|story|whole number",
                "\"maxLength\": 100|\"maxLength\": 1000000|story|minLength and maxLength",
                "=not(list contains|=not(list containz|interview|cannot be read",
                "\\\"sexual\\\"|\\\"sexuel\\\"|interview|does not fit",
                "not(injured)|not(siblings)|refusal|put that field above",
                "not(injured)|not(interview)|refusal|put that field above",
                "\"subtype\": \"time\"|\"subtype\": \"hour\"|visitTime|subtype must be",
                "\"subtype\": \"time\"|\"subtype\": \"datetime\", \"defaultValue\": \"soon\"|visitTime|defaultValue",
                "^[0-9-]+$|[0-9|phone|not a regular expression",
                "\"defaultValue\": \"B\"|\"defaultValue\": \"C\"|urgency|defaultValue",
                "\"value\": \"no\"|\"value\": \"yes\"|consent|is there twice",
                "\"group\": \"notifier\"|\"group\": \"notifer\"|notifierName|group must be one of",
                "\"group\": \"notifier\"|\"group\": \"notifier\", \"column\": \"notifier.name\"|notifierName|would keep it unsealed",
                "\"fact\": \"birth\"|\"routing\": \"birth\"|birthDate|only a radio or select",
                "\"fact\": \"birth\"|\"fact\": \"acceptance\"|acceptedAt|by another field already",
                "\"label.en\": \"Years\"|\"label.en\": \"Years\", \"column\": \"sibling.years\"|siblings.years|give it to the dynamiclist",
                "\"columns\": 6|\"columns\": 17|childName|columns must be 1 to 16",
                "\"label\": \"電話\"|\"label\": \"=phone\"|phone|cannot be an expression",
                "\"id\": \"sample\"|\"id\": \"other\"||id must be \"sample\"",
                "\"en\": \"Accept\"|\"fr\": \"Accepter\"|tasuki.complete|give both ja and en",
                "\"version\": 3|\"version\": 0|tasuki|give version",
                "\"label.en\": \"Notifier\" }, \"components\": [|\"label.en\": \"Notifier\", \"later\": \"true\" }, \"components\": [ { \"type\": \"textfield\", \"key\": \"must\", \"label\": \"要\", \"validate\": { \"required\": true }, \"properties\": { \"label.en\": \"Must\" } },|components[18]|folded away",
                "[\"grade\"]|\"grade\"|tasuki|computes must list",
                "\"required\": true, \"maxLength\": 20|\"required\": \"yes\", \"maxLength\": 20|siblings.name|true or false",
            })
    void namesTheFieldAndWhatToDo(String is, String becomes, String field, String toDo) {
        String json = Samples.text("sample.json");
        assertThat(json).contains(is);
        FormReader.Result result =
                FormReader.read("sample.json", json.replace(is, becomes == null ? noComma(is) : becomes));
        assertThat(result.form()).isEmpty();
        assertThat(result.flaws()).anySatisfy(flaw -> {
            assertThat(flaw.file()).isEqualTo("sample.json");
            assertThat(flaw.field()).isEqualTo(field == null ? "" : field);
            assertThat(flaw.in(Locale.ENGLISH)).contains(toDo);
            assertThat(flaw.in(Locale.JAPANESE)).isNotBlank();
        });
    }

    private static String noComma(String is) {
        return is.endsWith(",") ? "" : "\"decoy.en\": \"x\"";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{} {}",
                "{\"a\":1,\"a\":2}",
                "\"text\"",
                "{\"components\": [1, null, [], {}]}"
            })
    void neverThrowsOnAFileThatIsNoForm(String json) {
        assertThat(FormReader.read("x.json", json).flaws()).isNotEmpty();
    }

    @Test
    void survivesHostileNesting() {
        String json = "{\"components\":[".repeat(5000);
        assertThat(FormReader.read("x.json", json).flaws()).isNotEmpty();
        String groups = "{\"type\":\"group\",\"components\":[".repeat(300) + "]}".repeat(300);
        assertThat(FormReader.read("x.json", "{\"components\":[" + groups + "]}")
                        .flaws())
                .isNotEmpty();
    }

    @Test
    void theSameFormsAreFoundByKey() {
        Forms forms = new Forms("classpath*:forms-samples/*.json");
        assertThat(forms.knows("sample")).isTrue();
        assertThat(forms.knows("other")).isFalse();
        assertThat(forms.routingOf("sample")).containsExactly("consent", "urgency", "grade");
        assertThat(forms.routingOf("other")).isEmpty();
        assertThatThrownBy(() -> forms.form("other")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void everyFormOfTheOfficeIsSound() {
        Forms forms = new Forms();
        assertThat(forms.keys())
                .allSatisfy(key -> assertThat(forms.form(key).version()).isNotBlank());
    }

    @Test
    void aMalformedFileStopsTheStartWithALineForEachFlaw() {
        assertThatThrownBy(() -> new Forms("classpath*:forms-malformed/*.json"))
                .isInstanceOf(MalformedForms.class)
                .hasMessageContaining("broken.json, tasuki: give version")
                .hasMessageContaining("broken.json, name: give label");
    }
}
