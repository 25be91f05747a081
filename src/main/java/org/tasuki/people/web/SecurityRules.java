package org.tasuki.people.web;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagerFactory;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.authorization.DefaultAuthorizationManagerFactory;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.tasuki.people.Right;
import org.tasuki.people.Rights;
import org.tasuki.web.DatabaseAway;

/** Sign-in by form, and where there is one by the office's identity provider; and nothing without it but the sign-in page, its assets and the health check. */
@Configuration(proxyBeanMethods = false)
class SecurityRules {

    /*
     * What a browser is told to forget at sign-out is its storage alone. The session's cookie is deleted by name: with all
     * cookies the chosen language would go, and the sign-in page speak another. The cache holds styles and scripts only, the
     * pages are no-store: browsers take seconds to empty it, and would have to fetch all of it again.
     */

    /** Everything comes from the office's own server: it stands on a closed network. */
    private static final String CONTENT =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    /** Weighty acts, one line each: whoever does them has proven a moment ago who they are ({@link StepUp}). */
    private static final List<RequestMatcher> WEIGHTY = List.of(
            post("/accounts"),
            post("/accounts/*/*/**"), // all but the search
            post("/agencies/**"),
            post("/sections/**"),
            post("/account/factors/**"),
            post("/account/sessions/**"),
            post("/account/notices/calendar"),
            post("/cases/*/documents/*/unmasking"),
            post("/cases/*/disclosures/*/decision"),
            get("/cases/*/disclosures/*/package"),
            post("/administration/calendars/*"), // the preview is none
            post("/administration/deadline-rules/*"),
            post("/administration/processes/*/moves"), // the dry run is none
            post("/operations/retry-all"),
            post("/operations/cases/*/move"), // the preview is none
            get("/bulk/*/paper"),
            post("/retention/*/approval"),
            post("/retention/*/erasure"));

    private static RequestMatcher post(String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path);
    }

    private static RequestMatcher get(String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, path);
    }

    /**
     * What is the same for everybody needs no session, and so no database: styles, the health check, and the page that says
     * that the database is away.
     */
    @Bean
    @Order(0)
    SecurityFilterChain withoutSession(HttpSecurity http) {
        http.securityMatchers(these ->
                        these.requestMatchers("/assets/**", "/actuator/health").requestMatchers(DatabaseAway::isSaid))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable());
        return http.build();
    }

    @Bean
    SecurityFilterChain rules(
            HttpSecurity http,
            Rights rights,
            RequestCache wayBack,
            Arrival arrival,
            SignInNeeded needed,
            OwnSessions sessions,
            SignInFailed failed,
            SignInPace pace,
            SecondStep second,
            Reproof reproof,
            ObjectProvider<ProviderSignIn> provider,
            @Value("${tasuki.sign-in.step-up}") Duration fresh,
            @Value("${server.servlet.session.cookie.name}") String cookie) {
        // What goes on after an answer has begun (a stream that ends) was let in when it was asked for.
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(
                                "/sign-in",
                                "/sign-in/passkey",
                                PasswordChoiceController.PAGE,
                                SetupController.PAGE,
                                "/practice/join",
                                "/assets/**",
                                "/language",
                                "/error",
                                "/actuator/health")
                        .permitAll()
                        .requestMatchers(SecondStep.CODE)
                        .access(AuthenticatedAuthorizationManager.authenticated())
                        .requestMatchers(SecondStep.ENROLMENT + "/**", StepUp.PAGE)
                        .access(AuthorizationManagers.allOf(
                                AuthenticatedAuthorizationManager.authenticated(), second.doneOrEnrolling()))
                        .requestMatchers("/accounts/**", "/agencies/**", "/sections/**")
                        .hasAnyRole(rights.holderNames(Right.MANAGE_DIRECTORY))
                        .requestMatchers("/board/**")
                        .hasAnyRole(rights.holderNames(Right.WATCH_BOARD))
                        .requestMatchers("/administration/processes/**")
                        .hasAnyRole(rights.holderNames(Right.MANAGE_PROCESSES))
                        .requestMatchers("/administration/**")
                        .hasAnyRole(rights.holderNames(Right.MANAGE_CALENDARS))
                        .requestMatchers("/workload/**")
                        .hasAnyRole(rights.holderNames(Right.WATCH_BOARD))
                        .requestMatchers("/operations/**")
                        .hasAnyRole(rights.holderNames(Right.MEND_FLOW))
                        .requestMatchers("/practice", "/practice/classes/**")
                        .hasAnyRole(rights.holderNames(Right.HOLD_CLASS))
                        .requestMatchers("/audit/**")
                        .hasAnyRole(rights.holderNames(Right.READ_TRAIL))
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .successHandler(arrival)
                        .failureHandler(failed)
                        .permitAll())
                .logout(out -> out.logoutUrl("/sign-out")
                        .logoutSuccessUrl("/sign-in?out")
                        .addLogoutHandler(
                                new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.STORAGE)))
                        .deleteCookies(cookie))
                .requestCache(cache -> cache.requestCache(wayBack))
                .exceptionHandling(
                        failure -> failure.authenticationEntryPoint(needed).accessDeniedHandler(needed))
                .addFilterBefore(new LongestSession(sessions), CsrfFilter.class)
                .addFilterBefore(new SignInGate(pace), UsernamePasswordAuthenticationFilter.class)
                .addFilterAfter(new StepUp(new OrRequestMatcher(WEIGHTY), reproof, fresh), AuthorizationFilter.class);
        provider.ifAvailable(found -> http.with(found, Customizer.withDefaults()));
        return http.build();
    }

    /** On every answer, also of those few addresses for which another room makes a chain of its own. */
    @Bean
    Customizer<HttpSecurity> headersOfEveryAnswer() {
        return http -> http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .referrerPolicy(Customizer.withDefaults())
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN)));
    }

    /** Whatever asks for somebody who has signed in, or for a role, asks for the second step as well. */
    @Bean
    AuthorizationManagerFactory<RequestAuthorizationContext> afterTheSecondStep(SecondStep second) {
        var factory = new DefaultAuthorizationManagerFactory<RequestAuthorizationContext>();
        factory.setAdditionalAuthorization(second.done());
        return factory;
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
}
