package org.tasuki.enrolment.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.enrolment.AttendanceBook;
import org.tasuki.enrolment.AttendanceBook.Mark;
import org.tasuki.enrolment.CourseSession;
import org.tasuki.enrolment.Guests;
import org.tasuki.terms.Typing;
import org.tasuki.web.Notice;

/** Who came, as the trainer says it. */
@Controller
class AttendanceController {

    private static final int MOST_GUESTS = 500;

    private final TrainingDoor door;
    private final AttendanceBook book;
    private final Guests guests;
    private final Clock clock;

    AttendanceController(TrainingDoor door, AttendanceBook book, Guests guests, Clock clock) {
        this.door = door;
        this.book = book;
        this.guests = guests;
        this.clock = clock;
    }

    @PostMapping(HeldController.PAGE + "/{id}/attendance")
    String mark(@PathVariable String id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes flash) {
        door.keep();
        CourseSession held = door.session(id);
        flash.addFlashAttribute("notice", whyNot(held).orElseGet(() -> MarkSheet.read(typed)
                .map(marks -> marked(held, marks))
                .orElse(Notice.caution("enrolment.marked.unreadable"))));
        return HeldController.at(held.id());
    }

    private Notice marked(CourseSession held, List<Mark> marks) {
        AttendanceBook.Outcome outcome = book.mark(held.id(), marks);
        if (outcome.behind() > 0) {
            return Notice.caution("enrolment.marked.behind", String.valueOf(outcome.behind()));
        }
        return outcome.noted() == 0
                ? Notice.caution("enrolment.marked.nothing")
                : Notice.done("enrolment.marked", String.valueOf(outcome.noted()));
    }

    @PostMapping(HeldController.PAGE + "/{id}/guests")
    String guests(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String many,
            RedirectAttributes flash) {
        door.keep();
        CourseSession held = door.session(id);
        flash.addFlashAttribute("notice", whyNot(held).orElseGet(() -> noted(held, office, Typing.narrow(many))));
        return HeldController.at(held.id());
    }

    private Notice noted(CourseSession held, String office, String many) {
        int number = many.matches("[0-9]{1,4}") ? Integer.parseInt(many) : -1;
        if (number < 0 || number > MOST_GUESTS) {
            return Notice.caution("enrolment.guests.number");
        }
        return guests.note(held.id(), new Guests.Group(office, number))
                ? Notice.done("enrolment.guests.noted")
                : Notice.caution("enrolment.guests.office");
    }

    /** Nobody has come yet, or nobody could. */
    private Optional<Notice> whyNot(CourseSession held) {
        if (held.cancelled()) {
            return Optional.of(Notice.caution("enrolment.marked.cancelled"));
        }
        return held.begun(clock.instant()) ? Optional.empty() : Optional.of(Notice.caution("enrolment.marked.early"));
    }
}
