package org.tasuki.people.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.json.JsonMapper;

/** An identity provider that answers whatever a test tells it to, word by word. */
final class RogueProvider implements AutoCloseable {

    static final String CLIENT = "tasuki";
    static final String DESCRIPTION = "/.well-known/openid-configuration";

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> moved = new ConcurrentHashMap<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    final RSAKey key = key("published");

    RogueProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::answer);
        server.start();
        describes(issuer());
        answers.put("/keys", new JWKSet(key.toPublicJWK()).toString());
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void introduce(DynamicPropertyRegistry settings) {
        settings.add("tasuki.sign-in.oidc.issuer", this::issuer);
        settings.add("tasuki.sign-in.oidc.client-id", () -> CLIENT);
        settings.add("tasuki.sign-in.oidc.client-secret", () -> "between-the-two-and-nobody-else-knows");
    }

    void describes(String issuer) {
        answers.put(
                DESCRIPTION,
                json(Map.of(
                        "issuer",
                        issuer,
                        "authorization_endpoint",
                        issuer() + "/authorize",
                        "token_endpoint",
                        issuer() + "/token",
                        "jwks_uri",
                        issuer() + "/keys",
                        "response_types_supported",
                        List.of("code"),
                        "subject_types_supported",
                        List.of("public"),
                        "id_token_signing_alg_values_supported",
                        List.of("RS256"))));
    }

    /** For whatever code. */
    void gives(String idToken) {
        answers.put(
                "/token",
                json(Map.of("access_token", "-", "token_type", "Bearer", "expires_in", 60, "id_token", idToken)));
    }

    void publishes(String path, String answer) {
        answers.put(path, answer);
    }

    /** From now on it sends on whoever asks here, to the same answer elsewhere; null stops it. */
    void moves(String path) {
        answers.put("/elsewhere" + path, answers.getOrDefault(path, ""));
        moved.put(path, issuer() + "/elsewhere" + path);
    }

    void staysAtHome() {
        moved.clear();
    }

    List<String> asked() {
        return asked;
    }

    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        byte[] body = answers.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        if (moved.containsKey(path)) {
            exchange.getResponseHeaders().add("Location", moved.get(path));
            exchange.sendResponseHeaders(307, -1);
        } else {
            exchange.sendResponseHeaders(answers.containsKey(path) ? 200 : 404, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
