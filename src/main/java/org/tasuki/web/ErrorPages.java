package org.tasuki.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** One page for every failure, with words of its own for those that a reader can do something about. */
@Component
class ErrorPages implements ErrorViewResolver {

    private static final Set<Integer> OWN_WORDS = Set.of(400, 403, 404, 405, 413, 429, 500, 503);

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> facts) {
        TooSoon tooSoon = TooSoon.saidOf(request);
        Map<String, Object> page = new HashMap<>();
        page.put("words", "web.error." + (tooSoon == null ? code(status) : TooSoon.wordsOf(request)));
        page.put("status", status.value());
        page.put("tooSoon", tooSoon);
        return new ModelAndView("error/page", page, status);
    }

    private static int code(HttpStatus status) {
        return OWN_WORDS.contains(status.value()) ? status.value() : general(status);
    }

    private static int general(HttpStatus status) {
        return status.is4xxClientError() ? HttpStatus.BAD_REQUEST.value() : HttpStatus.INTERNAL_SERVER_ERROR.value();
    }
}
