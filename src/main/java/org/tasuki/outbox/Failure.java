package org.tasuki.outbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.Locale;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** Why a mail did not get through, as far as it can be said without the server's own words, which quote the address. */
enum Failure {
    UNREACHABLE,
    SIGN_IN,
    /** The server knows no such address. */
    ADDRESS,
    REFUSED,
    OTHER;

    /** From here on, SMTP means: do not try again. */
    private static final int FOR_GOOD = 500;

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A wrong password is mended by somebody, and the mail goes then; an address that is none stays none. */
    boolean inVain() {
        return this == ADDRESS || this == REFUSED;
    }

    static Failure of(MailException failed) {
        if (failed instanceof MailAuthenticationException) {
            return SIGN_IN;
        }
        if (failed instanceof MailSendException send) {
            for (Exception each : send.getMessageExceptions()) {
                return of(each);
            }
            return UNREACHABLE;
        }
        return OTHER;
    }

    private static Failure of(Exception failed) {
        for (Exception cause = failed; cause instanceof MessagingException told; cause = told.getNextException()) {
            if (cause instanceof AuthenticationFailedException) {
                return SIGN_IN;
            }
            if (cause instanceof SMTPAddressFailedException address) {
                return address.getReturnCode() >= FOR_GOOD ? ADDRESS : OTHER;
            }
            if (cause instanceof SMTPSendFailedException send && send.getNextException() == null) {
                return send.getReturnCode() >= FOR_GOOD ? REFUSED : OTHER;
            }
        }
        return failed instanceof SendFailedException ? OTHER : UNREACHABLE;
    }
}
