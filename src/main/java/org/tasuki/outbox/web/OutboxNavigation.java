package org.tasuki.outbox.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.tasuki.outbox.MailSettings;
import org.tasuki.outbox.Undelivered;
import org.tasuki.people.Right;
import org.tasuki.people.Rights;
import org.tasuki.web.NavigationEntry;

/** What the main navigation offers of this room: on every page of whoever can mend an address, how many never got there. */
@Configuration(proxyBeanMethods = false)
class OutboxNavigation {

    @Bean
    @Order(92)
    static NavigationEntry mailEntry(Undelivered mails, MailSettings settings, Rights rights) {
        return new NavigationEntry(
                "/mail",
                "outbox.entry",
                rights.holderKeys(Right.MANAGE_DIRECTORY),
                () -> settings.on() ? dead(mails) : 0);
    }

    /** The page that says that the database is away has a header too. */
    private static int dead(Undelivered mails) {
        try {
            return mails.count();
        } catch (DataAccessException | TransactionException away) {
            return 0;
        }
    }
}
