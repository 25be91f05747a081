package org.tasuki.enrolment.web;

import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tasuki.enrolment.Certificate;
import org.tasuki.enrolment.Certificates;
import org.tasuki.web.NotFound;

/** One's own training record, and the certificates in it as paper. */
@Controller
class RecordController {

    private final TrainingDoor door;
    private final RecordPages pages;
    private final Certificates certificates;
    private final CertificatePaper paper;

    RecordController(TrainingDoor door, RecordPages pages, Certificates certificates, CertificatePaper paper) {
        this.door = door;
        this.pages = pages;
        this.certificates = certificates;
        this.paper = paper;
    }

    @GetMapping("/training/record")
    String record(Locale language, Model model) {
        door.enter();
        pages.own(language, model);
        return "enrolment/record";
    }

    @GetMapping("/training/record/{number}/paper")
    ResponseEntity<byte[]> paper(@PathVariable String number, Locale language) {
        door.enter();
        Certificate mine = certificates.printed(number).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("certificate-" + mine.number() + ".pdf")
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(paper.of(mine, language));
    }
}
