package org.tasuki.matters.web;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
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
import org.tasuki.casefile.Refusal;
import org.tasuki.casefile.web.CaseDoor;
import org.tasuki.matters.Matters;
import org.tasuki.matters.NewMatter;
import org.tasuki.referral.NewHandOver;
import org.tasuki.terms.Typing;
import org.tasuki.web.NotAllowed;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** What is begun from a case at any time: a reminder, a one-off task, a hand-over. */
@Controller
class MattersController {

    private final CaseDoor door;
    private final Matters matters;
    private final NewHandOver handOvers;
    private final MatterPages pages;
    private final AuditTrail trail;

    MattersController(CaseDoor door, Matters matters, NewHandOver handOvers, MatterPages pages, AuditTrail trail) {
        this.door = door;
        this.matters = matters;
        this.handOvers = handOvers;
        this.pages = pages;
        this.trail = trail;
    }

    private interface Deed {
        void run();
    }

    @GetMapping("/cases/{number}/matters")
    ModelAndView list(@PathVariable String number, Locale language) {
        return page(enter(number), MatterEntry.NOTHING, HttpStatus.OK, language);
    }

    /** @param id of the matter to be, so that the form sent twice begins one */
    @PostMapping("/cases/{number}/matters")
    ModelAndView begin(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String to,
            Locale language,
            RedirectAttributes flash) {
        CaseFile file = enter(number);
        MatterEntry entry =
                new MatterEntry(kind, Typing.visible(words), Typing.visible(day), Typing.visible(to), "", "", Map.of());
        return does(
                file,
                entry,
                "matters.begun",
                language,
                flash,
                () -> matters.begin(file, NewMatter.of(id, kind, words, day, to)));
    }

    @PostMapping("/cases/{number}/matters/{matter}/withdrawal")
    ModelAndView withdraw(
            @PathVariable String number, @PathVariable String matter, Locale language, RedirectAttributes flash) {
        CaseFile file = enter(number);
        return does(file, MatterEntry.NOTHING, "matters.withdrawn", language, flash, () -> {
            if (!matters.withdraw(file, id(matter))) {
                throw new NotFound();
            }
        });
    }

    @PostMapping("/cases/{number}/matters/hand-over")
    ModelAndView handOver(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String purpose,
            Locale language,
            RedirectAttributes flash) {
        CaseFile file = enter(number);
        if (!handOvers.allowed(file)) {
            throw refused(file);
        }
        MatterEntry entry =
                new MatterEntry("reminder", "", "", "", Typing.visible(agency), Typing.visible(purpose), Map.of());
        return does(
                file, entry, "matters.handOver.begun", language, flash, () -> handOvers.begin(file, agency, purpose));
    }

    /** An agency begins nothing in a case that was handed to it. */
    private CaseFile enter(String number) {
        CaseFile file = door.enter(number, "matters");
        if (!matters.allowed(file)) {
            throw refused(file);
        }
        return file;
    }

    private NotAllowed refused(CaseFile file) {
        trail.noteAlone(Act.ACCESS_REFUSED, file.number(), Map.of("page", "matters"));
        return new NotAllowed();
    }

    private ModelAndView does(
            CaseFile file, MatterEntry entry, String done, Locale language, RedirectAttributes flash, Deed deed) {
        try {
            deed.run();
        } catch (Refusal refused) {
            return page(
                    file,
                    entry.with(refused.field(), refused.messageKey()),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    language);
        }
        flash.addFlashAttribute("notice", Notice.done(done));
        return new ModelAndView("redirect:" + path(file));
    }

    private ModelAndView page(CaseFile file, MatterEntry entry, HttpStatus status, Locale language) {
        return new ModelAndView("matters/list", pages.page(file, entry, language), status)
                .addObject("here", path(file));
    }

    private static String path(CaseFile file) {
        return "/cases/" + file.number() + "/matters";
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException forged) {
            throw new NotFound();
        }
    }
}
