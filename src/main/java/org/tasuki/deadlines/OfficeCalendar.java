package org.tasuki.deadlines;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The calendar that deadlines count by, unless an authority brings its own. */
@Configuration(proxyBeanMethods = false)
class OfficeCalendar {

    @Bean
    @ConditionalOnMissingBean
    BusinessCalendar businessCalendar() {
        return JapaneseCalendar.usual();
    }
}
