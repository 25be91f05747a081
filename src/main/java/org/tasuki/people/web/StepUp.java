package org.tasuki.people.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before a weighty act, whoever is at the desk proves again who they are, if that was longer ago than {@code fresh}. The
 * question stands in the act's place and carries its form along in the page, nowhere else: with the answer, the act goes on
 * with what was typed. Stands behind the rules of who may do what: nobody is asked for what they may not do.
 */
final class StepUp extends OncePerRequestFilter {

    static final String PAGE = "/sign-in/again";
    static final String ASKED = "tasuki.asked-again";
    static final String PASSWORD = "again.password";
    static final String CODE = "again.code";
    static final String PASSKEY = "again.passkey";
    static final String TO = "again.to";

    private static final Set<String> OWN_FIELDS = Set.of(PASSWORD, CODE, PASSKEY, "_csrf");

    private final RequestMatcher weighty;
    private final Reproof reproof;
    private final Duration fresh;

    StepUp(RequestMatcher weighty, Reproof reproof, Duration fresh) {
        this.weighty = weighty;
        this.reproof = reproof;
        this.fresh = fresh;
    }

    /** What the page asks with: where its answer goes, what it carries along, and what was wrong with the last answer. */
    record Asked(String to, List<Carried> carried, @Nullable String problem) {}

    record Carried(String name, String value) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!weighty.matches(request) || isFresh()) {
            chain.doFilter(request, response);
            return;
        }
        if (Navigation.inBackground(request)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
            return;
        }
        Reproof.Answer answer = reproof.of(request, response);
        if (answer.proven()) {
            chain.doFilter(request, response);
        } else {
            ask(request, response, answer.problem());
        }
    }

    private boolean isFresh() {
        Authentication session = SecurityContextHolder.getContext().getAuthentication();
        Instant since = reproof.now().minus(fresh);
        return session != null
                && Factors.latest(session)
                        .filter(proven -> !proven.isBefore(since))
                        .isPresent();
    }

    private static void ask(HttpServletRequest request, HttpServletResponse response, @Nullable String problem)
            throws ServletException, IOException {
        request.setAttribute(
                ASKED, HttpMethod.GET.matches(request.getMethod()) ? page(request) : form(request, problem));
        response.setStatus(HttpStatus.FORBIDDEN.value());
        request.getRequestDispatcher(PAGE).forward(request, response);
    }

    /** A page is opened again by its address. */
    private static Asked page(HttpServletRequest request) {
        String query = request.getQueryString();
        String address = path(request) + (query == null ? "" : "?" + query);
        return new Asked(PAGE, List.of(new Carried(TO, address)), null);
    }

    private static Asked form(HttpServletRequest request, @Nullable String problem) {
        List<Carried> carried = request.getParameterMap().entrySet().stream()
                .filter(field -> !OWN_FIELDS.contains(field.getKey()))
                .flatMap(StepUp::values)
                .toList();
        return new Asked(path(request), carried, problem);
    }

    private static Stream<Carried> values(Map.Entry<String, String[]> field) {
        return Arrays.stream(field.getValue()).map(value -> new Carried(field.getKey(), value));
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
