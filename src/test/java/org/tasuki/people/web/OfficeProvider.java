package org.tasuki.people.web;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * The city's identity provider: a Spring Authorization Server on a port of its own, with its own people and their groups.
 * Closed and opened again it has the same address and another key.
 */
public final class OfficeProvider implements AutoCloseable {

    public static final String PASSWORD = "the city's password";

    private static final String CLIENT = "tasuki";
    private static final String SECRET = "between-the-two";

    /** Whom the provider knows: the next to sign in finds what was said of them last. */
    private static final Map<String, Told> PEOPLE = new ConcurrentHashMap<>();

    private final int port = freePort();
    private @Nullable ConfigurableApplicationContext running;

    private record Told(String account, List<String> groups, @Nullable String audience) {}

    public static OfficeProvider open() {
        OfficeProvider provider = new OfficeProvider();
        provider.start();
        return provider;
    }

    private String issuer() {
        return "http://127.0.0.1:" + port;
    }

    /** What the office must know of the provider. */
    public void introduce(DynamicPropertyRegistry settings) {
        settings.add("tasuki.sign-in.oidc.issuer", this::issuer);
        settings.add("tasuki.sign-in.oidc.client-id", () -> CLIENT);
        settings.add("tasuki.sign-in.oidc.client-secret", () -> SECRET);
        settings.add("tasuki.sign-in.oidc.roles.officer", () -> "児童福祉司");
        settings.add("tasuki.sign-in.oidc.roles.supervisor", () -> "指導教育担当");
        settings.add("tasuki.sign-in.oidc.roles.police", () -> "少年係");
    }

    /** Somebody at the provider, as its ID tokens tell of them. */
    public void knows(String person, String account, String... groups) {
        PEOPLE.put(person, new Told(account, List.of(groups), null));
    }

    void tokensAreFor(String person, String account, String audience) {
        PEOPLE.put(person, new Told(account, List.of(), audience));
    }

    void start() {
        // No listeners: neither the office's own settings nor another set-up of the log.
        SpringApplication provider = new SpringApplication(Rooms.class);
        provider.setListeners(List.of());
        provider.setMainApplicationClass(Rooms.class);
        running = provider.run("--server.port=" + port, "--server.address=127.0.0.1", "--spring.main.banner-mode=off");
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Not a configuration to be found by the office's own scan: only the provider names it. */
    @EnableWebSecurity
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class
    })
    static class Rooms {

        @Bean
        SecurityFilterChain rules(HttpSecurity http) {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId(CLIENT)
                    .clientId(CLIENT)
                    .clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    // A loopback address is let in at whatever port.
                    .redirectUri("http://127.0.0.1:1/sign-in/office/return")
                    .scope("openid")
                    .scope("profile")
                    .clientSettings(ClientSettings.builder()
                            .requireProofKey(true)
                            .requireAuthorizationConsent(false)
                            .build())
                    .build());
        }

        @Bean
        UserDetailsService people() {
            return name -> User.withUsername(name).password("{noop}" + PASSWORD).build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> whatIsToldOfThem() {
            return context -> {
                Authentication person = Objects.requireNonNull(context.getPrincipal());
                Told told = PEOPLE.get(person.getName());
                if (told != null && context.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
                    context.getClaims().claim("preferred_username", told.account());
                    context.getClaims().claim("groups", told.groups());
                    if (told.audience() != null) {
                        context.getClaims().audience(List.of(told.audience()));
                    }
                }
            };
        }

        @Bean
        JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            RSAKey key = new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .keyID(UUID.randomUUID().toString())
                    .build();
            return new ImmutableJWKSet<>(new JWKSet(key));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }
    }
}
