package org.tasuki.enrolment.web;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tasuki.enrolment.Certificate;
import org.tasuki.paper.Paper;
import org.tasuki.terms.Japan;
import org.tasuki.web.Dates;

/** A certificate on paper, in the reader's language. */
@Component
class CertificatePaper {

    private final Paper paper;
    private final EnrolmentWords words;
    private final Dates dates;

    CertificatePaper(Paper paper, EnrolmentWords words, Dates dates) {
        this.paper = paper;
        this.words = words;
        this.dates = dates;
    }

    byte[] of(Certificate certificate, Locale language) {
        LocalDate day = certificate.completedAt().atZone(Japan.ZONE).toLocalDate();
        return paper.of(
                "enrolment/certificate-paper",
                Map.of(
                        "number",
                        certificate.number(),
                        "person",
                        certificate.person().in(language),
                        "office",
                        certificate.office().in(language),
                        "course",
                        certificate.course().in(language),
                        "audience",
                        words.audience(certificate.audience(), language),
                        "length",
                        words.length(certificate.minutes(), language),
                        "held",
                        certificate.held(),
                        "day",
                        dates.day(day),
                        "western",
                        day.toString()),
                language);
    }
}
