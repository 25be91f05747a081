package org.tasuki.practice.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.tasuki.people.Right;
import org.tasuki.people.Rights;
import org.tasuki.web.NavigationEntry;

/** What the main navigation offers of this room. */
@Configuration(proxyBeanMethods = false)
class ClassNavigation {

    @Bean
    @Order(82)
    static NavigationEntry classesEntry(Rights rights) {
        return new NavigationEntry("/practice", "practice.title", rights.holderKeys(Right.HOLD_CLASS));
    }
}
