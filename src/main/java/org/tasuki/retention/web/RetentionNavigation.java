package org.tasuki.retention.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.tasuki.people.Role;
import org.tasuki.web.NavigationEntry;

/** What the main navigation offers of this room. */
@Configuration(proxyBeanMethods = false)
class RetentionNavigation {

    @Bean
    @Order(80)
    NavigationEntry retentionEntry() {
        return new NavigationEntry("/retention", "retention.title", Set.of(Role.SUPERVISOR.key(), Role.DIRECTOR.key()));
    }
}
