package org.tasuki.enrolment.web;

import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tasuki.enrolment.TrainingReports;
import org.tasuki.terms.FiscalYear;

/** The training of a year by office and audience (研修実績), the people behind it, and the file that is taken out. */
@Controller
class TrainingReportController {

    private static final MediaType XLSX =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final TrainingDoor door;
    private final TrainingReports reports;
    private final TrainingReportPages pages;
    private final RecordPages people;
    private final TrainingReportFile file;

    TrainingReportController(
            TrainingDoor door,
            TrainingReports reports,
            TrainingReportPages pages,
            RecordPages people,
            TrainingReportFile file) {
        this.door = door;
        this.reports = reports;
        this.pages = pages;
        this.people = people;
        this.file = file;
    }

    @GetMapping("/training/people")
    String people(Locale language, Model model) {
        door.keep();
        people.people(language, model);
        return "enrolment/people";
    }

    @GetMapping("/training/report")
    String report(@RequestParam(defaultValue = "") String year, Locale language, Model model) {
        door.count();
        pages.page(reports.of(year(year)), door.keeps(), language, model);
        return "enrolment/report";
    }

    @PostMapping("/training/report/export")
    ResponseEntity<byte[]> export(
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String audience,
            Locale language) {
        door.count();
        FiscalYear asked = year(year);
        boolean inside = "inside".equals(audience); // whatever else is asked for is for somebody else
        byte[] made = reports.taken(asked, inside ? "inside" : "outside", report -> file.of(report, inside, language));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("training-" + asked.value() + ".xlsx")
                                .build()
                                .toString())
                .contentType(XLSX)
                .body(made);
    }

    /** This fiscal year, where what is asked is none that has begun. */
    private FiscalYear year(String asked) {
        FiscalYear now = FiscalYear.of(reports.today());
        return asked.matches("(19|20)[0-9]{2}") && Integer.parseInt(asked) <= now.value()
                ? new FiscalYear(Integer.parseInt(asked))
                : now;
    }
}
