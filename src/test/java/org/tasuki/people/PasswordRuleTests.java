package org.tasuki.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be chosen as a password, without asking anybody outside. */
class PasswordRuleTests {

    private static final List<String> NAMES =
            List.of("m.suzuki", "鈴木 美咲", "Suzuki Misaki", "汐見市児童相談所", "Shiomi Child Guidance Center");

    private final PasswordRule rule = new PasswordRule("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a long enough password",
                "correct horse battery staple",
                "雨の日は傘を持って歩いて行こう",
                "suzuki likes walking in the rain",
                "kq7w-x2vb-9mzt",
                "tanaka2026hanako-ringo"
            })
    void goodOnes(String password) {
        assertThat(rule.problem(password, NAMES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "elevenchars, short",
        "123456789012, monotonous",
        "aaaaaaaaaaaa, monotonous",
        "abcdefghijkl, monotonous",
        "098765432109, monotonous",
        "ａｂｃａｂｃａｂｃａｂｃ, monotonous",
        "tasukitasuki, monotonous",
        "m.suzuki-2026, names",
        "SuzukiMisaki1, names",
        "suzuki.shiomi!, names",
        "Password2026!, leaked",
        "qwerty123456, leaked",
        "administrator, leaked",
        "sunshine-dragon, leaked",
        "PASSWORDqwerty, leaked",
        "1qaz2wsx3edc4rfv, leaked"
    })
    void refusedOnes(String password, String why) {
        assertThat(rule.problem(password, NAMES)).hasValue("people.problem.password." + why);
    }

    @Test
    void lengthIsCountedInCharactersAndHasAnEnd() {
        assertThat(rule.problem("🌂".repeat(5) + "傘を持って歩いて", List.of())).isEmpty();
        assertThat(rule.problem("long words ".repeat(20), List.of())).hasValue("people.problem.password.long");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1000})
    void theOfficesOwnListIsFoundInHashes(int size, @TempDir Path folder) throws Exception {
        List<String> leaked = IntStream.range(0, size)
                .mapToObj(i -> "leaked phrase no. " + i * 7919)
                .toList();
        Path file = folder.resolve("hashes");
        Files.writeString(
                file,
                String.join(
                        "\r\n",
                        leaked.stream()
                                .map(PasswordRuleTests::sha1)
                                .sorted()
                                .map(hash -> hash + ":3")
                                .toList()));
        PasswordRule own = new PasswordRule(file.toString());
        assertThat(leaked).allSatisfy(password -> assertThat(own.problem(password, List.of()))
                .hasValue("people.problem.password.leaked"));
        assertThat(own.problem("leaked phrase of nobody", List.of())).isEmpty();
    }

    @Test
    void andInPlainWords(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("words");
        Files.writeString(file, "horse of another colour\nsome words that leaked\n雨の日は傘を持って歩いて\n");
        PasswordRule own = new PasswordRule(file.toString());
        for (String leaked : List.of("horse of another colour", "some words that leaked", "雨の日は傘を持って歩いて")) {
            assertThat(own.problem(leaked, List.of())).as(leaked).isPresent();
        }
        assertThat(own.problem("words that never leaked", List.of())).isEmpty();
    }

    @Test
    void aListThatIsNamedAndMissingEndsTheStart(@TempDir Path folder) {
        String missing = folder.resolve("missing").toString();
        assertThatThrownBy(() -> new PasswordRule(missing)).isInstanceOf(UncheckedIOException.class);
    }

    private static String sha1(String password) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8)))
                    .toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
