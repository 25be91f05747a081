package org.tasuki.notices.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.tasuki.notices.Notices;
import org.tasuki.people.Role;
import org.tasuki.web.NavigationEntry;

/** What the main navigation offers of this room: on every page how many are new. */
@Configuration(proxyBeanMethods = false)
class NoticeNavigation {

    @Bean
    @Order(15)
    static NavigationEntry noticesEntry(Notices notices) {
        return new NavigationEntry(
                "/notices",
                "notices.entry",
                Arrays.stream(Role.values())
                        .filter(role -> role.ofCenter() || role.ofAgency())
                        .map(Role::key)
                        .collect(Collectors.toUnmodifiableSet()),
                () -> news(notices));
    }

    /** The page that says that the database is away has a header too. */
    private static int news(Notices notices) {
        try {
            return notices.unread();
        } catch (DataAccessException | TransactionException away) {
            return 0;
        }
    }
}
