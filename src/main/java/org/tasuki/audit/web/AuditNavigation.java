package org.tasuki.audit.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.tasuki.people.Right;
import org.tasuki.people.Rights;
import org.tasuki.web.NavigationEntry;

/** What the main navigation offers of this room. */
@Configuration(proxyBeanMethods = false)
class AuditNavigation {

    @Bean
    @Order(95)
    NavigationEntry auditEntry(Rights rights) {
        return new NavigationEntry("/audit", "audit.title", rights.holderKeys(Right.READ_TRAIL));
    }
}
