package org.tasuki.enrolment.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.tasuki.people.Right;
import org.tasuki.people.Rights;
import org.tasuki.web.NavigationEntry;

/** What the main navigation offers of this room to whoever keeps the record; everybody else gets here from the training. */
@Configuration(proxyBeanMethods = false)
class EnrolmentNavigation {

    @Bean
    @Order(83)
    static NavigationEntry sessionsEntry(Rights rights) {
        return new NavigationEntry(
                HeldController.PAGE, "enrolment.title", rights.holderKeys(Right.KEEP_TRAINING_RECORD));
    }
}
