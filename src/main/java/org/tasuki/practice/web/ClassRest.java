package org.tasuki.practice.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.tasuki.people.Acting;
import org.tasuki.practice.PracticeClass;
import org.tasuki.practice.Seats;
import org.tasuki.web.TooSoon;

/**
 * While a class stands nothing of its cases is changed, whatever room would do it: a limit that began meanwhile would run. The page keeps what
 * was sent, to be sent again. What is only written down goes on: drafts, and files, which no page could keep; who completes a task or takes a
 * call hears it on the page itself.
 */
@Configuration(proxyBeanMethods = false)
class ClassRest implements WebMvcConfigurer, HandlerInterceptor {

    private static final Pattern OF_CASES = Pattern.compile(
            "/cases/[^/]+/(?!files).+|/tasks/[^/]+/(?!draft$|kept$|completion$|claim$|release$).+|/bulk(/.*)?|/operations/.+",
            Pattern.DOTALL);

    private final ObjectProvider<Acting> acting;
    private final ObjectProvider<Seats> seats;

    ClassRest(ObjectProvider<Acting> acting, ObjectProvider<Seats> seats) {
        this.acting = acting;
        this.seats = seats;
    }

    @Override
    public void addInterceptors(InterceptorRegistry every) {
        every.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!changesCases(request) || !acting.getObject().current().inPractice()) {
            return true;
        }
        boolean stands = seats.getObject()
                .classOf(acting.getObject().current().account())
                .filter(PracticeClass::stands)
                .isPresent();
        if (stands) {
            TooSoon.standsStill(request, response);
        }
        return !stands;
    }

    private static boolean changesCases(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod())
                && OF_CASES.matcher(request.getServletPath()).matches();
    }
}
