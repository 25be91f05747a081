package org.tasuki.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are blacked out as they are written, whatever their characters mean to a pattern. */
class BlackoutTest {

    @ParameterizedTest
    @ValueSource(
            strings = {".*", "a+b", "(x", "[あ-ん]", "x|y", "^$", "\\E.*", "\\Q", "$1", "{2}", "?!", "O’Neill\\", "(?i)k"
            })
    void aPatternsOwnCharactersStandForThemselves(String name) {
        String text = "その日は " + name + " が来た。ほかの人は来なかった。";
        assertThat(Blackout.of(List.of(name)).in(text)).isEqualTo("その日は ■■■ が来た。ほかの人は来なかった。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"鵜\u200B飼みずほ", "鵜飼\u2060 みず\uFEFFほ", "鵜\uDB40\uDD00飼みずほ", "鵜\u202E飼みずほ"})
    void whatNobodySeesInANameHidesItFromNobody(String written) {
        assertThat(Blackout.of(List.of("鵜飼 みずほ")).in("母は" + written + "という。")).isEqualTo("母は■■■という。");
    }

    @Test
    void theWholeNameAndTheGivenNameAlone() {
        assertThat(Blackout.of(List.of("鵜飼 みずほ")).in("鵜飼みずほ、鵜飼　みずほ、みずほ、鵜飼")).isEqualTo("■■■、■■■、■■■、鵜飼");
    }
}
