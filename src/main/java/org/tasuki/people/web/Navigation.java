package org.tasuki.people.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;

/** Tells a page that somebody opens from what a script asks for in its background. */
final class Navigation {

    private Navigation() {}

    static boolean isToAPage(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) && !inBackground(request);
    }

    static boolean inBackground(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return request.getHeader("HX-Request") != null || mode != null && !mode.equals("navigate");
    }

    /** The browser still shows the session's cookie, but the server has forgotten it. */
    static boolean sessionHasEnded(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }
}
