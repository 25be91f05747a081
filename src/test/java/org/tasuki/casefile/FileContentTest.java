package org.tasuki.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A file is what its content says. */
class FileContentTest {

    static Stream<Arguments> known() {
        return Stream.of(
                Arguments.argumentSet("pdf", FileKind.PDF, SampleFiles.PDF),
                Arguments.argumentSet("png", FileKind.PNG, SampleFiles.PNG),
                Arguments.argumentSet("jpeg", FileKind.JPEG, SampleFiles.JPEG),
                Arguments.argumentSet("heic", FileKind.HEIC, SampleFiles.HEIC),
                Arguments.argumentSet("word", FileKind.WORD, SampleFiles.word()),
                Arguments.argumentSet("excel", FileKind.EXCEL, SampleFiles.excel()),
                Arguments.argumentSet("utf-8", FileKind.TEXT, "出欠、全日欠席\r\n".getBytes(StandardCharsets.UTF_8)),
                Arguments.argumentSet("shift jis", FileKind.TEXT, "出欠、①日".getBytes(Charset.forName("windows-31j"))));
    }

    @ParameterizedTest
    @MethodSource("known")
    void whatIsTakenIn(FileKind kind, byte[] content) {
        assertThat(new FileContent(content).kind()).contains(kind);
    }

    static Stream<Arguments> unknown() {
        return Stream.of(
                Arguments.argumentSet("a program", (Object) SampleFiles.PROGRAM),
                Arguments.argumentSet("an archive", (Object) SampleFiles.zip("a.txt", "a")),
                Arguments.argumentSet("half an archive", (Object) Arrays.copyOf(SampleFiles.word(), 60)),
                Arguments.argumentSet("old or locked office", (Object) new byte[] {
                    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
                }),
                Arguments.argumentSet("macros", (Object) SampleFiles.wordWith("word/vbaProject.bin", "Sub AutoOpen()")),
                Arguments.argumentSet("macros by another name", (Object) SampleFiles.zip(
                        "[Content_Types].xml",
                        SampleFiles.types("application/vnd.ms-word.document.macroEnabled.main+xml"),
                        "word/document.xml",
                        "-")),
                Arguments.argumentSet("controls", (Object) SampleFiles.wordWith("word/activeX/activeX1.bin", "-")),
                Arguments.argumentSet("a bomb", (Object) SampleFiles.bomb()),
                Arguments.argumentSet(
                        "a film", (Object) new byte[] {0, 0, 0, 24, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 0}));
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void whatIsNot(byte[] content) {
        assertThat(new FileContent(content).kind()).isEqualTo(Optional.empty());
    }

    @Test
    void aMacroHiddenBehindTheEndOfTheArchiveIsFound() {
        byte[] word = SampleFiles.word();
        byte[] hidden = "PK\u0003\u0004 word/VBAProject.bin".getBytes(StandardCharsets.ISO_8859_1);
        byte[] both = Arrays.copyOf(word, word.length + hidden.length);
        System.arraycopy(hidden, 0, both, word.length, hidden.length);
        assertThat(new FileContent(both).kind()).isEmpty();
    }
}
