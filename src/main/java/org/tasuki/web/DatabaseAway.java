package org.tasuki.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sessions are in the database, so a request fails before any controller when it is away. Says so (503), and draws that
 * page for nobody in particular, without asking for the session that cannot be had. The browser keeps its cookie: once the
 * database is back, so is the session.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public class DatabaseAway extends OncePerRequestFilter {

    /** Spring Session keeps the session of a request here. */
    private static final String CURRENT_SESSION = SessionRepository.class.getName() + ".CURRENT_SESSION";

    private final String sessionCookie;

    DatabaseAway(@Value("${server.servlet.session.cookie.name:TASUKI}") String sessionCookie) {
        this.sessionCookie = sessionCookie;
    }

    /** The request for the page of a failure that says that the database is away. */
    public static boolean isSaid(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR
                && Objects.equals(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE), 503);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isSaid(request)) {
            forgetSession(request);
            chain.doFilter(new WithoutSession(request), response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException failed) {
            if (!isAway(failed) || response.isCommitted()) {
                throw failed;
            }
            forgetSession(request);
            response.setHeader("Retry-After", Failures.SECONDS_TO_WAIT);
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
    }

    /** The token too: drawn on the page, it would ask for a session to be kept in. */
    private static void forgetSession(HttpServletRequest request) {
        request.removeAttribute(CURRENT_SESSION);
        request.removeAttribute(CsrfToken.class.getName());
        request.removeAttribute("_csrf");
    }

    /** A connection that broke in the middle of work cannot even be rolled back; what broke it is kept beside that failure. */
    static boolean isAway(@Nullable Throwable failure) {
        return failure != null
                && (failure instanceof CannotCreateTransactionException
                        || failure instanceof DataAccessResourceFailureException
                        || failure instanceof TransientDataAccessException
                        || (failure instanceof TransactionSystemException unfinished
                                && isAway(unfinished.getApplicationException()))
                        || isAway(failure.getCause()));
    }

    private final class WithoutSession extends HttpServletRequestWrapper {

        WithoutSession(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Cookie @Nullable [] getCookies() {
            Cookie[] cookies = super.getCookies();
            return cookies == null
                    ? null
                    : Arrays.stream(cookies)
                            .filter(cookie -> !cookie.getName().equals(sessionCookie))
                            .toArray(Cookie[]::new);
        }
    }
}
