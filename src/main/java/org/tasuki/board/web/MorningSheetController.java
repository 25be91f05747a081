package org.tasuki.board.web;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.paper.Paper;
import org.tasuki.people.Acting;
import org.tasuki.people.Offices;
import org.tasuki.web.Dates;

/** The morning sheet (朝の進行管理表): the board as it is now, on paper. It names no child. */
@Controller
class MorningSheetController {

    private final BoardPages pages;
    private final Paper paper;
    private final Dates dates;
    private final AuditTrail trail;
    private final Acting acting;
    private final Offices offices;

    MorningSheetController(
            BoardPages pages, Paper paper, Dates dates, AuditTrail trail, Acting acting, Offices offices) {
        this.pages = pages;
        this.paper = paper;
        this.dates = dates;
        this.trail = trail;
        this.acting = acting;
        this.offices = offices;
    }

    /** What is taken out of the house is written down, so that no link prints it by the way. */
    @PostMapping("/board/sheet")
    ResponseEntity<byte[]> print(Locale language) {
        ExtendedModelMap facts = new ExtendedModelMap();
        pages.board(BoardView.of(null, null, null), language, facts);
        facts.addAttribute("dates", dates);
        facts.addAttribute("office", office(language));
        byte[] printed = paper.of("board/sheet", facts, language);
        trail.noteAlone(Act.BOARD_PRINTED, null, Map.of());
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("morning-sheet.pdf")
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(printed);
    }

    private String office(Locale language) {
        String center = acting.current().center();
        return center == null
                ? ""
                : offices.center(center).map(found -> found.name().in(language)).orElse(center);
    }
}
