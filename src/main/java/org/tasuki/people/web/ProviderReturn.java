package org.tasuki.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.tasuki.people.ProviderAccounts;
import org.tasuki.people.ProviderRefused;
import org.tasuki.people.ProviderRefused.Why;
import org.tasuki.people.SignedIn;

/**
 * Takes whoever comes back from the identity provider. Spring Security's own provider proves the answer (state, code, proof
 * key, ID token, nonce); of it nothing is kept but the account that it leads to, and none of the provider's tokens.
 */
final class ProviderReturn extends AbstractAuthenticationProcessingFilter {

    private final IdentityProvider provider;
    private final AuthorizationRequestRepository<OAuth2AuthorizationRequest> begun;
    private final AuthenticationProvider proof;
    private final ProviderClaims claims;
    private final ProviderAccounts accounts;
    private final Clock clock;

    ProviderReturn(
            IdentityProvider provider,
            AuthorizationRequestRepository<OAuth2AuthorizationRequest> begun,
            AuthenticationProvider proof,
            ProviderClaims claims,
            ProviderAccounts accounts,
            Clock clock) {
        super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, IdentityProvider.RETURN));
        this.provider = provider;
        this.begun = begun;
        this.proof = proof;
        this.claims = claims;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        SignedIn person = accounts.admit(claims.read(proven(request, response)));
        List<GrantedAuthority> authorities = new ArrayList<>(person.getAuthorities());
        authorities.add(FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY)
                .issuedAt(clock.instant())
                .build());
        return UsernamePasswordAuthenticationToken.authenticated(person, null, authorities);
    }

    private OidcIdToken proven(HttpServletRequest request, HttpServletResponse response) {
        @Nullable OAuth2AuthorizationRequest asked = begun.removeAuthorizationRequest(request, response);
        if (asked == null) {
            throw new ProviderRefused(Why.LOST);
        }
        OAuth2AuthorizationExchange exchange = new OAuth2AuthorizationExchange(asked, answer(request, asked));
        Authentication proven =
                proof.authenticate(new OAuth2LoginAuthenticationToken(provider.registration(), exchange));
        if (proven != null && proven.getPrincipal() instanceof OidcUser person) {
            return Objects.requireNonNull(person.getIdToken());
        }
        throw new ProviderRefused(Why.ANSWER);
    }

    private static OAuth2AuthorizationResponse answer(HttpServletRequest request, OAuth2AuthorizationRequest asked) {
        String code = request.getParameter("code");
        String error = request.getParameter("error");
        OAuth2AuthorizationResponse.Builder answer = code == null || code.isBlank()
                ? OAuth2AuthorizationResponse.error(error == null || error.isBlank() ? "invalid_request" : error)
                : OAuth2AuthorizationResponse.success(code);
        return answer.redirectUri(Objects.requireNonNull(asked.getRedirectUri()))
                .state(request.getParameter("state"))
                .build();
    }
}
