package org.tasuki.operations.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tasuki.outbox.MailSettings;
import org.tasuki.outbox.Undelivered;
import org.tasuki.people.People;

/** The office's mails that were given up, beside what the engine has given up. */
@Component
class MailTroubles {

    /** The page of the mails has all of them. */
    private static final int MOST = 20;

    private final Undelivered mails;
    private final MailSettings mail;
    private final People people;

    MailTroubles(Undelivered mails, MailSettings mail, People people) {
        this.mails = mails;
        this.mail = mail;
        this.people = people;
    }

    record Row(long id, String name, String kind, String why, int tries, Instant at) {}

    int count() {
        return mail.on() ? mails.count() : 0;
    }

    List<Row> rows(Locale language) {
        return !mail.on()
                ? List.of()
                : mails.list().stream()
                        .limit(MOST)
                        .map(one -> new Row(
                                one.id(),
                                people.name(one.account()).in(language),
                                one.kind(),
                                one.why(),
                                one.tries(),
                                one.madeAt()))
                        .toList();
    }

    boolean again(String id) {
        return id.matches("\\d{1,18}") && mails.again(Long.parseLong(id));
    }
}
