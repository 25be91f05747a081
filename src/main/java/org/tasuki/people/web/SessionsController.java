package org.tasuki.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.people.Acting;
import org.tasuki.people.SignInAct;
import org.tasuki.web.Notice;

/** Where I am signed in, and leaving the other desks from here. */
@Controller
class SessionsController {

    private static final String BACK = "redirect:/account/sessions";

    private final OwnSessions sessions;
    private final Acting acting;
    private final ApplicationEventPublisher trail;
    private final Clock clock;

    SessionsController(OwnSessions sessions, Acting acting, ApplicationEventPublisher trail, Clock clock) {
        this.sessions = sessions;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    @GetMapping("/account/sessions")
    String all(HttpSession here, Model model) {
        model.addAttribute("sessions", sessions.of(me(), here.getId()));
        model.addAttribute("now", clock.instant());
        return "people/sessions";
    }

    @PostMapping("/account/sessions/{key}/end")
    String end(@PathVariable String key, RedirectAttributes flash) {
        flash.addFlashAttribute(
                "notice",
                noted(sessions.end(me(), key)) > 0
                        ? Notice.done("people.sessions.ended")
                        : Notice.caution("people.sessions.gone"));
        return BACK;
    }

    @PostMapping("/account/sessions/others/end")
    String endOthers(HttpServletRequest here, RedirectAttributes flash) {
        int ended = noted(sessions.endOthers(me(), here));
        flash.addFlashAttribute("notice", Notice.done("people.sessions.endedOthers", String.valueOf(ended)));
        return BACK;
    }

    private int noted(int ended) {
        if (ended > 0) {
            trail.publishEvent(SignInAct.SESSIONS_ENDED.with(Map.of("count", String.valueOf(ended))));
        }
        return ended;
    }

    private String me() {
        return acting.current().account();
    }
}
