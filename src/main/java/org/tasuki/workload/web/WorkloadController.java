package org.tasuki.workload.web;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Acting;
import org.tasuki.people.Right;
import org.tasuki.web.NotAllowed;

/** Who carries how much (担当件数), for whoever watches the center's cases. */
@Controller
class WorkloadController {

    private final WorkloadPages pages;
    private final BehindPages behind;
    private final Acting acting;
    private final AuditTrail trail;

    WorkloadController(WorkloadPages pages, BehindPages behind, Acting acting, AuditTrail trail) {
        this.pages = pages;
        this.behind = behind;
        this.acting = acting;
        this.trail = trail;
    }

    @GetMapping("/workload")
    ModelAndView show(@RequestParam MultiValueMap<String, String> asked, Locale language, Model model) {
        mustBeAllowed();
        int problems = pages.draw(asked, language, model);
        return new ModelAndView("workload/workload", problems == 0 ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/workload/list")
    String list(
            @RequestParam(defaultValue = "") String officer,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(defaultValue = "") String whose,
            Locale language,
            Model model) {
        mustBeAllowed();
        behind.draw(officer, section, whose, language, model);
        return "workload/list";
    }

    private void mustBeAllowed() {
        if (!acting.may(Right.WATCH_BOARD)) {
            trail.noteAlone(Act.ACCESS_REFUSED, null, Map.of("page", "workload"));
            throw new NotAllowed();
        }
    }
}
