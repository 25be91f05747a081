package org.tasuki.enrolment.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.enrolment.Places;
import org.tasuki.enrolment.Places.Answer;
import org.tasuki.web.Notice;

/** What everybody does for themselves at a session. */
@Controller
class PlaceController {

    private static final Logger LOG = LoggerFactory.getLogger(PlaceController.class);

    private final TrainingDoor door;
    private final Places places;

    PlaceController(TrainingDoor door, Places places) {
        this.door = door;
        this.places = places;
    }

    @PostMapping(HeldController.PAGE + "/{id}/enrolment")
    String enrol(@PathVariable String id, RedirectAttributes flash) {
        long session = door.session(id).id();
        return told("enrol", places.enrol(session), session, flash);
    }

    @PostMapping(HeldController.PAGE + "/{id}/withdrawal")
    String withdraw(@PathVariable String id, RedirectAttributes flash) {
        long session = door.session(id).id();
        return told("withdraw", places.withdraw(session), session, flash);
    }

    @PostMapping(HeldController.PAGE + "/{id}/presence")
    String present(@PathVariable String id, @RequestParam(defaultValue = "") String code, RedirectAttributes flash) {
        long session = door.session(id).id();
        return told("present", places.present(session, code), session, flash);
    }

    private String told(String act, Answer answer, long session, RedirectAttributes flash) {
        String key = "enrolment." + act + "." + answer.key();
        if (answer == Answer.DONE) {
            flash.addFlashAttribute("notice", Notice.done(key));
        } else {
            LOG.info("{} at a session was refused: {}", act, answer.key());
            flash.addFlashAttribute("notice", Notice.caution(key));
        }
        return door.isSeen(session) ? HeldController.at(session) : "redirect:" + HeldController.PAGE;
    }
}
