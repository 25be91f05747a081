package org.tasuki.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is counted for itself, by method and address. The first that fits; whoever has not signed in is counted by where they are. */
enum Kind {
    SEARCHES("POST /search"),
    UPLOADS("POST /cases/[^/]+/files"),
    /** Saved, and looked up, while somebody types. */
    TYPING("POST /(tasks/[^/]+/draft|consultations/drafts/[^/]+|consultations/duplicates)"),
    /** To be printed or kept elsewhere. */
    PAPERS("GET /(cases/[^/]+/(documents/[^/]+|files/[^/]+|disclosures/[^/]+/package)|bulk/[^/]+/(paper|results))"),
    VIEWS("GET /(cases|tasks|retention)/.+"),
    /** Programs, which have not signed in. */
    CALENDARS("GET /calendar/.*"),
    PAGES(".*"),
    ADDRESS("(?!)"),
    /** How many refusals of one person the trail takes in. */
    REFUSALS("(?!)");

    private static final List<Kind> ALL = Arrays.asList(values());

    private final Pattern which;

    Kind(String which) {
        this.which = Pattern.compile(which, Pattern.DOTALL);
    }

    static Kind of(HttpServletRequest request) {
        String line = request.getMethod() + " " + request.getServletPath();
        return ALL.stream()
                .filter(kind -> kind.which.matcher(line).matches())
                .findFirst()
                .orElse(PAGES);
    }

    /** Of somebody who has not signed in. */
    static Kind ofStranger(HttpServletRequest request) {
        return of(request) == CALENDARS ? CALENDARS : ADDRESS;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
