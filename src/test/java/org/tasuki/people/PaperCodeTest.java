package org.tasuki.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Codes on paper: too many to guess, and easy to type. */
class PaperCodeTest {

    @Test
    void aCodeHas120RandomBits() {
        List<String> codes = Stream.generate(PaperCode::random).limit(500).toList();
        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("[0-9a-z]{4}(-[0-9a-z]{4}){5}"));
        for (int place = 0; place < 24; place++) {
            int here = place + place / 4;
            assertThat(codes.stream().map(code -> code.charAt(here)).distinct())
                    .as("five bits at place %d", place)
                    .hasSize(32);
        }
    }

    @Test
    void noCharacterLooksLikeAnother() {
        String all =
                String.join("", Stream.generate(PaperCode::random).limit(100).toList());
        assertThat(all).doesNotContain("i", "l", "o", "u");
    }

    @Test
    void whatATiredPersonTypesIsTheSame() {
        assertThat(PaperCode.plain("0o1I-lL23　４５")).isEqualTo("0011112345");
        String code = PaperCode.random();
        assertThat(PaperCode.hash(" " + code.toUpperCase(Locale.ROOT).replace("-", " ")))
                .isEqualTo(PaperCode.hash(code));
    }

    @Test
    void oneWrongCharacterIsAnotherCode() {
        assertThat(PaperCode.hash("0123-4567-89ab-cdef-ghjk-mnpq"))
                .isNotEqualTo(PaperCode.hash("0123-4567-89ab-cdef-ghjk-mnpr"));
    }
}
