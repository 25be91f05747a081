package org.tasuki.launch;

import org.springframework.core.env.PropertyResolver;
import org.tasuki.terms.Text;

/** The office's mail server, as {@code SPRING_MAIL_*} name it; no host, no mail. */
final class MailServer {

    private static final String SMTP = "spring.mail.properties.mail.smtp.";

    private MailServer() {}

    static void check(PropertyResolver settings) {
        String host = settings.getProperty("spring.mail.host", "");
        if (host.isBlank()) {
            return;
        }
        if (!ExternalDatabase.HERE.matcher(host).matches() && !isPrivate(settings)) {
            throw readAlong();
        }
        if (!isAddress(settings.getProperty("tasuki.mail.from", ""))
                || !settings.getProperty("tasuki.mail.pages", "").matches("https?://\\S+")) {
            throw unsigned();
        }
    }

    /** Over TLS from the first byte, or not at all without it; and with the server that is named. */
    private static boolean isPrivate(PropertyResolver settings) {
        boolean encrypted = is(settings, "spring.mail.ssl.enabled")
                || is(settings, SMTP + "ssl.enable")
                || is(settings, SMTP + "starttls.enable") && is(settings, SMTP + "starttls.required");
        boolean proven = is(settings, SMTP + "ssl.checkserveridentity")
                && settings.getProperty(SMTP + "ssl.trust") == null
                && settings.getProperty("spring.mail.protocol", "smtp").equals("smtp");
        return encrypted && proven;
    }

    private static boolean is(PropertyResolver settings, String setting) {
        return "true".equalsIgnoreCase(settings.getProperty(setting));
    }

    private static boolean isAddress(String from) {
        return from.matches("[^\\s@]+@[^\\s@]+");
    }

    private static StartRefused readAlong() {
        return new StartRefused(
                new Text(
                        "メールサーバーとの通信が暗号化されず、途中で読み取られるおそれがあります。SPRING_MAIL_SSL_ENABLED=true を設定するか、STARTTLS を必須にしてください（docs/operations.md）。",
                        "The way to the mail server could be read along: set SPRING_MAIL_SSL_ENABLED=true, or require STARTTLS (docs/operations.md)."));
    }

    private static StartRefused unsigned() {
        return new StartRefused(
                new Text(
                        "メールの差出人（TASUKI_MAIL_FROM）と、利用者が開くこのシステムのアドレス（TASUKI_MAIL_PAGES、https:// で始まる）を指定してください。",
                        "Mail needs its sender (TASUKI_MAIL_FROM) and the address at which readers open the pages (TASUKI_MAIL_PAGES, https://…)."));
    }
}
