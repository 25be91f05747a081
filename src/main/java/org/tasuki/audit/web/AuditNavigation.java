package org.tasuki.audit.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.tasuki.people.Role;
import org.tasuki.web.NavigationEntry;

/** What the main navigation offers of this room. */
@Configuration(proxyBeanMethods = false)
class AuditNavigation {

    @Bean
    @Order(95)
    NavigationEntry auditEntry() {
        return new NavigationEntry("/audit", "audit.title", Set.of(Role.AUDITOR.key()));
    }
}
