package org.tasuki.debrief.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.tasuki.debrief.Comparison;
import org.tasuki.debrief.Debriefs;
import org.tasuki.debrief.Group;
import org.tasuki.people.Acting;
import org.tasuki.practice.PracticeClass;
import org.tasuki.practice.Seats;
import org.tasuki.web.NotFound;

/** Somebody of a class looks back at what their own group did, once the trainer lets them; at nobody else's. */
@Controller
class OwnDebriefController {

    private static final String PATH = "/practice/seat/debrief";

    private final Seats seats;
    private final Debriefs debriefs;
    private final ComparisonPages comparison;
    private final GroupPages groups;
    private final Sheets sheets;
    private final Acting acting;

    OwnDebriefController(
            Seats seats,
            Debriefs debriefs,
            ComparisonPages comparison,
            GroupPages groups,
            Sheets sheets,
            Acting acting) {
        this.seats = seats;
        this.debriefs = debriefs;
        this.comparison = comparison;
        this.groups = groups;
        this.sheets = sheets;
        this.acting = acting;
    }

    @GetMapping(PATH)
    String all(Locale language, Model model) {
        PracticeClass held = joined();
        Comparison own = debriefs.of(own(held), way(held));
        comparison.show(held, own, language, model);
        model.addAttribute("account", me());
        return "debrief/own";
    }

    @GetMapping(PATH + "/{number}")
    String one(@PathVariable String number, Locale language, Model model) {
        PracticeClass held = joined();
        Group group = own(held).stream()
                .filter(one -> one.number().value().equals(number))
                .findFirst()
                .orElseThrow(NotFound::new);
        groups.show(held, group, debriefs.of(group, way(held)), language, model);
        model.addAttribute("own", true);
        return "debrief/group";
    }

    /** Written down as any paper that leaves the house. */
    @PostMapping(PATH + "/sheets/{account}")
    ResponseEntity<byte[]> sheet(@PathVariable String account, Locale language) {
        PracticeClass held = joined();
        if (!account.equals(me())) {
            throw new NotFound();
        }
        byte[] printed = sheets.printed(held, debriefs.of(own(held), way(held)), account, language)
                .orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("debrief-sheet.pdf")
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(printed);
    }

    private PracticeClass joined() {
        return seats.classOf(me()).filter(PracticeClass::debriefs).orElseThrow(NotFound::new);
    }

    private List<Group> own(PracticeClass held) {
        String me = me();
        return debriefs.groups(held).stream().filter(group -> group.isOf(me)).toList();
    }

    private static String way(PracticeClass held) {
        return Objects.requireNonNullElse(held.debriefWay(), "");
    }

    private String me() {
        return acting.current().account();
    }
}
