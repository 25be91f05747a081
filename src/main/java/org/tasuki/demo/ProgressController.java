package org.tasuki.demo;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The line about the year that fills up, by itself: a page asks for it until there is no more to wait for. */
@Controller
@Profile("demo")
class ProgressController {

    private static final String PATH = "/demo/progress";
    /** What tells htmx to ask no more. */
    private static final HttpStatusCode ENOUGH = HttpStatusCode.valueOf(286);

    private final DemoProgress progress;

    ProgressController(DemoProgress progress) {
        this.progress = progress;
    }

    @GetMapping(PATH)
    ModelAndView progress() {
        DemoProgress.Filling filling = progress.now();
        return new ModelAndView(
                DemoProgress.TEMPLATE, Map.of("filling", filling), filling.finished() ? ENOUGH : HttpStatus.OK);
    }

    /** The sign-in page asks as well, so nobody has to be signed in. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static SecurityFilterChain anybodyMaySeeTheProgress(HttpSecurity http) {
        return http.securityMatcher(PATH)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
