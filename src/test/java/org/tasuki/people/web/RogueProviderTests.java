package org.tasuki.people.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tasuki.TasukiTest;
import org.tasuki.people.ProviderRefused;
import org.tasuki.people.Role;

/** What the identity provider says is believed only when it is the provider who says it, to us, and now. */
@TasukiTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Newcomers.class)
class RogueProviderTests {

    private static final RogueProvider PROVIDER = new RogueProvider();
    private static final RSAKey FORGED = RogueProvider.key("published");

    @LocalServerPort
    private int port;

    @Autowired
    private Newcomers newcomers;

    @Autowired
    private ProviderSettings settings;

    @Autowired
    private Clock clock;

    private String account = "";
    private JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();

    @DynamicPropertySource
    static void theProvider(DynamicPropertyRegistry registry) {
        PROVIDER.introduce(registry);
    }

    @AfterAll
    static void gone() {
        PROVIDER.close();
    }

    @BeforeEach
    void whatItWouldSay() {
        PROVIDER.staysAtHome();
        PROVIDER.describes(PROVIDER.issuer());
        account = newcomers.with(Role.OFFICER);
        Instant now = clock.instant();
        claims = new JWTClaimsSet.Builder()
                .issuer(PROVIDER.issuer())
                .subject("number of " + account)
                .audience(RogueProvider.CLIENT)
                .claim("preferred_username", account)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    @Test
    void aTokenOfTheProvidersLetsIn() {
        assertThat(wayWith(said -> signed(said, PROVIDER.key, new JWSHeader.Builder(JWSAlgorithm.RS256))))
                .isEqualTo("/");
    }

    @Test
    void aForgedSignature() {
        refused(said -> signed(said, FORGED, new JWSHeader.Builder(JWSAlgorithm.RS256)));
        refused(said -> {
            String[] parts = signed(said, PROVIDER.key, new JWSHeader.Builder(JWSAlgorithm.RS256))
                    .split("\\.");
            String other = said.build().toString().replace(account, account + "-other");
            return parts[0] + "." + base64(other) + "." + parts[2];
        });
    }

    @Test
    void noSignatureAtAll() {
        refused(said -> new PlainJWT(said.build()).serialize());
        refused(said -> new PlainJWT(said.build()).serialize() + base64("anything"));
        refused(said -> base64("{\"alg\":\"NONE\"}") + "." + base64(said.build().toString()) + ".");
        refused(said -> {
            String whole = signed(said, PROVIDER.key, new JWSHeader.Builder(JWSAlgorithm.RS256));
            return whole.substring(0, whole.lastIndexOf('.') + 1);
        });
    }

    /** Whoever reads the public key could sign, if it were taken for a shared secret. */
    @Test
    void thePublicKeyAsASharedSecret() throws Exception {
        byte[] der = PROVIDER.key.toRSAPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----\n";
        for (byte[] secret : List.of(
                der,
                pem.getBytes(StandardCharsets.US_ASCII),
                PROVIDER.key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8),
                settings.clientSecret().getBytes(StandardCharsets.UTF_8))) {
            refused(said -> {
                SignedJWT token = new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256)
                                .keyID("published")
                                .build(),
                        said.build());
                try {
                    token.sign(new MACSigner(secret));
                } catch (JOSEException failed) {
                    throw new IllegalStateException(failed);
                }
                return token.serialize();
            });
        }
    }

    @Test
    void aKeyThatTheTokenItselfNames() {
        PROVIDER.publishes("/forged", new JWKSet(FORGED.toPublicJWK()).toString());
        refused(said -> signed(said, FORGED, new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(FORGED.toPublicJWK())));
        refused(said -> signed(
                said,
                FORGED,
                new JWSHeader.Builder(JWSAlgorithm.RS256).jwkURL(URI.create(PROVIDER.issuer() + "/forged"))));
        refused(said -> signed(
                said,
                FORGED,
                new JWSHeader.Builder(JWSAlgorithm.RS256).x509CertURL(URI.create(PROVIDER.issuer() + "/forged"))));
        assertThat(PROVIDER.asked()).doesNotContain("/forged");
    }

    @Test
    void anExpiredToken() {
        Date past = Date.from(clock.instant().minusSeconds(61));
        claims.issueTime(Date.from(clock.instant().minusSeconds(400))).expirationTime(past);
        refused(said -> signed(said, PROVIDER.key, new JWSHeader.Builder(JWSAlgorithm.RS256)));
        claims.expirationTime(null);
        refused(said -> signed(said, PROVIDER.key, new JWSHeader.Builder(JWSAlgorithm.RS256)));
    }

    @Test
    void anotherIssuersToken() {
        claims.issuer("https://elsewhere.example");
        refused(said -> signed(said, PROVIDER.key, new JWSHeader.Builder(JWSAlgorithm.RS256)));
    }

    @Test
    void aDescriptionOfAnotherIssuer() {
        IdentityProvider provider = new IdentityProvider(settings, clock);
        for (String other : List.of("https://elsewhere.example", PROVIDER.issuer() + "/", PROVIDER.issuer() + "/x")) {
            PROVIDER.describes(other);
            assertThatThrownBy(provider::registration).as(other).isInstanceOf(ProviderRefused.class);
        }
        PROVIDER.describes(PROVIDER.issuer());
        assertThat(provider.registration().getClientId()).isEqualTo(RogueProvider.CLIENT);
    }

    @Test
    void nobodyIsFollowedElsewhere() {
        PROVIDER.moves(RogueProvider.DESCRIPTION);
        IdentityProvider provider = new IdentityProvider(settings, clock);
        assertThatThrownBy(provider::registration).isInstanceOf(ProviderRefused.class);
        PROVIDER.staysAtHome();
        PROVIDER.moves("/keys");
        String token = signed(claims, PROVIDER.key, new JWSHeader.Builder(JWSAlgorithm.RS256));
        assertThatThrownBy(() -> provider.idTokens(provider.registration()).decode(token))
                .isInstanceOf(RuntimeException.class);
        PROVIDER.staysAtHome();
        PROVIDER.gives(token);
        PROVIDER.moves("/token");
        DeskInTheOffice desk = desk();
        assertThat(returns(desk, way(desk.opens("/sign-in/office")))).isEqualTo("/sign-in?provider=answer");
        assertThat(PROVIDER.asked()).noneMatch(path -> path.startsWith("/elsewhere"));
    }

    private void refused(Function<JWTClaimsSet.Builder, String> token) {
        assertThat(wayWith(token)).isEqualTo("/sign-in?provider=answer");
    }

    /** Where somebody lands who comes back with this token. */
    private String wayWith(Function<JWTClaimsSet.Builder, String> token) {
        DeskInTheOffice desk = desk();
        String out = way(desk.opens("/sign-in/office"));
        claims.claim("nonce", parameter(out, "nonce"));
        PROVIDER.gives(token.apply(claims));
        return returns(desk, out);
    }

    private String returns(DeskInTheOffice desk, String out) {
        return way(desk.opens("/sign-in/office/return?code=any&state=" + parameter(out, "state")));
    }

    private static String parameter(String address, String name) {
        return address.replaceFirst(".*[?&]" + name + "=([^&]+).*", "$1");
    }

    private static String signed(JWTClaimsSet.Builder claims, RSAKey key, JWSHeader.Builder header) {
        SignedJWT token = new SignedJWT(header.keyID("published").build(), claims.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
        return token.serialize();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private DeskInTheOffice desk() {
        return new DeskInTheOffice(port, "Firefox/140.0");
    }

    private String way(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(to -> to.replaceFirst("^http://127\\.0\\.0\\.1:" + port, ""))
                .orElse("status " + answer.statusCode());
    }
}
