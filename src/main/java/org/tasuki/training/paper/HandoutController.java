package org.tasuki.training.paper;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.ProcessFacts;
import org.tasuki.engine.ProcessVersions;
import org.tasuki.paper.Paper;
import org.tasuki.versions.web.ChangeWords;
import org.tasuki.web.Dates;
import org.tasuki.web.NotFound;

/** Processes on paper, in the reader's language. No case is in them: whoever is signed in may take them along. */
@Controller
class HandoutController {

    private final ProcessCatalog catalog;
    private final ProcessVersions versions;
    private final Booklets booklets;
    private final Posters posters;
    private final ChangeWords words;
    private final Paper paper;
    private final Dates dates;
    private final Clock clock;

    HandoutController(
            ProcessCatalog catalog,
            ProcessVersions versions,
            Booklets booklets,
            Posters posters,
            ChangeWords words,
            Paper paper,
            Dates dates,
            Clock clock) {
        this.catalog = catalog;
        this.versions = versions;
        this.booklets = booklets;
        this.posters = posters;
        this.words = words;
        this.paper = paper;
        this.dates = dates;
        this.clock = clock;
    }

    /** A process in the list. */
    record Line(String key, String name, String about) {}

    @GetMapping("/training/handouts")
    String list(Locale language, Model model) {
        model.addAttribute(
                "lines",
                catalog.processes().stream()
                        .map(process -> new Line(
                                process.key(),
                                process.name().in(language),
                                process.documentation().in(language)))
                        .toList());
        return "training/paper/handouts";
    }

    @GetMapping("/training/processes/{process}/booklet.pdf")
    ResponseEntity<byte[]> booklet(@PathVariable String process, Locale language) {
        ProcessFacts facts = catalog.process(process).orElseThrow(NotFound::new);
        Map<String, Object> shown = about(process);
        shown.put("booklet", booklets.of(facts, language));
        return pdf(process + "-booklet.pdf", "training/paper/booklet", shown, language);
    }

    @GetMapping("/training/processes/poster.pdf")
    ResponseEntity<byte[]> poster(Locale language) {
        Map<String, Object> shown = Map.of("poster", posters.of(language), "today", dates.day(clock.instant()));
        return pdf("processes-poster.pdf", "training/paper/poster", shown, language);
    }

    @GetMapping("/training/processes/{process}/changes.pdf")
    ResponseEntity<byte[]> changes(@PathVariable String process, Locale language) {
        ProcessFacts facts = catalog.process(process).orElseThrow(NotFound::new);
        Map<String, Object> shown = about(process);
        shown.put("name", facts.name().in(language));
        versions.sinceTheLast(process).ifPresent(found -> shown.put("changes", words.of(found, language)));
        return pdf(process + "-changes.pdf", "training/paper/changes", shown, language);
    }

    private Map<String, Object> about(String process) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("dates", dates);
        shown.put("today", dates.day(clock.instant()));
        versions.atWork(process).ifPresent(version -> {
            shown.put("version", version.number());
            shown.put("since", dates.day(version.since()));
        });
        return shown;
    }

    private ResponseEntity<byte[]> pdf(String name, String template, Map<String, Object> shown, Locale language) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(paper.of(template, shown, language));
    }
}
