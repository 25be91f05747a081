package org.tasuki.training.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.tasuki.people.Role;
import org.tasuki.web.NavigationEntry;

/** The trainers' entry in the main navigation; everybody else finds the training at the foot of the page, where it crowds nobody's work. */
@Configuration(proxyBeanMethods = false)
class TrainingNavigation {

    @Bean
    @Order(5)
    static NavigationEntry trainingEntry() {
        return new NavigationEntry(TrainingController.PATH, "training.title", Set.of(Role.TRAINER.key()));
    }
}
