package org.tasuki.enrolment.web;

import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tasuki.enrolment.Certificate;
import org.tasuki.enrolment.Certificates;
import org.tasuki.terms.Typing;

/** Somebody shows a certificate: a trainer looks up its number, and compares what stands there. */
@Controller
class CertificateController {

    private static final String PAGE = "/training/certificates";

    private final TrainingDoor door;
    private final Certificates certificates;
    private final EnrolmentWords words;

    CertificateController(TrainingDoor door, Certificates certificates, EnrolmentWords words) {
        this.door = door;
        this.certificates = certificates;
        this.words = words;
    }

    record Shown(
            String number,
            String person,
            String office,
            String course,
            String length,
            Instant completedAt,
            boolean valid) {}

    @GetMapping(PAGE)
    String form(@RequestParam(defaultValue = "") String number, Locale language, Model model) {
        door.keep();
        if (number.isBlank()) {
            model.addAttribute("typed", "");
            return "enrolment/certificate";
        }
        return check(number, language, model);
    }

    @GetMapping(PAGE + "/{number}")
    String one(@PathVariable String number, Locale language, Model model) {
        door.keep();
        return check(number, language, model);
    }

    private String check(String number, Locale language, Model model) {
        model.addAttribute("typed", Typing.visible(Typing.tidy(number)));
        certificates
                .check(number)
                .map(found -> shown(found, language))
                .ifPresentOrElse(
                        found -> model.addAttribute("found", found), () -> model.addAttribute("unknown", true));
        return "enrolment/certificate";
    }

    private Shown shown(Certificate found, Locale language) {
        return new Shown(
                found.number(),
                found.person().in(language),
                found.office().in(language),
                found.course().in(language),
                words.length(found.minutes(), language),
                found.completedAt(),
                found.valid());
    }
}
