package org.tasuki.engine.paths;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.tasuki.launch.TestDatabase;

/** A real mail server on this machine, and people with addresses. */
@TestConfiguration(proxyBeanMethods = false)
class MailedOffice {

    @Bean(initMethod = "start", destroyMethod = "stop")
    static GreenMail mailServer() {
        ServerSetup anyPort = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        return new GreenMail(anyPort);
    }

    @Bean
    static DynamicPropertyRegistrar whereItIs(GreenMail server) {
        return settings ->
                settings.add("spring.mail.port", () -> server.getSmtp().getPort());
    }

    @Bean
    @Primary
    static Hands hands() {
        return new Hands();
    }

    @Bean
    static Mailbox mailbox(GreenMail server, TestDatabase database) {
        return new Mailbox(server, database);
    }

    /** What came, and who can get something. */
    record Mailbox(GreenMail server, TestDatabase database) {

        /** They have an address, and confirmed it. */
        void reaches(String... accounts) {
            JdbcClient jdbc = database.asSuperuser();
            for (String account : accounts) {
                jdbc.sql(
                                """
                        insert into mail_address (account, address, set_by, set_at, confirmed_at)
                        values (:account, :account || '@example.lg.jp', 'admin', now(), now()) on conflict do nothing
                        """)
                        .param("account", account)
                        .update();
            }
        }

        /** Nobody has an address, and nothing waits. */
        void empty() throws Exception {
            database.asSuperuser()
                    .sql(
                            "delete from outgoing_mail; delete from mail_address; delete from notice_preference; delete from on_call")
                    .update();
            server.purgeEmailFromAllMailboxes();
        }

        List<MimeMessage> all() {
            return List.of(server.getReceivedMessages());
        }

        /** Whom a mail came to, one line a mail, in the order of the alphabet. */
        List<String> readers() {
            return all().stream()
                    .map(Mailbox::to)
                    .map(address -> address.replace("@example.lg.jp", ""))
                    .sorted()
                    .toList();
        }

        static String to(MimeMessage mail) {
            try {
                return Arrays.toString(mail.getAllRecipients()).replaceAll("[\\[\\]]", "");
            } catch (MessagingException failed) {
                throw new AssertionError(failed);
            }
        }

        static String text(MimeMessage mail) {
            try {
                return mail.getContent().toString().replace("\r\n", "\n");
            } catch (IOException | MessagingException failed) {
                throw new AssertionError(failed);
            }
        }

        /** As it went over the wire, with every part of it decoded behind. */
        static String raw(MimeMessage mail) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                mail.writeTo(bytes);
                return bytes.toString(StandardCharsets.UTF_8) + mail.getSubject() + text(mail);
            } catch (IOException | MessagingException failed) {
                throw new AssertionError(failed);
            }
        }
    }
}
