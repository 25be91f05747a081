package org.tasuki.outbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands a letter to the office's mail server. */
@Component
class Postman {

    private final ObjectProvider<JavaMailSender> server;
    private final MailSettings settings;
    private final Clock clock;

    Postman(ObjectProvider<JavaMailSender> server, MailSettings settings, Clock clock) {
        this.server = server;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws MailException when the server did not take it, or nobody knows whether it did */
    void send(Mail mail, String address, Letter letter) {
        JavaMailSender sender = server.getObject();
        sender.send(message(sender.createMimeMessage(), mail, address, letter));
    }

    /** The address stands there alone: no name of a person, not even the reader's. */
    private MimeMessage message(MimeMessage message, Mail mail, String address, Letter letter) {
        try {
            MimeMessageHelper content = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            content.setFrom(settings.from());
            content.setTo(address);
            content.setSubject(letter.subject());
            content.setText(letter.text());
            content.setSentDate(Date.from(clock.instant()));
            message.setHeader("Message-ID", mail.messageId(settings.domain()));
            message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no machine answers it
            return message;
        } catch (MessagingException failed) {
            throw new MailPreparationException(failed);
        }
    }
}
