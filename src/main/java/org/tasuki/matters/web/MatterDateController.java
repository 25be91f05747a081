package org.tasuki.matters.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
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
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.matters.Matter;
import org.tasuki.matters.MatterDates;
import org.tasuki.matters.Matters;
import org.tasuki.matters.NewDate;
import org.tasuki.people.People;
import org.tasuki.terms.Typing;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** The date of a matter, for whoever began it. */
@Controller
class MatterDateController {

    private final MatterDoor door;
    private final Matters matters;
    private final MatterDates dates;
    private final People people;
    private final CaseClocks clocks;

    MatterDateController(MatterDoor door, Matters matters, MatterDates dates, People people, CaseClocks clocks) {
        this.door = door;
        this.matters = matters;
        this.dates = dates;
        this.people = people;
        this.clocks = clocks;
    }

    /** One move of a date, in the reader's words. */
    record Moved(LocalDate from, LocalDate to, String reason, String who, Instant at) {}

    @GetMapping("/cases/{number}/matters/{matter}/date")
    ModelAndView date(@PathVariable String number, @PathVariable String matter, Locale language) {
        CaseFile file = door.enter(number);
        return page(file, mine(file, matter), DateEntry.NOTHING, HttpStatus.OK, language);
    }

    @PostMapping("/cases/{number}/matters/{matter}/date")
    ModelAndView move(
            @PathVariable String number,
            @PathVariable String matter,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String reason,
            Locale language,
            RedirectAttributes flash) {
        CaseFile file = door.enter(number);
        Matter of = mine(file, matter);
        try {
            dates.move(file, of.id(), NewDate.of(day, reason));
        } catch (Refusal refused) {
            DateEntry entry = new DateEntry(
                    Typing.visible(day), Typing.visible(reason), Map.of(refused.field(), refused.messageKey()));
            return page(file, of, entry, HttpStatus.UNPROCESSABLE_CONTENT, language);
        }
        flash.addFlashAttribute("notice", Notice.done("matters.move.done"));
        return new ModelAndView("redirect:/cases/" + file.number() + "/matters");
    }

    private Matter mine(CaseFile file, String matter) {
        return matters.find(file.number(), MatterDoor.id(matter))
                .filter(dates::mayMove)
                .orElseThrow(NotFound::new);
    }

    private ModelAndView page(CaseFile file, Matter matter, DateEntry entry, HttpStatus status, Locale language) {
        Map<String, Object> page = new HashMap<>();
        page.put("number", file.number().value());
        page.put("matter", matter.id());
        page.put("words", matter.words());
        page.put("due", matter.dueOn());
        page.put("today", matters.today(file.number()));
        page.put("now", clocks.of(file.number()).instant());
        page.put(
                "moves",
                dates.of(matter.id()).stream()
                        .map(one -> new Moved(
                                one.from(),
                                one.to(),
                                one.reason(),
                                people.name(one.by()).in(language),
                                one.at()))
                        .toList());
        page.put("entry", entry);
        page.put("here", "/cases/" + file.number() + "/matters/" + matter.id() + "/date");
        return new ModelAndView("matters/date", page, status);
    }
}
