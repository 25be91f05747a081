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

    @Test
    void theWholeNameAndTheGivenNameAlone() {
        assertThat(Blackout.of(List.of("鵜飼 みずほ")).in("鵜飼みずほ、鵜飼　みずほ、みずほ、鵜飼")).isEqualTo("■■■、■■■、■■■、鵜飼");
    }
}
