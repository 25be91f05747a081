package org.tasuki.figures.web;

import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.figures.By;
import org.tasuki.figures.Submissions;
import org.tasuki.figures.Taking;
import org.tasuki.terms.FiscalYear;
import org.tasuki.web.Notice;

/** The national report's table (福祉行政報告例): as it is now, beside what was submitted. */
@Controller
class ReportController {

    private static final Logger LOG = LoggerFactory.getLogger(ReportController.class);

    private final FigureDoor door;
    private final ReportPages pages;
    private final Submissions submissions;
    private final ReportFile file;

    ReportController(FigureDoor door, ReportPages pages, Submissions submissions, ReportFile file) {
        this.door = door;
        this.pages = pages;
        this.submissions = submissions;
        this.file = file;
    }

    @GetMapping("/figures/report")
    String report(
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String against,
            Locale language,
            Model model) {
        door.enter();
        model.addAllAttributes(pages.page(door.year(year), against, language));
        return "figures/report";
    }

    @PostMapping("/figures/report/export")
    Object take(
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String against,
            @RequestParam(defaultValue = "") String audience,
            @RequestParam(defaultValue = "") String reason,
            Locale language) {
        door.enter();
        FiscalYear of = door.year(year);
        TakingSheet sheet = TakingSheet.of(By.KIND, audience, Taking.Format.XLSX.key(), reason);
        if (sheet.refused()) {
            LOG.info("taking the report out was refused: {}", sheet.problem());
            Map<String, Object> model = pages.page(of, against, language);
            model.put("taking", sheet);
            model.put("here", "/figures/report?year=" + of.value());
            return new ModelAndView("figures/report", model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return ResponseEntity.ok()
                .contentType(TakingController.WORKBOOK)
                .header(HttpHeaders.CONTENT_DISPOSITION, TakingController.name("report", sheet.taking(of, By.KIND)))
                .body(file.of(sheet.taking(of, By.KIND), against, language));
    }

    @PostMapping("/figures/report/submission")
    String submit(
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String seen,
            RedirectAttributes flash) {
        door.enter();
        FiscalYear of = door.year(year);
        Submissions.Result result = submissions.submit(of, seen.matches("\\d{1,18}") ? Long.parseLong(seen) : 0);
        flash.addFlashAttribute(
                "notice",
                switch (result) {
                    case DONE -> Notice.done("figures.report.done");
                    case RUNNING -> Notice.caution("figures.report.running");
                    case NEWER -> Notice.caution("figures.report.newer");
                    case SAME -> Notice.caution("figures.report.same");
                    case NOTHING -> Notice.caution("figures.report.nothing");
                    case NOT_WHOLE -> Notice.caution("figures.report.notWhole");
                });
        return "redirect:/figures/report?year=" + of.value();
    }
}
