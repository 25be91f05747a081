package org.tasuki.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.tasuki.people.ProviderAccounts;

/** Sign-in by the office's identity provider (OpenID Connect), where there is one; docs/decisions/0015 says why so. */
@Component
@ConditionalOnProperty("tasuki.sign-in.oidc.issuer")
@EnableConfigurationProperties(ProviderSettings.class)
class ProviderSignIn extends AbstractHttpConfigurer<ProviderSignIn, HttpSecurity> {

    private static final RequestMatcher BEGINS =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, IdentityProvider.START);

    private final ProviderSettings settings;
    private final ProviderAccounts accounts;
    private final Arrival arrival;
    private final SignInPace pace;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProviderSignIn(
            ProviderSettings settings,
            ProviderAccounts accounts,
            Arrival arrival,
            SignInPace pace,
            ApplicationEventPublisher events,
            Clock clock) {
        this.settings = settings;
        this.accounts = accounts;
        this.arrival = arrival;
        this.pace = pace;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void configure(HttpSecurity http) {
        IdentityProvider provider = new IdentityProvider(settings, clock);
        var begun = new HttpSessionOAuth2AuthorizationRequestRepository();
        var failed = new ProviderFailed(pace, events);

        var out = new OAuth2AuthorizationRequestRedirectFilter(way(provider));
        out.setAuthorizationRequestRepository(begun);
        out.setAuthenticationFailureHandler(failed);

        var back = new ProviderReturn(provider, begun, proof(provider), new ProviderClaims(settings), accounts, clock);
        back.setAuthenticationSuccessHandler(arrival);
        back.setAuthenticationFailureHandler(failed);
        back.setApplicationEventPublisher(events);
        back.setSessionAuthenticationStrategy(
                Objects.requireNonNull(http.getSharedObject(SessionAuthenticationStrategy.class)));
        back.setSecurityContextRepository(new DelegatingSecurityContextRepository(
                new RequestAttributeSecurityContextRepository(), new HttpSessionSecurityContextRepository()));

        http.addFilterBefore(out, UsernamePasswordAuthenticationFilter.class);
        http.addFilterBefore(back, UsernamePasswordAuthenticationFilter.class);
    }

    private OAuth2AuthorizationRequestResolver way(IdentityProvider provider) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(provider);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> request.additionalParameters(more -> {
                    if (!settings.prompt().isBlank()) {
                        more.put("prompt", settings.prompt());
                    }
                })));
        return new OnlyHere(resolver);
    }

    /** There is one provider, and one address at which its sign-in begins. */
    private record OnlyHere(OAuth2AuthorizationRequestResolver resolver) implements OAuth2AuthorizationRequestResolver {

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            return BEGINS.matches(request) ? resolver.resolve(request, IdentityProvider.NAME) : null;
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String name) {
            return resolve(request);
        }
    }

    private OidcAuthorizationCodeAuthenticationProvider proof(IdentityProvider provider) {
        var proof = new OidcAuthorizationCodeAuthenticationProvider(
                provider.tokens(), asked -> new DefaultOidcUser(List.of(), asked.getIdToken()));
        proof.setJwtDecoderFactory(provider::idTokens);
        return proof;
    }
}
