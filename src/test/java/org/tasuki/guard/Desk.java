package org.tasuki.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/** A browser of somebody's: keeps its cookies, and sends the token of the page that it saw last. */
final class Desk {

    private static final Pattern TOKEN =
            Pattern.compile("name=\"(?:csrf\" content|_csrf\" type=\"hidden\" value)=\"([^\"]+)\"");

    private final HttpClient client;
    private final String office;
    private final Map<String, String> headers;
    private String token = "";

    Desk(String office, Map<String, String> headers) {
        this(HttpClient.newBuilder().cookieHandler(new CookieManager()).build(), office, headers);
    }

    private Desk(HttpClient client, String office, Map<String, String> headers) {
        this.client = client;
        this.office = office;
        this.headers = headers;
    }

    HttpResponse<String> opens(String path) {
        HttpResponse<String> page = send(request(path));
        Matcher found = TOKEN.matcher(page.body());
        if (found.find()) {
            token = found.group(1);
        }
        return page;
    }

    HttpResponse<String> sends(String path, String... fieldsAndValues) {
        StringBuilder form = new StringBuilder("_csrf=" + token);
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            form.append('&')
                    .append(fieldsAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(fieldsAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    /** The same session, as a script of the page asks. */
    Desk inBackground() {
        Map<String, String> all = new TreeMap<>(headers);
        all.put("HX-Request", "true");
        Desk script = new Desk(client, office, all);
        script.token = token;
        return script;
    }

    void forgetsToken() {
        token = "";
    }

    void takesTokenOf(Desk other) {
        token = other.token;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(office + UriUtils.encodeQuery(path, StandardCharsets.UTF_8)))
                .header("Accept", "text/html,*/*;q=0.8");
        headers.forEach(request::header);
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException failed) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(failed);
        }
    }
}
