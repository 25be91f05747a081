package org.tasuki.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file is called after it has been sent by somebody who may mean harm. */
class FileNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ../../../etc/passwd.pdf      | passwd.pdf
            C:\\Users\\x\\出欠.pdf          | 出欠.pdf
            ..\\..\\web.xml\\..\\evil.PDF  | evil.pdf
            /absolute/path/              | 資料.pdf
            ...                          | 資料.pdf
            .htaccess                    | 資料.htaccess
            con.pdf                      | _con.pdf
            a<b>:c"d?*.pdf               | a_b__c_d__.pdf
            出欠状況（11月）.pdf           | 出欠状況（11月）.pdf
            no extension                 | no extension.pdf
            two.dots.pdf                 | two.dots.pdf
            """)
    void aPathIsNoName(String sent, String kept) {
        assertThat(FileName.of(sent).of(FileKind.PDF)).isEqualTo(kept);
    }

    @Test
    void nothingUnseenIsKept() {
        assertThat(FileName.of("photo\u202Egnp.exe").of(FileKind.PNG)).isEqualTo("photognp.exe");
        assertThat(FileName.of("a\u0000b\r\nc\u200F\u2066\uFEFF.pdf").of(FileKind.PDF))
                .isEqualTo("abc.pdf");
        assertThat(FileName.of("half \uD83D.pdf").of(FileKind.PDF)).isEqualTo("half.pdf");
        assertThat(FileName.of("").of(FileKind.PDF)).isEqualTo("資料.pdf");
    }

    @Test
    void oneSpellingOfEachCharacterAndNoEndlessName() {
        String decomposed = Normalizer.normalize("がぎぐ", Normalizer.Form.NFD);
        assertThat(FileName.of(decomposed + ".pdf").of(FileKind.PDF)).isEqualTo("がぎぐ.pdf");
        assertThat(FileName.of("長".repeat(3000) + ".pdf").of(FileKind.PDF)).isEqualTo("長".repeat(100) + ".pdf");
    }

    @Test
    void theExtensionPromisesNothingElse() {
        assertThat(FileName.of("a.PDF").fits(FileKind.PDF)).isTrue();
        assertThat(FileName.of("a").fits(FileKind.PDF)).isTrue();
        assertThat(FileName.of("a.jpeg").fits(FileKind.JPEG)).isTrue();
        assertThat(FileName.of("a.pdf.exe").fits(FileKind.PDF)).isFalse();
        assertThat(FileName.of("a.html").fits(FileKind.TEXT)).isFalse();
        assertThat(FileName.of("a.docm").fits(FileKind.WORD)).isFalse();
    }
}
