package org.tasuki.outbox;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether this installation sends mail, in whose name, and where its pages are. */
@Component
public class MailSettings {

    private final boolean on;
    private final String from;
    private final String pages;

    MailSettings(
            @Value("${spring.mail.host:}") String host,
            @Value("${tasuki.mail.from}") String from,
            @Value("${tasuki.mail.pages}") String pages) {
        this.on = !host.isBlank();
        this.from = from;
        this.pages = pages.replaceFirst("/+$", "");
    }

    /** Without a server nothing is put down either: else a year's mails would go on the day one is named. */
    public boolean on() {
        return on;
    }

    /** Whether somebody said what comes before a page's path. */
    public boolean knowsPages() {
        return !pages.isEmpty();
    }

    String from() {
        return from;
    }

    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }

    /** The address of one of our pages, as a reader's browser opens it; the bare path where nobody said what comes before. */
    public String page(String path) {
        return pages + path;
    }
}
