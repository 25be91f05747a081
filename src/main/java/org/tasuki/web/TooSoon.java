package org.tasuki.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/**
 * What was asked for too soon (429), or while work stands still (409). The page offers it once more, with everything that was typed: a form is carried along in the page,
 * nowhere else.
 *
 * @param to the address, for somebody who opened a page or sent a form; null where it is not for a page to keep: passwords
 * @param form whether it was sent as a form
 * @param file whether a file may have been sent along, which no page can keep
 */
public record TooSoon(long seconds, @Nullable String to, boolean form, boolean file, List<Field> fields) {

    private static final String SAID = TooSoon.class.getName();
    private static final String WORDS = SAID + ".words";
    private static final Set<String> OWN_FIELDS = Set.of("_csrf");
    private static final Pattern SECRETS = Pattern.compile("/(sign-in|setup|account|accounts)(/.*)?", Pattern.DOTALL);

    public record Field(String name, String value) {}

    public static void answer(HttpServletRequest request, HttpServletResponse response, Duration wait)
            throws IOException {
        long seconds = wait.toSeconds() + 1;
        request.setAttribute(SAID, of(request, seconds));
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    /** The same while work stands still (409): a class is paused. Nobody knows for how long. */
    public static void standsStill(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute(SAID, of(request, 0));
        request.setAttribute(WORDS, "standsStill");
        response.sendError(HttpStatus.CONFLICT.value());
    }

    /** The end of the page's messages. */
    static String wordsOf(HttpServletRequest request) {
        return request.getAttribute(WORDS) instanceof String words ? words : "tooSoon";
    }

    static @Nullable TooSoon saidOf(HttpServletRequest request) {
        return request.getAttribute(SAID) instanceof TooSoon said ? said : null;
    }

    private static TooSoon of(HttpServletRequest request, long seconds) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean form = HttpMethod.POST.matches(request.getMethod());
        if (SECRETS.matcher(path).matches() && form) {
            return new TooSoon(seconds, null, true, false, List.of());
        }
        String query = request.getQueryString();
        String to = LocalPath.orHome(form || query == null ? path : path + "?" + query);
        return new TooSoon(seconds, to, form, hasFile(request), form ? fields(request) : List.of());
    }

    private static boolean hasFile(HttpServletRequest request) {
        return request.getContentType() != null && request.getContentType().startsWith("multipart/");
    }

    private static List<Field> fields(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !OWN_FIELDS.contains(field.getKey()))
                .flatMap(TooSoon::values)
                .toList();
    }

    private static Stream<Field> values(Map.Entry<String, String[]> field) {
        return Stream.of(field.getValue()).map(value -> new Field(field.getKey(), value));
    }
}
