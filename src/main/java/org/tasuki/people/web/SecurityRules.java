package org.tasuki.people.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** Sign-in by form, and nothing without it but the sign-in page, its assets and the health check. */
@Configuration(proxyBeanMethods = false)
class SecurityRules {

    /** Everything comes from the office's own server: it stands on a closed network. */
    private static final String CONTENT =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self';"
                    + " form-action 'self'; frame-ancestors 'none'";

    private static final int AS_MANY_AS_DESKS = -1;

    @Bean
    SecurityFilterChain rules(
            HttpSecurity http, RequestCache wayBack, Arrival arrival, SignInNeeded needed, SessionRegistry sessions) {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/sign-in", "/setup/**", "/assets/**", "/language", "/error", "/actuator/health")
                        .permitAll()
                        .requestMatchers("/accounts/**", "/agencies/**")
                        .hasRole("ADMIN")
                        .requestMatchers("/audit/**")
                        .hasRole("AUDITOR")
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .successHandler(arrival)
                        .failureHandler(new SignInFailed())
                        .permitAll())
                .logout(out -> out.logoutUrl("/sign-out")
                        .logoutSuccessUrl("/sign-in?out")
                        .deleteCookies("TASUKI"))
                .requestCache(cache -> cache.requestCache(wayBack))
                .exceptionHandling(
                        failure -> failure.authenticationEntryPoint(needed).accessDeniedHandler(needed))
                .sessionManagement(session -> session.sessionConcurrency(many -> many.maximumSessions(AS_MANY_AS_DESKS)
                        .sessionRegistry(sessions)
                        .expiredUrl(SignInNeeded.ENDED)))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .referrerPolicy(Customizer.withDefaults()));
        return http.build();
    }

    /** The page to return to after sign-in: only one that somebody opened, never a fragment that a script asked for. */
    @Bean
    @SuppressWarnings("NullAway") // null is how the cache is told to add no parameter to the address
    RequestCache wayBack() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(Navigation::isToAPage);
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    @Bean
    SessionRegistry sessions() {
        return new SessionRegistryImpl();
    }

    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}
