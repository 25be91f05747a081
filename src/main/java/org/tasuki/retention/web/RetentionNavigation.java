package org.tasuki.retention.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.tasuki.people.Right;
import org.tasuki.people.Rights;
import org.tasuki.web.NavigationEntry;

/** What the main navigation offers of this room. */
@Configuration(proxyBeanMethods = false)
class RetentionNavigation {

    @Bean
    @Order(80)
    NavigationEntry retentionEntry(Rights rights) {
        return new NavigationEntry("/retention", "retention.title", rights.holderKeys(Right.PROPOSE_ERASURE));
    }
}
