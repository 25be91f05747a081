package org.tasuki.enrolment.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.enrolment.AttendanceBook;
import org.tasuki.enrolment.CourseSession;
import org.tasuki.enrolment.Guests;
import org.tasuki.enrolment.web.AttendancePages.GuestSheet;
import org.tasuki.terms.Typing;
import org.tasuki.web.Notice;

/** Who came, as the trainer says it. */
@Controller
class AttendanceController {

    private static final Logger LOG = LoggerFactory.getLogger(AttendanceController.class);
    private static final int MOST_GUESTS = 500;

    private final TrainingDoor door;
    private final AttendanceBook book;
    private final Guests guests;
    private final HeldPages pages;
    private final AttendancePages attendance;
    private final Clock clock;

    AttendanceController(
            TrainingDoor door,
            AttendanceBook book,
            Guests guests,
            HeldPages pages,
            AttendancePages attendance,
            Clock clock) {
        this.door = door;
        this.book = book;
        this.guests = guests;
        this.pages = pages;
        this.attendance = attendance;
        this.clock = clock;
    }

    @PostMapping(HeldController.PAGE + "/{id}/attendance")
    ModelAndView mark(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            Locale language,
            Model model,
            RedirectAttributes flash) {
        CourseSession held = door.kept(id);
        List<MarkSheet.Row> rows = MarkSheet.read(typed).orElse(List.of());
        String problem = rows.isEmpty() ? "enrolment.marked.unreadable" : whyNot(held);
        if (problem != null) {
            refused(held, problem, language, model);
            attendance.again(held, rows, language, model);
            return page(model);
        }
        flash.addFlashAttribute("notice", marked(held, rows));
        return new ModelAndView(HeldController.at(held.id()));
    }

    private Notice marked(CourseSession held, List<MarkSheet.Row> rows) {
        AttendanceBook.Outcome outcome = book.mark(
                held.id(), rows.stream().flatMap(row -> row.said().stream()).toList());
        if (outcome.behind() > 0) {
            return Notice.caution("enrolment.marked.behind", String.valueOf(outcome.behind()));
        }
        return outcome.noted() == 0
                ? Notice.caution("enrolment.marked.nothing")
                : Notice.done("enrolment.marked", String.valueOf(outcome.noted()));
    }

    @PostMapping(HeldController.PAGE + "/{id}/guests")
    ModelAndView guests(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String many,
            Locale language,
            Model model,
            RedirectAttributes flash) {
        CourseSession held = door.kept(id);
        String why = whyNot(held);
        GuestSheet sheet =
                why == null ? noted(held, office, Typing.narrow(many)) : new GuestSheet(office, many, "", why);
        if (!sheet.problem().isEmpty()) {
            refused(held, sheet.problem(), language, model);
            model.addAttribute("sheet", sheet.shown());
            return page(model);
        }
        flash.addFlashAttribute("notice", Notice.done("enrolment.guests.noted"));
        return new ModelAndView(HeldController.at(held.id()));
    }

    private GuestSheet noted(CourseSession held, String office, String many) {
        int number = many.matches("[0-9]{1,4}") ? Integer.parseInt(many) : -1;
        if (number < 0 || number > MOST_GUESTS) {
            return new GuestSheet(office, many, "many", "enrolment.guests.number");
        }
        return guests.note(held.id(), new Guests.Group(office, number))
                ? GuestSheet.EMPTY
                : new GuestSheet(office, many, "office", "enrolment.guests.office");
    }

    private void refused(CourseSession held, String problem, Locale language, Model model) {
        LOG.info("attendance was not noted: {}", problem);
        pages.one(held, true, language, model);
        model.addAttribute("notice", Notice.caution(problem));
        model.addAttribute("here", HeldController.PAGE + "/" + held.id());
    }

    private static ModelAndView page(Model model) {
        return new ModelAndView("enrolment/session", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Nobody has come yet, or nobody could. */
    private @Nullable String whyNot(CourseSession held) {
        if (held.cancelled()) {
            return "enrolment.marked.cancelled";
        }
        return held.begun(clock.instant()) ? null : "enrolment.marked.early";
    }
}
