package org.tasuki.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a form that is too large before anybody parses it. Tomcat has the same limit, but answers 400 or 500, depending
 * on who asks for the first parameter. Stands behind the sessions, so that the trail knows who it was.
 */
@Component
@Order(-111)
class BodyLimit extends OncePerRequestFilter {

    private final DataSize limit;
    private final ApplicationEventPublisher trail;

    BodyLimit(@Value("${server.tomcat.max-http-form-post-size:2MB}") DataSize limit, ApplicationEventPublisher trail) {
        this.limit = limit;
        this.trail = trail;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isForm(request) && request.getContentLengthLong() > limit.toBytes()) {
            trail.publishEvent(new RequestRefused(request, RequestRefused.Why.SIZE));
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }
}
