package org.tasuki.casefile.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.Comments;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** Comments on a case: written, and withdrawn. */
@Controller
class CommentController {

    private static final String TAB = "comments";

    private final CaseDoor door;
    private final CasePages pages;
    private final CommentsTab tab;
    private final Comments comments;

    CommentController(CaseDoor door, CasePages pages, CommentsTab tab, Comments comments) {
        this.door = door;
        this.pages = pages;
        this.tab = tab;
        this.comments = comments;
    }

    @PostMapping("/cases/{number}/comments")
    ModelAndView write(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable List<String> mentions,
            Locale language,
            RedirectAttributes flash) {
        CaseFile file = enter(number);
        Set<String> called = mentions == null ? Set.of() : Set.copyOf(mentions);
        CommentEntry refused = tab.write(file, text, called, language);
        if (refused == null) {
            return done(file, "casefile.comments.saved", flash);
        }
        Map<String, Object> page = pages.page(file, TAB, null, language);
        page.put("entry", refused);
        page.put("here", path(file));
        return new ModelAndView("casefile/case", page, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Somebody else's, and what is no comment at all, is not there to be withdrawn. */
    @PostMapping("/cases/{number}/comments/{comment}/withdrawal")
    ModelAndView withdraw(@PathVariable String number, @PathVariable long comment, RedirectAttributes flash) {
        CaseFile file = enter(number);
        if (!comments.withdraw(file, comment)) {
            throw new NotFound();
        }
        return done(file, "casefile.comments.withdrawn", flash);
    }

    private CaseFile enter(String number) {
        CaseFile file = door.enter(number, TAB);
        if (!pages.tabs(file).contains(TAB)) {
            throw new NotFound();
        }
        return file;
    }

    private static ModelAndView done(CaseFile file, String said, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", Notice.done(said));
        return new ModelAndView("redirect:" + path(file));
    }

    private static String path(CaseFile file) {
        return "/cases/" + file.number() + "/comments";
    }
}
