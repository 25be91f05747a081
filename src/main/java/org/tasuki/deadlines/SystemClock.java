package org.tasuki.deadlines;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tasuki.terms.Japan;

/** The one clock that the house reads; tests bring their own. */
@Configuration(proxyBeanMethods = false)
class SystemClock {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(Japan.ZONE);
    }
}
