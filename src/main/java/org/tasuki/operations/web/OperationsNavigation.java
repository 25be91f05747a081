package org.tasuki.operations.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.tasuki.people.Right;
import org.tasuki.people.Rights;
import org.tasuki.web.NavigationEntry;

/** What the main navigation offers of this room. */
@Configuration(proxyBeanMethods = false)
class OperationsNavigation {

    @Bean
    @Order(93)
    static NavigationEntry operationsEntry(Rights rights) {
        return new NavigationEntry("/operations", "operations.title", rights.holderKeys(Right.MEND_FLOW));
    }
}
