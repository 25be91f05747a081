package org.tasuki.people.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody try a password or a code before their time has come (429), whether the account exists or not. */
final class SignInGate extends OncePerRequestFilter {

    private static final int LONGEST_NAME = 100;
    /** Who comes from the identity provider is not known yet. Nobody can type it: what is typed is in lower case. */
    private static final String PROVIDER = "PROVIDER";
    /** Where something is typed that could be guessed. Each is counted for itself: who fails with a forgotten password comes with a code. */
    private static final Map<String, String> DOORS =
            Map.of("/sign-in", "", PasswordChoiceController.PAGE, "CODE ", SetupController.PAGE, "SETUP ");
    /** An IPv6 network of one customer: /64. */
    private static final int GROUPS_OF_A_NETWORK = 4;

    private final SignInPace pace;

    SignInGate(SignInPace pace) {
        this.pace = pace;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !byForm(request) && !byProvider(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait = pace.wait(tryOf(request));
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        refuse(response, wait);
    }

    static void refuse(HttpServletResponse response, Duration wait) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    private static boolean byForm(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod()) && DOORS.containsKey(path(request));
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static boolean byProvider(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + IdentityProvider.START);
    }

    static SignInPace.Try tryOf(HttpServletRequest request) {
        String typed = byProvider(request) ? PROVIDER : typed(request).toLowerCase(Locale.ROOT);
        return new SignInPace.Try(
                DOORS.getOrDefault(path(request), "") + typed.substring(0, Math.min(LONGEST_NAME, typed.length())),
                network(request.getRemoteAddr()));
    }

    /** Who somebody says they are. */
    static String typed(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getParameter("username"), "").strip();
    }

    /** Whoever has one IPv6 address has millions: they count as one. Tomcat writes all eight groups out. */
    private static String network(String address) {
        String[] groups = address.split(":");
        return groups.length <= GROUPS_OF_A_NETWORK
                ? address
                : String.join(":", Arrays.copyOf(groups, GROUPS_OF_A_NETWORK));
    }
}
