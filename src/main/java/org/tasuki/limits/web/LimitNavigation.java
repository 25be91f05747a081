package org.tasuki.limits.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.tasuki.people.Right;
import org.tasuki.people.Rights;
import org.tasuki.web.NavigationEntry;

/** What the main navigation offers of this room. */
@Configuration(proxyBeanMethods = false)
class LimitNavigation {

    @Bean
    @Order(91)
    static NavigationEntry calendarsEntry(Rights rights) {
        return new NavigationEntry(
                "/administration/calendars", "limits.calendars.title", rights.holderKeys(Right.MANAGE_CALENDARS));
    }
}
