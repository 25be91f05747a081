package org.tasuki.outbox;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Brings the code with which a person confirms an address. */
@Component
class ConfirmationLetter implements LetterWriter {

    private final MailAddresses addresses;
    private final MailSettings settings;
    private final MessageSource texts;

    ConfirmationLetter(MailAddresses addresses, MailSettings settings, MessageSource texts) {
        this.addresses = addresses;
        this.settings = settings;
        this.texts = texts;
    }

    @Override
    public boolean writes(Mail.Kind kind) {
        return kind == Mail.Kind.CONFIRMATION;
    }

    @Override
    public Optional<Letter> write(Mail mail, Locale language) {
        return addresses
                .code(mail.account())
                .map(code -> new Letter(
                        texts.getMessage("outbox.confirmation.subject", null, language),
                        texts.getMessage(
                                "outbox.confirmation.text",
                                new Object[] {code, settings.page("/account/notices")},
                                language)));
    }
}
