package org.tasuki.inbox.web;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.tasuki.people.Role;
import org.tasuki.web.NavigationEntry;

/** What the main navigation offers of this room. */
@Configuration(proxyBeanMethods = false)
class InboxNavigation {

    @Bean
    @Order(10)
    NavigationEntry inboxEntry() {
        return new NavigationEntry("/inbox", "inbox.title", roles(role -> role.ofCenter() || role.ofAgency()));
    }

    @Bean
    @Order(20)
    NavigationEntry newConsultationEntry() {
        return new NavigationEntry("/consultations/new", "intake.new.short", roles(Role::ofCenter));
    }

    private static Set<String> roles(Predicate<Role> which) {
        return Arrays.stream(Role.values()).filter(which).map(Role::key).collect(Collectors.toUnmodifiableSet());
    }
}
