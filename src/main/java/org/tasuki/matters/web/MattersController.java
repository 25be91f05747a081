package org.tasuki.matters.web;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.Refusal;
import org.tasuki.matters.Matters;
import org.tasuki.matters.NewMatter;
import org.tasuki.referral.NewHandOver;
import org.tasuki.terms.Typing;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** What is begun from a case at any time: a reminder, a one-off task, a hand-over. */
@Controller
class MattersController {

    private final MatterDoor door;
    private final Matters matters;
    private final NewHandOver handOvers;
    private final MatterPages pages;

    MattersController(MatterDoor door, Matters matters, NewHandOver handOvers, MatterPages pages) {
        this.door = door;
        this.matters = matters;
        this.handOvers = handOvers;
        this.pages = pages;
    }

    private interface Deed {
        void run();
    }

    @GetMapping("/cases/{number}/matters")
    ModelAndView list(@PathVariable String number, Locale language) {
        return page(door.enter(number), MatterEntry.NOTHING, HttpStatus.OK, language);
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
        CaseFile file = door.enter(number);
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
        CaseFile file = door.enter(number);
        return does(file, MatterEntry.NOTHING, "matters.withdrawn", language, flash, () -> {
            if (!matters.withdraw(file, MatterDoor.id(matter))) {
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
        CaseFile file = door.enter(number);
        if (!handOvers.allowed(file)) {
            throw door.refused(file);
        }
        MatterEntry entry =
                new MatterEntry("reminder", "", "", "", Typing.visible(agency), Typing.visible(purpose), Map.of());
        return does(
                file, entry, "matters.handOver.begun", language, flash, () -> handOvers.begin(file, agency, purpose));
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
}
