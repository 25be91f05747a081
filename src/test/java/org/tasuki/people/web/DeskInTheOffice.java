package org.tasuki.people.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser of somebody's: keeps its cookies, and sends the token of the page that it saw last. */
public final class DeskInTheOffice {

    private static final Pattern TOKEN =
            Pattern.compile("name=\"(?:csrf\" content|_csrf\" type=\"hidden\" value)=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String office;
    private final String browser;
    private String token = "";

    public DeskInTheOffice(int port, String browser) {
        this.office = "http://127.0.0.1:" + port;
        this.browser = browser;
    }

    /** @param path of the office, or a whole address elsewhere */
    public HttpResponse<String> opens(String path) {
        HttpResponse<String> page = send(HttpRequest.newBuilder(address(path)));
        Matcher found = TOKEN.matcher(page.body());
        if (found.find()) {
            token = found.group(1);
        }
        return page;
    }

    public HttpResponse<String> sends(String path, String... fieldsAndValues) {
        StringBuilder form = new StringBuilder("_csrf=" + token);
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            form.append('&').append(fieldsAndValues[i]).append('=').append(encoded(fieldsAndValues[i + 1]));
        }
        return send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    public HttpResponse<String> signsIn(String account, String password) {
        opens("/sign-in");
        return sends("/sign-in", "username", account, "password", password);
    }

    /** As a page from elsewhere, which does not know it. */
    void forgetsToken() {
        token = "";
    }

    /** The value of the session's cookie. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("TASUKI"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    private URI address(String path) {
        return URI.create(path.startsWith("http") ? path : office + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(
                    request.header("User-Agent", browser)
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException failed) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(failed);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
