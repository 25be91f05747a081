package org.tasuki.people.factors;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes as RFC 6238 counts them. */
class TotpTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final long STEP = Totp.step(NOW);

    /** RFC 6238, appendix B, the last six of the eight digits there. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void theCodesOfTheStandard(long seconds, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds)))).isEqualTo(code);
    }

    @Test
    void oneStepBeforeAndOneAfterAreGoodAsWell() {
        for (long step = STEP - 1; step <= STEP + 1; step++) {
            assertThat(Totp.match(SECRET, Totp.code(SECRET, step), NOW, 0)).hasValue(step);
        }
        assertThat(Totp.match(SECRET, Totp.code(SECRET, STEP - 2), NOW, 0)).isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, STEP + 2), NOW, 0)).isEmpty();
    }

    @Test
    void neitherTheSameCodeNorAnOlderOneIsGoodAgain() {
        OptionalLong used = Totp.match(SECRET, Totp.code(SECRET, STEP), NOW, 0);
        assertThat(Totp.match(SECRET, Totp.code(SECRET, STEP), NOW, used.getAsLong()))
                .isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, STEP - 1), NOW, used.getAsLong()))
                .isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, STEP + 1), NOW, used.getAsLong()))
                .isPresent();
    }

    /** RFC 4648, section 10. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void lettersThatPeopleCanType(String bytes, String letters) {
        assertThat(Base32.of(bytes.getBytes(StandardCharsets.US_ASCII))).isEqualTo(letters);
        assertThat(AuthenticatorApp.decoded(letters)).isEqualTo(bytes.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aCameraReadsTheSecretFromThePicture() throws Exception {
        SharedSecret secret = new SharedSecret("a.long-account_name", Base32.of(SECRET));
        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(new Picture(pixels(secret.picture())))))
                        .getText())
                .isEqualTo("otpauth://totp/Tasuki:a.long-account_name?secret=" + Base32.of(SECRET) + "&issuer=Tasuki");
        assertThat(secret.toString()).doesNotContain(Base32.of(SECRET));
    }

    private static BitMatrix pixels(String address) {
        String svg = new String(
                Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1)), StandardCharsets.US_ASCII);
        Matcher side = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertThat(side.find()).isTrue();
        BitMatrix dark = new BitMatrix(Integer.parseInt(side.group(1)));
        Matcher module = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
        while (module.find()) {
            dark.set(Integer.parseInt(module.group(1)), Integer.parseInt(module.group(2)));
        }
        return dark;
    }

    /** As a camera sees it: eight points of light a module. */
    private static final class Picture extends LuminanceSource {

        private static final int POINTS = 8;

        private final BitMatrix dark;

        Picture(BitMatrix dark) {
            super(dark.getWidth() * POINTS, dark.getHeight() * POINTS);
            this.dark = dark;
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            byte[] light = new byte[getWidth()];
            for (int x = 0; x < light.length; x++) {
                light[x] = (byte) (dark.get(x / POINTS, y / POINTS) ? 0 : 255);
            }
            return light;
        }

        @Override
        public byte[] getMatrix() {
            byte[] light = new byte[getWidth() * getHeight()];
            for (int y = 0; y < getHeight(); y++) {
                System.arraycopy(getRow(y, new byte[0]), 0, light, y * getWidth(), getWidth());
            }
            return light;
        }
    }
}
