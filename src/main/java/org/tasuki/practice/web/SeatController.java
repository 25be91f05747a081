package org.tasuki.practice.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Acting;
import org.tasuki.people.SignedIn;
import org.tasuki.people.web.Admission;
import org.tasuki.practice.ClassClock;
import org.tasuki.practice.PracticeClass;
import org.tasuki.practice.Seats;
import org.tasuki.web.NotFound;

/** Where somebody sits in a class: what it is called, what time it is there; and a trainer's way back. */
@Controller
class SeatController {

    private final Seats seats;
    private final ClassClock clock;
    private final ClassStrip strip;
    private final Admission admission;
    private final Acting acting;
    private final AuditTrail trail;

    SeatController(
            Seats seats, ClassClock clock, ClassStrip strip, Admission admission, Acting acting, AuditTrail trail) {
        this.seats = seats;
        this.clock = clock;
        this.strip = strip;
        this.admission = admission;
        this.acting = acting;
        this.trail = trail;
    }

    @GetMapping("/practice/seat")
    String seat(Model model) {
        String account = acting.current().account();
        PracticeClass joined = seats.classOf(account).orElseThrow(NotFound::new);
        model.addAttribute("held", joined);
        model.addAttribute("time", clock.now(joined));
        model.addAttribute("account", account);
        model.addAttribute("trainers", seats.trainerOf(account).isPresent());
        return "practice/seat";
    }

    /** Nothing, while all is as the page shows it. */
    @GetMapping("/practice/seat/state")
    ModelAndView state(@RequestParam(defaultValue = "") String seen) {
        ClassStrip.State state = strip.now().orElseThrow(NotFound::new);
        return state.key().equals(seen)
                ? new ModelAndView("practice/state", Map.of("state", state), HttpStatus.NO_CONTENT)
                : new ModelAndView("practice/state", Map.of("state", state));
    }

    /** The trainer is themselves again. */
    @PostMapping("/practice/seat/leave")
    String leave(HttpServletRequest request, HttpServletResponse response) {
        String account = acting.current().account();
        Optional<SignedIn> trainer = seats.trainerOf(account).filter(SignedIn::isEnabled);
        PracticeClass held = seats.classOf(account).orElseThrow(NotFound::new);
        SignedIn back = trainer.orElseThrow(NotFound::new);
        trail.noteAlone(Act.CLASS_STEPPED_OUT, null, Map.of());
        admission.bringBack(back, request, response);
        return "redirect:/practice/classes/" + held.code();
    }
}
