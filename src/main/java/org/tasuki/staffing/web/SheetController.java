package org.tasuki.staffing.web;

import java.util.Locale;
import java.util.Map;
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
import org.tasuki.casefile.Refusal;
import org.tasuki.casefile.web.CaseDoor;
import org.tasuki.paper.Paper;
import org.tasuki.staffing.HandingNotes;
import org.tasuki.staffing.NewHandingNote;
import org.tasuki.terms.Typing;
import org.tasuki.web.Dates;
import org.tasuki.web.NotAllowed;
import org.tasuki.web.Notice;

/** The sheet on which a case is handed over (引継書): on screen, with what its writer adds, and on paper. */
@Controller
class SheetController {

    private static final String PAGE = "handing-sheet";

    private final CaseDoor door;
    private final HandingNotes notes;
    private final SheetPages pages;
    private final Paper paper;
    private final Dates dates;
    private final AuditTrail trail;

    SheetController(CaseDoor door, HandingNotes notes, SheetPages pages, Paper paper, Dates dates, AuditTrail trail) {
        this.door = door;
        this.notes = notes;
        this.pages = pages;
        this.paper = paper;
        this.dates = dates;
        this.trail = trail;
    }

    @GetMapping("/cases/{number}/handing-sheet")
    ModelAndView sheet(@PathVariable String number, Locale language) {
        return page(enter(number), SheetEntry.NOTHING, HttpStatus.OK, language);
    }

    @PostMapping("/cases/{number}/handing-sheet")
    ModelAndView write(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String lookOut,
            @RequestParam(defaultValue = "") String nextVisit,
            Locale language,
            RedirectAttributes flash) {
        CaseFile file = enter(number);
        try {
            notes.write(file, NewHandingNote.of(lookOut, nextVisit));
        } catch (Refusal refused) {
            SheetEntry entry = new SheetEntry(
                    Typing.visible(lookOut), Typing.visible(nextVisit), Map.of(refused.field(), refused.messageKey()));
            return page(file, entry, HttpStatus.UNPROCESSABLE_CONTENT, language);
        }
        flash.addFlashAttribute("notice", Notice.done("staffing.sheet.written"));
        return new ModelAndView("redirect:" + path(file));
    }

    @GetMapping("/cases/{number}/handing-sheet/paper")
    ResponseEntity<byte[]> print(@PathVariable String number, Locale language) {
        CaseFile file = enter(number);
        byte[] printed = paper.of(
                "staffing/sheet-paper", Map.of("sheet", pages.sheet(file, language), "dates", dates), language);
        notes.takenOut(file.number());
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename("handing-" + file.number() + ".pdf")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(printed);
    }

    private ModelAndView page(CaseFile file, SheetEntry entry, HttpStatus status, Locale language) {
        return new ModelAndView("staffing/sheet", Map.of("sheet", pages.sheet(file, language), "entry", entry), status)
                .addObject("here", path(file));
    }

    /** Between desks of the center: an agency sees what was handed to it, and not this. */
    private CaseFile enter(String number) {
        CaseFile file = door.enter(number, PAGE);
        if (!notes.allowed(file)) {
            trail.noteAlone(Act.ACCESS_REFUSED, file.number(), Map.of("page", PAGE));
            throw new NotAllowed();
        }
        return file;
    }

    private static String path(CaseFile file) {
        return "/cases/" + file.number() + "/" + PAGE;
    }
}
