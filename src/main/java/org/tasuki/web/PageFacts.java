package org.tasuki.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout needs on every page: where we are, who reads, in which language. */
@ControllerAdvice
class PageFacts {

    private final ObjectProvider<Visitors> visitors;
    private final List<NavigationEntry> entries;
    private final List<FooterLine> lines;
    private final ObjectProvider<PracticeStrip> strip;

    PageFacts(
            ObjectProvider<Visitors> visitors,
            ObjectProvider<NavigationEntry> entries,
            ObjectProvider<FooterLine> lines,
            ObjectProvider<PracticeStrip> strip) {
        this.visitors = visitors;
        this.entries = entries.orderedStream().toList();
        this.lines = lines.orderedStream().toList();
        this.strip = strip;
    }

    @ModelAttribute
    void tell(Model model, Locale language, @Nullable Principal principal, HttpServletRequest request) {
        model.addAttribute("path", path(request));
        model.addAttribute("here", here(request));
        model.addAttribute("language", language.getLanguage());
        model.addAttribute("otherLanguage", Languages.other(language).getLanguage());
        model.addAttribute(
                "footerLines",
                lines.stream().flatMap(line -> line.shown().stream()).toList());
        if (principal != null) {
            Visitor visitor = describe(principal, language);
            model.addAttribute("visitor", visitor);
            if (visitor.practising()) {
                strip.stream().flatMap(one -> one.shown().stream()).forEach(one -> model.addAttribute("strip", one));
            }
            model.addAttribute(
                    "navigation",
                    NavigationEntry.shown(
                            entries.stream()
                                    .filter(entry -> entry.isFor(visitor))
                                    .toList(),
                            path(request)));
        }
    }

    private Visitor describe(Principal principal, Locale language) {
        Visitors known = visitors.getIfAvailable();
        return known == null
                ? new Visitor(principal.getName(), "", "", false, false, Set.of())
                : known.describe(principal, language);
    }

    /** Where the language switch returns to: the same page with its filters; home, when the page was an answer to a form. */
    private static String here(HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            return "/";
        }
        Object failedQuery = request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING);
        Object query = failedQuery == null ? request.getQueryString() : failedQuery;
        return query == null ? path(request) : path(request) + "?" + query;
    }

    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String uri = failed == null ? request.getRequestURI() : failed.toString();
        return uri.substring(request.getContextPath().length());
    }
}
