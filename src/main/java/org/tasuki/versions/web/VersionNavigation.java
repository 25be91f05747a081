package org.tasuki.versions.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.tasuki.people.Right;
import org.tasuki.people.Rights;
import org.tasuki.web.NavigationEntry;

/** What the main navigation offers of this room. */
@Configuration(proxyBeanMethods = false)
class VersionNavigation {

    @Bean
    @Order(92)
    static NavigationEntry processesEntry(Rights rights) {
        return new NavigationEntry(
                "/administration/processes", "versions.title", rights.holderKeys(Right.MANAGE_PROCESSES));
    }
}
