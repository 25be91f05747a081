package org.tasuki.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * What a page asks for once is sent once, and what a form sends stands in its body: which of two values counts is nobody's to
 * choose. Fields that may have several are the page's own business.
 */
final class SentOnce implements HandlerInterceptor {

    private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            return true; // the page that says so is asked for with the same fields
        }
        boolean twice = handler instanceof HandlerMethod method
                && Stream.of(method.getMethodParameters()).anyMatch(parameter -> isTwice(parameter, request));
        if (twice || inTwoPlaces(request)) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return false;
        }
        return true;
    }

    private static boolean inTwoPlaces(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod()) && request.getQueryString() != null;
    }

    private static boolean isTwice(MethodParameter parameter, HttpServletRequest request) {
        RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
        Class<?> type = parameter.getParameterType();
        if (asked == null || takesSeveral(type)) {
            return false;
        }
        return Map.class.isAssignableFrom(type)
                ? request.getParameterMap().values().stream().anyMatch(values -> values.length > 1)
                : isTwice(name(asked, parameter), request);
    }

    private static boolean isTwice(String name, HttpServletRequest request) {
        String[] values = request.getParameterValues(name);
        return values != null && values.length > 1;
    }

    private static boolean takesSeveral(Class<?> type) {
        return MultiValueMap.class.isAssignableFrom(type) || Collection.class.isAssignableFrom(type) || type.isArray();
    }

    private static String name(RequestParam asked, MethodParameter parameter) {
        if (!asked.name().isEmpty()) {
            return asked.name();
        }
        parameter.initParameterNameDiscovery(NAMES);
        return Objects.requireNonNullElse(parameter.getParameterName(), "");
    }
}
