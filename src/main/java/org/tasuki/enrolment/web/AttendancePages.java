package org.tasuki.enrolment.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.enrolment.Attendance;
import org.tasuki.enrolment.AttendanceBook;
import org.tasuki.enrolment.CourseSession;
import org.tasuki.enrolment.Guests;
import org.tasuki.enrolment.web.HeldPages.Choice;
import org.tasuki.terms.Typing;

/** Who came to a session, as whoever keeps the record sees and says it. */
@Component
class AttendancePages {

    private final AttendanceBook book;
    private final Guests guests;
    private final EnrolmentWords words;

    AttendancePages(AttendanceBook book, Guests guests, EnrolmentWords words) {
        this.book = book;
        this.guests = guests;
        this.words = words;
    }

    /** @param row what the list sends back of what it showed */
    record PersonRow(String row, String name, String office, String mark, String reason) {}

    record GuestRow(String office, int many) {}

    /**
     * What was typed for guests, to stand there again.
     *
     * @param problem a message, and the field that it belongs to; empty at first
     */
    record GuestSheet(String office, String many, String field, String problem) {

        static final GuestSheet EMPTY = new GuestSheet("", "", "", "");

        GuestSheet shown() {
            return new GuestSheet(office, Typing.visible(many), field, problem);
        }
    }

    void show(CourseSession held, Locale language, Model model) {
        model.addAttribute(
                "people",
                book.of(held.id()).stream().map(line -> person(line, language)).toList());
        model.addAttribute(
                "marks", Arrays.stream(Attendance.values()).map(Attendance::key).toList());
        model.addAttribute(
                "reasons",
                Arrays.stream(Attendance.Reason.values())
                        .map(Attendance.Reason::key)
                        .toList());
        List<Choice> offices = words.offices().entrySet().stream()
                .map(office -> new Choice(office.getKey(), office.getValue().in(language)))
                .toList();
        model.addAttribute("offices", offices);
        model.addAttribute("sheet", GuestSheet.EMPTY);
        model.addAttribute(
                "guests",
                guests.of(held.id()).stream()
                        .map(group -> guests(group, offices))
                        .toList());
    }

    /** What was chosen stands in the list again, beside what the page had shown before: whoever is behind stays behind. */
    void again(CourseSession held, List<MarkSheet.Row> typed, Locale language, Model model) {
        Map<String, MarkSheet.Row> rows = typed.stream()
                .collect(Collectors.toMap(MarkSheet.Row::account, Function.identity(), (one, other) -> one));
        model.addAttribute(
                "people",
                book.of(held.id()).stream()
                        .map(line -> Optional.ofNullable(rows.get(line.account()))
                                .map(row -> person(line, row, language))
                                .orElseGet(() -> person(line, language)))
                        .toList());
    }

    private static GuestRow guests(Guests.Group group, List<Choice> offices) {
        return new GuestRow(
                offices.stream()
                        .filter(office -> office.key().equals(group.office()))
                        .map(Choice::name)
                        .findFirst()
                        .orElse(group.office()),
                group.many());
    }

    private static PersonRow person(AttendanceBook.Line line, MarkSheet.Row typed, Locale language) {
        return new PersonRow(
                MarkSheet.shown(line.account(), key(typed.was()), why(typed.why())),
                line.name().in(language),
                line.office().in(language),
                typed.mark(),
                typed.reason());
    }

    private static PersonRow person(AttendanceBook.Line line, Locale language) {
        String mark = key(line.attendance());
        String reason = why(line.reason());
        return new PersonRow(
                MarkSheet.shown(line.account(), mark, reason),
                line.name().in(language),
                line.office().in(language),
                mark,
                reason);
    }

    private static String key(Optional<Attendance> attendance) {
        return attendance.map(Attendance::key).orElse("");
    }

    private static String why(Optional<Attendance.Reason> reason) {
        return reason.map(Attendance.Reason::key).orElse("");
    }
}
