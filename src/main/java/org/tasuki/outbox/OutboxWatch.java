package org.tasuki.outbox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Offices;
import org.tasuki.people.SignedIn;

/**
 * Sends what is to go. A mail is taken in one transaction, sent in none, and settled in another: no connection waits for a mail
 * server, and what was taken by a node that died comes again. So a mail goes once or, seldom, twice under one Message-ID; never
 * not at all, and nobody the wiser.
 */
@Component
public class OutboxWatch {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxWatch.class);

    private static final int AT_ONCE = 100;

    private final Outbox outbox;
    private final Postman postman;
    private final MailAddresses addresses;
    private final Accounts accounts;
    private final List<LetterWriter> writers;
    private final MailSettings settings;
    private final Offices offices;
    private final Acting acting;
    private final TransactionTemplate transaction;

    OutboxWatch(
            Outbox outbox,
            Postman postman,
            MailAddresses addresses,
            Accounts accounts,
            List<LetterWriter> writers,
            MailSettings settings,
            Offices offices,
            Acting acting,
            PlatformTransactionManager manager) {
        this.outbox = outbox;
        this.postman = postman;
        this.addresses = addresses;
        this.accounts = accounts;
        this.writers = writers;
        this.settings = settings;
        this.offices = offices;
        this.acting = acting;
        this.transaction = new TransactionTemplate(manager);
    }

    private record Ready(String address, Letter letter) {}

    /** At every center, one after the other. */
    public void look() {
        if (settings.on()) {
            offices.centers().forEach(center -> acting.as(Actor.system(center), () -> send(center)));
        }
    }

    private void send(String center) {
        for (int sent = 0; sent < AT_ONCE; sent++) {
            Mail mail = in(() -> outbox.take(center).orElse(null));
            if (mail == null) {
                return;
            }
            send(mail);
        }
    }

    private void send(Mail mail) {
        try {
            Ready ready = in(() -> ready(mail).orElse(null));
            if (ready != null) {
                postman.send(mail, ready.address(), ready.letter());
            }
            in(() -> {
                outbox.ended(mail, ready != null);
                return true;
            });
        } catch (MailException failed) {
            settle(mail, Failure.of(failed));
        } catch (RuntimeException failed) {
            LOG.warn(
                    "mail {} could not be written: {}",
                    mail.id(),
                    failed.getClass().getName());
            settle(mail, Failure.OTHER);
        }
    }

    private void settle(Mail mail, Failure why) {
        boolean dead = Boolean.TRUE.equals(in(() -> outbox.failed(mail, why)));
        LOG.warn("mail {} did not go at try {}{}: {}", mail.id(), mail.tries(), dead ? ", the last" : "", why.key());
    }

    /** Nothing when its reader has left, has no address any more, or has nothing to hear any more. */
    private Optional<Ready> ready(Mail mail) {
        Optional<String> address = mail.kind() == Mail.Kind.CONFIRMATION
                ? addresses.toConfirm(mail.account())
                : addresses.confirmed(mail.account());
        return address.filter(known ->
                        accounts.find(mail.account()).filter(SignedIn::enabled).isPresent())
                .flatMap(known -> write(mail).map(letter -> new Ready(known, letter)));
    }

    private Optional<Letter> write(Mail mail) {
        Locale language = accounts.language(mail.account()).orElse(Locale.JAPANESE);
        return writers.stream()
                .filter(writer -> writer.writes(mail.kind()))
                .findFirst()
                .flatMap(writer -> writer.write(mail, language));
    }

    private <T> @Nullable T in(java.util.function.Supplier<@Nullable T> work) {
        return transaction.execute(status -> work.get());
    }
}
