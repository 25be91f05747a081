package org.tasuki.launch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** Mail leaves this machine over TLS, with the server that is named, or not at all. */
class MailServerTest {

    private static final String SMTP = "spring.mail.properties.mail.smtp.";

    @Test
    void noServerIsAsGoodAsAnother() {
        assertThatCode(() -> MailServer.check(new MockEnvironment())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void onThisMachineNobodyReadsAlong(String host) {
        assertThatCode(() -> MailServer.check(settings(host))).doesNotThrowAnyException();
    }

    @Test
    void elsewhereWithoutEncryptionItDoesNotStart() {
        assertThatThrownBy(() -> MailServer.check(settings("smtp.example.lg.jp")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("暗号化されず")
                .hasMessageContaining("read along");
    }

    /** An attacker in between only has to leave the offer out. */
    @Test
    void encryptionThatIsOfferedAndNotRequiredIsNone() {
        assertThatThrownBy(() ->
                        MailServer.check(settings("smtp.example.lg.jp").withProperty(SMTP + "starttls.enable", "true")))
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void aServerThatMayBeAnybodyIsRefused() {
        MockEnvironment settings = settings("smtp.example.lg.jp")
                .withProperty("spring.mail.ssl.enabled", "true")
                .withProperty(SMTP + "ssl.trust", "*");
        assertThatThrownBy(() -> MailServer.check(settings)).isInstanceOf(StartRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spring.mail.ssl.enabled", SMTP + "ssl.enable"})
    void overTlsItStarts(String setting) {
        assertThatCode(() -> MailServer.check(settings("smtp.example.lg.jp").withProperty(setting, "true")))
                .doesNotThrowAnyException();
        assertThatCode(() -> MailServer.check(settings("smtp.example.lg.jp")
                        .withProperty(SMTP + "starttls.enable", "true")
                        .withProperty(SMTP + "starttls.required", "true")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasuki.mail.from", "tasuki.mail.pages"})
    void aMailWithoutASenderOrAWayBackIsNone(String missing) {
        assertThatThrownBy(() -> MailServer.check(settings("localhost").withProperty(missing, "")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("TASUKI_MAIL_FROM");
    }

    private static MockEnvironment settings(String host) {
        return new MockEnvironment()
                .withProperty("spring.mail.host", host)
                .withProperty("tasuki.mail.from", "tasuki@example.lg.jp")
                .withProperty("tasuki.mail.pages", "https://tasuki.example.lg.jp")
                .withProperty(SMTP + "ssl.checkserveridentity", "true");
    }
}
