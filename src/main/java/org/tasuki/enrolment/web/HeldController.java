package org.tasuki.enrolment.web;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.courses.Courses;
import org.tasuki.enrolment.Announcement;
import org.tasuki.enrolment.CourseSession;
import org.tasuki.enrolment.Sessions;
import org.tasuki.web.Notice;

/** Held courses (研修の実施): what comes and what was, announced and cancelled by whoever keeps the record. */
@Controller
class HeldController {

    static final String PAGE = "/training/sessions";

    private static final Logger LOG = LoggerFactory.getLogger(HeldController.class);
    private static final String FORM = "enrolment/announcement";

    private final TrainingDoor door;
    private final Sessions sessions;
    private final HeldPages pages;
    private final Courses courses;
    private final Clock clock;

    HeldController(TrainingDoor door, Sessions sessions, HeldPages pages, Courses courses, Clock clock) {
        this.door = door;
        this.sessions = sessions;
        this.pages = pages;
        this.courses = courses;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    String list(Locale language, Model model) {
        door.enter();
        pages.list(door.keeps(), language, model);
        return "enrolment/sessions";
    }

    @GetMapping(PAGE + "/new")
    String form(@RequestParam(defaultValue = "") String course, Locale language, Model model) {
        door.keep();
        pages.form(AnnouncementSheet.empty(course), language, model);
        return FORM;
    }

    @PostMapping(PAGE)
    ModelAndView announce(
            @RequestParam(defaultValue = "") String course,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String link,
            @RequestParam(defaultValue = "") String starts,
            @RequestParam(defaultValue = "") String ends,
            @RequestParam(defaultValue = "") String capacity,
            Locale language,
            Model model,
            RedirectAttributes flash) {
        door.keep();
        AnnouncementSheet sheet = AnnouncementSheet.typed(course, form, place, link, starts, ends, capacity);
        Optional<Announcement> read = sheet.read(courses.find(course), clock.instant());
        if (read.isEmpty()) {
            LOG.info(
                    "a session's announcement was refused for {}",
                    sheet.problems().keySet());
            pages.form(sheet.shown(), language, model);
            model.addAttribute("here", PAGE + "/new");
            return new ModelAndView(FORM, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        long id = sessions.announce(read.get());
        flash.addFlashAttribute("notice", Notice.done("enrolment.announced"));
        return new ModelAndView(at(id));
    }

    @GetMapping(PAGE + "/{id}")
    String one(@PathVariable String id, Locale language, Model model) {
        CourseSession held = door.session(id);
        pages.one(held, door.keeps(held), language, model);
        return "enrolment/session";
    }

    @PostMapping(PAGE + "/{id}/cancellation")
    String cancel(@PathVariable String id, RedirectAttributes flash) {
        long session = door.kept(id).id();
        flash.addFlashAttribute(
                "notice",
                sessions.cancel(session)
                        ? Notice.done("enrolment.cancelled")
                        : Notice.caution("enrolment.cancelled.not"));
        return at(session);
    }

    static String at(long session) {
        return "redirect:" + PAGE + "/" + session;
    }
}
