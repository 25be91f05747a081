package org.tasuki.casefile.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.Comments;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** The pages of a case. */
@Controller
class CaseController {

    private final CaseDoor door;
    private final CasePages pages;
    private final ContactEntry contactEntry;
    private final Comments comments;

    CaseController(CaseDoor door, CasePages pages, ContactEntry contactEntry, Comments comments) {
        this.door = door;
        this.pages = pages;
        this.contactEntry = contactEntry;
        this.comments = comments;
    }

    @GetMapping("/cases/{number}")
    String first(@PathVariable String number, Locale language, Model model) {
        CaseFile file = door.enter(number, CaseDoor.FIRST_PAGE);
        if (file.erased()) {
            model.addAllAttributes(pages.erased(file, language));
            return "casefile/erased";
        }
        model.addAllAttributes(pages.page(file, pages.tabs(file).get(0), null, language));
        return "casefile/case";
    }

    @GetMapping("/cases/{number}/{tab}")
    String tab(
            @PathVariable String number,
            @PathVariable String tab,
            @RequestParam(required = false) @Nullable String process,
            @RequestParam(required = false) @Nullable String before,
            Locale language,
            Model model) {
        CaseFile file = visible(number, tab);
        model.addAllAttributes(pages.page(file, tab, process, language));
        if (tab.equals("access")) {
            model.addAllAttributes(pages.access(file, AuditTrail.before(before), language));
        }
        if (tab.equals("comments")) {
            comments.read(file.number()); // as the visit itself is noted
        }
        return "casefile/case";
    }

    @GetMapping("/cases/{number}/documents/{answer}")
    String document(@PathVariable String number, @PathVariable long answer, Locale language, Model model) {
        CaseFile file = visible(number, "documents");
        model.addAllAttributes(pages.document(file, answer, language).orElseThrow(NotFound::new));
        return "casefile/document";
    }

    @PostMapping("/cases/{number}/contacts")
    String note(
            @PathVariable String number,
            @RequestParam(name = "with", defaultValue = "") String withWhom,
            @RequestParam(defaultValue = "") String text,
            Locale language,
            Model model,
            RedirectAttributes flash) {
        CaseFile file = visible(number, "contacts");
        @Nullable String problem = contactEntry.note(file, withWhom, text, language);
        if (problem == null) {
            flash.addFlashAttribute("notice", Notice.done("casefile.contacts.saved"));
            return "redirect:/cases/" + file.number() + "/contacts";
        }
        model.addAllAttributes(pages.page(file, "contacts", null, language));
        model.addAttribute("typed", new ContactEntry.Typed(withWhom, text, problem));
        model.addAttribute("here", "/cases/" + file.number() + "/contacts");
        return "casefile/case";
    }

    private CaseFile visible(String number, String page) {
        if (!CasePages.TABS.contains(page)) {
            throw new NotFound();
        }
        CaseFile file = door.enter(number, page);
        if (!pages.tabs(file).contains(page)) {
            throw new NotFound();
        }
        return file;
    }
}
