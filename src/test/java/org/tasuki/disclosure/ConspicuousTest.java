package org.tasuki.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is offered to whoever reads a record before it is given out. */
class ConspicuousTest {

    @ParameterizedTest
    @CsvSource({
        "担任の栗栖先生に電話した。, 栗栖",
        "隣の田中さんが見ていた。, 田中",
        "ヤマダ様より, ヤマダ",
        "046-822-1234に架電, 046-822-1234",
        "浜辺小学校の校長, 浜辺小学校",
        "3丁目2番1号に転居, 3丁目2番1号",
        "同じ建物に住む人から。泣き声が続く。, 同じ建物に住む人",
        "近所の方からの通告で受理, 近所の方"
    })
    void whatMayLeadToSomebodyIsFound(String text, String word) {
        assertThat(Conspicuous.in(text)).contains(word);
    }

    @ParameterizedTest
    @CsvSource({"担任の先生に電話した。", "母と児童は落ち着いていた。", "2回目の面接を行った。"})
    void whatNamesNobodyIsNot(String text) {
        assertThat(Conspicuous.in(text)).isEqualTo(List.of());
    }
}
