package org.tasuki.debrief.web;

import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.debrief.Debriefs;
import org.tasuki.debrief.Group;
import org.tasuki.practice.ClassDebrief;
import org.tasuki.practice.PracticeClass;
import org.tasuki.practice.web.ClassDoor;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** A trainer looks back at one of their own classes, while it goes and after it. */
@Controller
class DebriefController {

    private static final String PATH = "/practice/classes/{code}/debrief";

    private final ClassDoor door;
    private final Debriefs debriefs;
    private final ComparisonPages comparison;
    private final GroupPages groups;
    private final Sheets sheets;
    private final ClassDebrief people;

    DebriefController(
            ClassDoor door,
            Debriefs debriefs,
            ComparisonPages comparison,
            GroupPages groups,
            Sheets sheets,
            ClassDebrief people) {
        this.door = door;
        this.debriefs = debriefs;
        this.comparison = comparison;
        this.groups = groups;
        this.sheets = sheets;
        this.people = people;
    }

    @GetMapping(PATH)
    String all(@PathVariable String code, @RequestParam(defaultValue = "") String way, Locale language, Model model) {
        PracticeClass held = door.own(code);
        comparison.show(held, debriefs.of(held, way), language, model);
        return "debrief/debrief";
    }

    @GetMapping(PATH + "/{number}")
    String one(
            @PathVariable String code,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String way,
            Locale language,
            Model model) {
        PracticeClass held = door.own(code);
        Group group = debriefs.groups(held).stream()
                .filter(one -> one.number().value().equals(number))
                .findFirst()
                .orElseThrow(NotFound::new);
        groups.show(held, group, debriefs.of(group, way), language, model);
        return "debrief/group";
    }

    @PostMapping(PATH + "/opening")
    String open(@PathVariable String code, @RequestParam(defaultValue = "") String way, RedirectAttributes flash) {
        PracticeClass held = door.own(code);
        boolean open = people.open(held, way);
        flash.addFlashAttribute("notice", open ? Notice.done("debrief.opened") : Notice.caution("debrief.opened.not"));
        return at(held, way);
    }

    @PostMapping(PATH + "/closing")
    String close(@PathVariable String code, @RequestParam(defaultValue = "") String way, RedirectAttributes flash) {
        PracticeClass held = door.own(code);
        people.close(held);
        flash.addFlashAttribute("notice", Notice.done("debrief.closed"));
        return at(held, way);
    }

    /** As the trainer saw it. */
    private String at(PracticeClass held, String way) {
        String page = "redirect:/practice/classes/" + held.code() + "/debrief";
        return debriefs.knows(way) ? page + "?way=" + way : page;
    }

    /** What is taken out of the house is written down, so that no link prints it by the way. */
    @PostMapping(PATH + "/sheets")
    ResponseEntity<byte[]> sheets(
            @PathVariable String code, @RequestParam(defaultValue = "") String way, Locale language) {
        PracticeClass held = door.own(code);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("debrief-sheets.pdf")
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(sheets.printed(held, debriefs.of(held, way), language));
    }
}
