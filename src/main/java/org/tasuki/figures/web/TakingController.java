package org.tasuki.figures.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tasuki.figures.By;
import org.tasuki.figures.Taking;
import org.tasuki.figures.Taking.Audience;
import org.tasuki.figures.Taking.Format;
import org.tasuki.terms.FiscalYear;

/** The figures as a file: exact for the office, small numbers covered for everybody else. For a reason, and noted. */
@Controller
class TakingController {

    private static final Logger LOG = LoggerFactory.getLogger(TakingController.class);
    static final MediaType WORKBOOK =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType LINES = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final FigureDoor door;
    private final FigurePages pages;
    private final TakenFile files;

    TakingController(FigureDoor door, FigurePages pages, TakenFile files) {
        this.door = door;
        this.pages = pages;
        this.files = files;
    }

    @PostMapping("/figures/export")
    Object take(
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "kind") String by,
            @RequestParam(defaultValue = "") String audience,
            @RequestParam(defaultValue = "") String format,
            @RequestParam(defaultValue = "") String reason,
            Locale language) {
        door.enter();
        FiscalYear of = door.year(year);
        TakingSheet sheet = TakingSheet.of(By.find(by).orElse(By.KIND), audience, format, reason);
        if (By.find(by).isEmpty() || sheet.refused()) {
            LOG.info("taking figures out was refused: {}, {}", sheet.problem(), sheet.audienceProblem());
            return refused(of, by, sheet, language);
        }
        Taking taking = sheet.taking(of, By.find(by).orElseThrow());
        return ResponseEntity.ok()
                .contentType(taking.format() == Format.XLSX ? WORKBOOK : LINES)
                .header(HttpHeaders.CONTENT_DISPOSITION, name("figures", taking))
                .body(files.of(taking, language));
    }

    private ModelAndView refused(FiscalYear year, String by, TakingSheet sheet, Locale language) {
        Map<String, Object> model = pages.page(year, by, language);
        model.put("taking", sheet);
        model.put(
                "here",
                "/figures?year=" + year.value() + "&by="
                        + By.find(by).orElse(By.KIND).key());
        return new ModelAndView("figures/figures", model, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    static String name(String what, Taking taking) {
        String by = taking.by() == By.KIND ? "" : "-" + taking.by().key();
        String kind = taking.audience() == Audience.OUTSIDE ? "-outside" : "";
        return ContentDisposition.attachment()
                .filename("%s-%d%s%s.%s"
                        .formatted(
                                what,
                                taking.year().value(),
                                by,
                                kind,
                                taking.format().key()))
                .build()
                .toString();
    }
}
