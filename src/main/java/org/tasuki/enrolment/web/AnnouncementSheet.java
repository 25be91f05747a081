package org.tasuki.enrolment.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tasuki.courses.Course;
import org.tasuki.enrolment.Announcement;
import org.tasuki.terms.Japan;
import org.tasuki.terms.Typing;

/**
 * What was typed to announce a session.
 *
 * @param form in person or online
 * @param problems by field, the message that says what is wrong there
 */
record AnnouncementSheet(
        String course,
        String form,
        String place,
        String link,
        String starts,
        String ends,
        String capacity,
        Map<String, String> problems) {

    static final String IN_PERSON = "in-person";
    static final String ONLINE = "online";

    private static final int LONGEST_PLACE = 100;
    private static final int LONGEST_LINK = 500;
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Duration FARTHEST = Duration.ofDays(731);

    static AnnouncementSheet empty(String course) {
        return new AnnouncementSheet(course, IN_PERSON, "", "", "", "", "20", new LinkedHashMap<>());
    }

    static AnnouncementSheet typed(
            String course, String form, String place, String link, String starts, String ends, String capacity) {
        return new AnnouncementSheet(
                course,
                form,
                Typing.tidy(place),
                Typing.tidy(link),
                starts.strip(),
                ends.strip(),
                Typing.narrow(capacity),
                new LinkedHashMap<>());
    }

    boolean online() {
        return ONLINE.equals(form);
    }

    /** Empty when something is wrong, which stands in the problems then. */
    Optional<Announcement> read(Optional<Course> chosen, Instant now) {
        if (chosen.isEmpty()) {
            problems.put("course", "enrolment.problem.course");
        }
        if (!online() && !IN_PERSON.equals(form)) {
            problems.put("form", "enrolment.problem.form");
        }
        checkPlace();
        checkLink();
        Instant from = moment("starts", starts);
        Instant until = moment("ends", ends);
        if (from != null && until != null) {
            checkTime(from, until, now);
        }
        int places = places();
        return problems.isEmpty() && from != null && until != null && chosen.isPresent()
                ? Optional.of(new Announcement(
                        chosen.get(),
                        online(),
                        place.isEmpty() ? null : place,
                        online() && !link.isEmpty() ? link : null,
                        from,
                        until,
                        places))
                : Optional.empty();
    }

    private void checkPlace() {
        if (place.isEmpty() && !online()) {
            problems.put("place", "enrolment.problem.place");
        } else if (Typing.length(place) > LONGEST_PLACE || Typing.hostile(place, false)) {
            problems.put("place", "enrolment.problem.place.long");
        }
    }

    /** People will follow it: it leads to a page that is called by its name, over a line that nobody reads. */
    private void checkLink() {
        if (!link.isEmpty() && (!online() || link.length() > LONGEST_LINK || !safe(link))) {
            problems.put("link", online() ? "enrolment.problem.link" : "enrolment.problem.link.in-person");
        }
    }

    private static boolean safe(String link) {
        try {
            URI address = new URI(link);
            return "https".equals(address.getScheme()) && address.getHost() != null && address.getUserInfo() == null;
        } catch (URISyntaxException none) {
            return false;
        }
    }

    private @Nullable Instant moment(String field, String typed) {
        try {
            return LocalDateTime.parse(typed).atZone(Japan.ZONE).toInstant();
        } catch (DateTimeParseException none) {
            problems.put(field, "enrolment.problem.moment");
            return null;
        }
    }

    private void checkTime(Instant from, Instant until, Instant now) {
        if (!until.isAfter(from)) {
            problems.put("ends", "enrolment.problem.ends");
        } else if (until.isAfter(from.plus(LONGEST))) {
            problems.put("ends", "enrolment.problem.ends.long");
        } else if (!until.isAfter(now)) {
            problems.put("ends", "enrolment.problem.past");
        } else if (from.isAfter(now.plus(FARTHEST))) {
            problems.put("starts", "enrolment.problem.far");
        }
    }

    private int places() {
        int many = capacity.matches("[0-9]{1,4}") ? Integer.parseInt(capacity) : 0;
        if (many < 1 || many > Announcement.MOST) {
            problems.put("capacity", "enrolment.problem.capacity");
        }
        return many;
    }

    /** As a page shows it again. */
    AnnouncementSheet shown() {
        return new AnnouncementSheet(
                course,
                form,
                Typing.visible(place),
                Typing.visible(link),
                Typing.visible(starts),
                Typing.visible(ends),
                Typing.visible(capacity),
                problems);
    }
}
