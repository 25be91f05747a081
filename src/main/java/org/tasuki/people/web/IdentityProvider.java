package org.tasuki.people.web;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.tasuki.people.ProviderRefused;
import org.tasuki.people.ProviderRefused.Why;

/**
 * The identity provider as it describes itself. It is asked when somebody wants to sign in there and not at the start: the
 * office opens while its provider is away.
 */
final class IdentityProvider implements ClientRegistrationRepository {

    static final String START = "/sign-in/office";
    static final String RETURN = "/sign-in/office/return";

    static final String NAME = "office";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ProviderSettings settings;
    private final Clock clock;
    private final ClientHttpRequestFactory calls = calls();
    private volatile @Nullable Described described;

    IdentityProvider(ProviderSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private record Described(ClientRegistration registration, JwtDecoder idTokens) {}

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String name) {
        return name.equals(NAME) ? described().registration() : null;
    }

    ClientRegistration registration() {
        return described().registration();
    }

    JwtDecoder idTokens(ClientRegistration registration) {
        return described().idTokens();
    }

    RestClientAuthorizationCodeTokenResponseClient tokens() {
        RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(calls)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return tokens;
    }

    private Described described() {
        Described known = described;
        if (known == null) {
            known = describe();
            described = known;
        }
        return known;
    }

    private Described describe() {
        Map<String, Object> own = ask();
        if (!settings.issuer().equals(own.get("issuer"))) {
            throw new ProviderRefused(Why.ANSWER);
        }
        ClientRegistration registration = ClientRegistrations.fromOidcConfiguration(own)
                .registrationId(NAME)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope(settings.scopes())
                .redirectUri("{baseUrl}" + RETURN)
                .build();
        return new Described(registration, decoder(registration));
    }

    private Map<String, Object> ask() {
        return Objects.requireNonNullElse(
                RestClient.builder()
                        .requestFactory(calls)
                        .build()
                        .get()
                        .uri(settings.issuer().replaceFirst("/$", "") + "/.well-known/openid-configuration")
                        .retrieve()
                        .body(new ParameterizedTypeReference<Map<String, Object>>() {}),
                Map.of());
    }

    /** Signed by a key that the provider publishes, for us, by it, and now; the nonce is looked at by whoever asked. */
    private JwtDecoder decoder(ClientRegistration registration) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri()))
                .restOperations(new RestTemplate(calls))
                .jwsAlgorithms(known -> known.addAll(Arrays.asList(SignatureAlgorithm.values())))
                .build();
        JwtTimestampValidator inItsTime = new JwtTimestampValidator();
        inItsTime.setClock(clock);
        OidcIdTokenValidator forUs = new OidcIdTokenValidator(registration);
        forUs.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(inItsTime, forUs));
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
    }

    /** Nobody is followed elsewhere: an address that has moved is a setting to be changed. */
    private static ClientHttpRequestFactory calls() {
        SimpleClientHttpRequestFactory calls = new SimpleClientHttpRequestFactory() {
            @Override
            protected void prepareConnection(HttpURLConnection connection, String method) throws IOException {
                super.prepareConnection(connection, method);
                connection.setInstanceFollowRedirects(false);
            }
        };
        calls.setConnectTimeout(PATIENCE);
        calls.setReadTimeout(PATIENCE);
        return calls;
    }
}
