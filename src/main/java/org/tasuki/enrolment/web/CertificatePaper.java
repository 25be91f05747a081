package org.tasuki.enrolment.web;

import java.time.LocalDate;
import java.util.HashMap;
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
        Map<String, Object> shown = new HashMap<>();
        shown.put("number", certificate.number());
        shown.put("person", certificate.person().in(language));
        shown.put("office", certificate.office().in(language));
        shown.put("issuer", certificate.issuer().in(language));
        shown.put("course", certificate.course().in(language));
        shown.put("audience", words.audience(certificate.audience(), language));
        shown.put("length", words.length(certificate.minutes(), language));
        shown.put("held", certificate.held());
        shown.put("day", dates.onPaper(day));
        shown.put("western", day.toString());
        return paper.of("enrolment/certificate-paper", shown, language);
    }
}
