package org.tasuki.figures.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.tasuki.people.Right;
import org.tasuki.people.Rights;
import org.tasuki.web.NavigationEntry;

/** What the main navigation offers of this room. */
@Configuration(proxyBeanMethods = false)
class FigureNavigation {

    @Bean
    @Order(78)
    NavigationEntry figuresEntry(Rights rights) {
        return new NavigationEntry("/figures", "figures.title", rights.holderKeys(Right.READ_FIGURES));
    }
}
