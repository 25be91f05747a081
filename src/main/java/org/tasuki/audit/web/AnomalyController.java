package org.tasuki.audit.web;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the auditor should look at, of the own center. */
@Controller
class AnomalyController {

    private final AnomalyPages pages;

    AnomalyController(AnomalyPages pages) {
        this.pages = pages;
    }

    @GetMapping("/audit/anomalies")
    String anomalies(@RequestParam Map<String, String> parameters, Locale language, Model model) {
        pages.page(parameters, language, model);
        return "audit/anomalies";
    }
}
