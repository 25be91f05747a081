package org.tasuki.disclosure.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.EndingReason;
import org.tasuki.casefile.Refusal;
import org.tasuki.casefile.web.CaseDoor;
import org.tasuki.disclosure.DisclosureSteps;
import org.tasuki.disclosure.Disclosures;
import org.tasuki.disclosure.Request;
import org.tasuki.inbox.WayBack;
import org.tasuki.inbox.WaysBack;
import org.tasuki.web.NotAllowed;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** Requests to see the records of a case (開示請求). */
@Controller
class DisclosureController {

    private static final String PART = "part:";
    private static final String CONTENT = "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'; sandbox";

    private final CaseDoor door;
    private final Disclosures disclosures;
    private final DisclosureSteps steps;
    private final DisclosurePages pages;
    private final WaysBack ways;
    private final AuditTrail trail;

    DisclosureController(
            CaseDoor door,
            Disclosures disclosures,
            DisclosureSteps steps,
            DisclosurePages pages,
            WaysBack ways,
            AuditTrail trail) {
        this.door = door;
        this.disclosures = disclosures;
        this.steps = steps;
        this.pages = pages;
        this.ways = ways;
        this.trail = trail;
    }

    private interface Deed {
        void run();
    }

    @GetMapping("/cases/{number}/disclosures")
    ModelAndView list(@PathVariable String number, Locale language) {
        return list(enter(number), DisclosureEntry.NOTHING, HttpStatus.OK, language);
    }

    @PostMapping("/cases/{number}/disclosures")
    ModelAndView open(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String requester,
            @RequestParam(defaultValue = "") String received,
            Locale language,
            RedirectAttributes flash) {
        CaseFile file = enter(number);
        try {
            long id = disclosures.open(file, requester, day(received));
            flash.addFlashAttribute("notice", Notice.done("disclosure.opened"));
            return new ModelAndView("redirect:" + path(file) + "/" + id);
        } catch (Refusal refused) {
            var entry =
                    new DisclosureEntry("", requester, received, "", "", Map.of(refused.field(), refused.messageKey()));
            return list(file, entry, HttpStatus.UNPROCESSABLE_CONTENT, language);
        }
    }

    @GetMapping("/cases/{number}/disclosures/{request}")
    ModelAndView one(
            @PathVariable String number,
            @PathVariable long request,
            @RequestParam(defaultValue = "") String from,
            Locale language) {
        CaseFile file = enter(number);
        return page(file, request(file, request), DisclosureEntry.NOTHING, from, HttpStatus.OK, language);
    }

    @PostMapping("/cases/{number}/disclosures/{request}/parts")
    ModelAndView prepare(
            @PathVariable String number,
            @PathVariable long request,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "more", defaultValue = "") List<String> more,
            Locale language,
            RedirectAttributes flash) {
        CaseFile file = enter(number);
        Map<String, String> decisions = new LinkedHashMap<>();
        typed.forEach((name, value) -> {
            if (name.startsWith(PART)) {
                decisions.put(name.substring(PART.length()), value);
            }
        });
        String words = more.stream().reduce(typed.getOrDefault("words", ""), DisclosureController::line);
        String late = typed.getOrDefault("late", "");
        Request of = request(file, request);
        return does(file, of, "parts", "", late, "", "disclosure.prepared", language, flash, () -> {
            disclosures.prepare(file, of, decisions, pages.keys(file), words);
            if (typed.containsKey("propose")) {
                steps.propose(of, late);
            }
        });
    }

    @PostMapping("/cases/{number}/disclosures/{request}/extension")
    ModelAndView extend(
            @PathVariable String number,
            @PathVariable long request,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String late,
            Locale language,
            RedirectAttributes flash) {
        CaseFile file = enter(number);
        Request of = request(file, request);
        return does(
                file,
                of,
                "extension",
                reason,
                late,
                "",
                "disclosure.extended",
                language,
                flash,
                () -> steps.extend(of, new EndingReason(reason), late));
    }

    @PostMapping("/cases/{number}/disclosures/{request}/withdrawal")
    ModelAndView drop(
            @PathVariable String number,
            @PathVariable long request,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String late,
            @RequestParam(name = WaysBack.FIELD, defaultValue = "") String from,
            Locale language,
            RedirectAttributes flash) {
        CaseFile file = enter(number);
        Request of = request(file, request);
        return does(
                file,
                of,
                "withdrawal",
                reason,
                late,
                from,
                "disclosure.dropped",
                language,
                flash,
                () -> steps.drop(of, new EndingReason(reason), late));
    }

    @PostMapping("/cases/{number}/disclosures/{request}/return")
    ModelAndView giveBack(
            @PathVariable String number,
            @PathVariable long request,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String late,
            @RequestParam(name = WaysBack.FIELD, defaultValue = "") String from,
            Locale language,
            RedirectAttributes flash) {
        CaseFile file = enter(number);
        Request of = request(file, request);
        return does(
                file,
                of,
                "return",
                reason,
                late,
                from,
                "disclosure.returned",
                language,
                flash,
                () -> steps.giveBack(of, new EndingReason(reason), late));
    }

    @PostMapping("/cases/{number}/disclosures/{request}/decision")
    ModelAndView decide(
            @PathVariable String number,
            @PathVariable long request,
            @RequestParam(defaultValue = "disclose") String decision,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String late,
            @RequestParam(name = WaysBack.FIELD, defaultValue = "") String from,
            Locale language,
            RedirectAttributes flash) {
        CaseFile file = enter(number);
        Request of = request(file, request);
        boolean refused = decision.equals("refuse");
        return does(
                file,
                of,
                refused ? "refuse" : "decision",
                reason,
                late,
                from,
                refused ? "disclosure.refused" : "disclosure.decided",
                language,
                flash,
                () -> {
                    if (refused) {
                        steps.refuse(of, new EndingReason(reason), late);
                    } else {
                        steps.disclose(file, of, late);
                    }
                });
    }

    @PostMapping("/cases/{number}/disclosures/{request}/handing-out")
    ModelAndView handOut(
            @PathVariable String number,
            @PathVariable long request,
            @RequestParam(defaultValue = "") String how,
            @RequestParam(defaultValue = "") String late,
            Locale language,
            RedirectAttributes flash) {
        CaseFile file = enter(number);
        Request of = request(file, request);
        return does(
                file,
                of,
                "handing-out",
                "",
                late,
                "",
                "disclosure.handedOut",
                language,
                flash,
                () -> steps.handOut(of, how, late));
    }

    @GetMapping("/cases/{number}/disclosures/{request}/package")
    ResponseEntity<byte[]> takeOut(@PathVariable String number, @PathVariable long request) {
        CaseFile file = enter(number);
        Request of = request(file, request);
        if (!of.hasDocument()) {
            throw new NotFound();
        }
        byte[] document = disclosures.takeOut(of).orElseThrow(NotFound::new);
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename("開示記録-" + file.number() + ".pdf", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .header("Content-Security-Policy", CONTENT)
                .contentType(MediaType.APPLICATION_PDF)
                .body(document);
    }

    private CaseFile enter(String number) {
        CaseFile file = door.enter(number, "disclosures");
        if (!disclosures.allows(file)) {
            trail.noteAlone(Act.ACCESS_REFUSED, file.number(), Map.of("page", "disclosures"));
            throw new NotAllowed();
        }
        return file;
    }

    private Request request(CaseFile file, long id) {
        return disclosures.find(file.number(), id).orElseThrow(NotFound::new);
    }

    private ModelAndView does(
            CaseFile file,
            Request request,
            String act,
            String reason,
            String late,
            String from,
            String done,
            Locale language,
            RedirectAttributes flash,
            Deed deed) {
        try {
            deed.run();
            flash.addFlashAttribute("notice", Notice.done(done));
            return new ModelAndView("redirect:" + ways.after(from, path(file) + "/" + request.id()));
        } catch (Refusal refused) {
            var entry = new DisclosureEntry(act, "", "", reason, late, Map.of(refused.field(), refused.messageKey()));
            return page(file, request, entry, from, HttpStatus.UNPROCESSABLE_CONTENT, language);
        }
    }

    private ModelAndView list(CaseFile file, DisclosureEntry entry, HttpStatus status, Locale language) {
        return new ModelAndView("disclosure/list", pages.list(file, entry, language), status)
                .addObject("here", path(file));
    }

    private ModelAndView page(
            CaseFile file, Request request, DisclosureEntry entry, String from, HttpStatus status, Locale language) {
        WayBack back = ways.of(from);
        return new ModelAndView("disclosure/request", pages.request(file, request, entry, language), status)
                .addObject("back", back.key().isEmpty() ? null : back)
                .addObject("here", WaysBack.at(path(file) + "/" + request.id(), back));
    }

    private static String path(CaseFile file) {
        return "/cases/" + file.number() + "/disclosures";
    }

    private static String line(String words, String word) {
        return words.lines().anyMatch(word::equals) || word.isBlank() ? words : (words + '\n' + word).strip();
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
