package org.tasuki.staffing.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.tasuki.people.Role;
import org.tasuki.web.NavigationEntry;

/** What the main navigation offers of this room. */
@Configuration(proxyBeanMethods = false)
class StaffingNavigation {

    @Bean
    @Order(30)
    static NavigationEntry absencesEntry() {
        return new NavigationEntry(
                "/absences",
                "staffing.absences.entry",
                Arrays.stream(Role.values())
                        .filter(Role::ofCenter)
                        .map(Role::key)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
