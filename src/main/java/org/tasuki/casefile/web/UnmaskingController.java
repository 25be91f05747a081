package org.tasuki.casefile.web;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tasuki.casefile.Answers.Given;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.Refusal;
import org.tasuki.casefile.Unmasking;
import org.tasuki.casefile.UnmaskingReason;

/** Showing who notified. Only ever the answer to a form that was sent: no address shows it, and no reload without asking. */
@Controller
class UnmaskingController {

    private final CaseDoor door;
    private final CasePages pages;
    private final Unmasking unmasking;

    UnmaskingController(CaseDoor door, CasePages pages, Unmasking unmasking) {
        this.door = door;
        this.pages = pages;
        this.unmasking = unmasking;
    }

    @PostMapping("/cases/{number}/documents/{answer}/unmasking")
    ModelAndView show(
            @PathVariable String number,
            @PathVariable long answer,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String words,
            Locale language) {
        CaseFile file = door.enter(number, "documents");
        Given sheet = door.sheetToUnmask(file, answer);
        ModelAndView page = new ModelAndView("casefile/document");
        page.addObject("here", "/cases/" + file.number() + "/documents/" + answer);
        try {
            UnmaskingReason why = UnmaskingReason.of(reason, words);
            page.addAllObjects(pages.unmasked(file, sheet, unmasking.show(file, sheet, why), language));
        } catch (Refusal refusal) {
            var entry = new UnmaskingEntry(reason, words, Map.of(refusal.field(), refusal.messageKey()));
            page.addAllObjects(pages.document(file, sheet, entry, language));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }
}
