package org.tasuki.web;

import jakarta.servlet.http.HttpServletRequest;

/** Told when a request goes no further than the door, to whoever keeps a trail of it. */
public record RequestRefused(HttpServletRequest request, Why why) {

    public enum Why {
        /** A page of another role. */
        ROLE,
        /** A form without its token, or with another session's. */
        TOKEN,
        /** More than is taken in. */
        SIZE
    }
}
