package org.tasuki.casefile.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.CaseFiles;
import org.tasuki.casefile.EmergencyRight;
import org.tasuki.people.Acting;
import org.tasuki.people.People;
import org.tasuki.web.NotFound;

/** Finds cases by number, name or kana. What was typed is posted, so that no address carries a child's name. */
@Controller
class SearchController {

    private static final int MOST = 50;
    private static final int LONGEST = 100;

    private final CaseFiles files;
    private final Ways ways;
    private final People people;
    private final EmergencyRight emergency;
    private final Clock clock;
    private final Acting acting;
    private final AuditTrail trail;
    private final MessageSource texts;

    SearchController(
            CaseFiles files,
            Ways ways,
            People people,
            EmergencyRight emergency,
            Clock clock,
            Acting acting,
            AuditTrail trail,
            MessageSource texts) {
        this.texts = texts;
        this.files = files;
        this.ways = ways;
        this.people = people;
        this.emergency = emergency;
        this.clock = clock;
        this.acting = acting;
        this.trail = trail;
    }

    record Found(
            String number,
            boolean hidden,
            @Nullable String name,
            @Nullable String kana,
            @Nullable LocalDate birth,
            @Nullable String step,
            @Nullable String holder,
            Instant opened,
            String urgency) {}

    @GetMapping("/search")
    String ask(Model model) {
        mustHaveCases();
        model.addAttribute("q", "");
        model.addAttribute("emergency", emergency.allows());
        model.addAttribute("more", false);
        model.addAttribute("now", clock.instant());
        return "casefile/search";
    }

    @PostMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, Locale language, Model model) {
        mustHaveCases();
        String typed = q.strip().substring(0, Math.min(LONGEST, q.strip().length()));
        List<CaseFile> files = typed.isEmpty() ? List.of() : this.files.search(typed, MOST + 1);
        model.addAttribute("q", typed);
        model.addAttribute("emergency", emergency.allows());
        model.addAttribute("now", clock.instant());
        model.addAttribute("here", "/search");
        model.addAttribute("more", files.size() > MOST);
        model.addAttribute(
                "found",
                files.stream().limit(MOST).map(file -> found(file, language)).toList());
        return "casefile/search";
    }

    /** Administrators, auditors, trainers and analysts have no cases to look for. */
    private void mustHaveCases() {
        if (acting.current().desks().isEmpty()) {
            trail.noteAlone(Act.ACCESS_REFUSED, null, Map.of("page", "search"));
            throw new NotFound();
        }
    }

    private Found found(CaseFile file, Locale language) {
        String officer = file.officer();
        return new Found(
                file.number().value(),
                false,
                file.child().name(),
                file.child().kana(),
                file.child().birthDate(),
                file.erased()
                        ? texts.getMessage("casefile.state.erased", null, language)
                        : String.join("・", ways.current(file.number(), language)),
                officer == null ? null : people.name(officer).in(language),
                file.openedAt(),
                file.urgency());
    }
}
