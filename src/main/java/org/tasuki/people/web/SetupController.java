package org.tasuki.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.people.OfficeOpening;
import org.tasuki.people.Offices.Center;
import org.tasuki.people.PasswordRule;
import org.tasuki.people.SetupCodes;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** A new installation's first page: whoever has started it types the code that the terminal shows. Later it leads nowhere. */
@Controller
class SetupController {

    static final String PAGE = "/setup";
    private static final String VIEW = "people/setup";

    private final SetupCodes codes;
    private final OfficeOpening opening;
    private final PasswordRule rule;
    private final SignInFailed failed;

    SetupController(SetupCodes codes, OfficeOpening opening, PasswordRule rule, SignInFailed failed) {
        this.codes = codes;
        this.opening = opening;
        this.rule = rule;
        this.failed = failed;
    }

    @GetMapping(PAGE)
    String page(Model model) {
        mustBeAsked();
        model.addAttribute("sheet", Sheet.empty());
        return VIEW;
    }

    @PostMapping(PAGE)
    ModelAndView open(
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash,
            HttpServletRequest request) {
        mustBeAsked();
        Sheet sheet = read(typed);
        if (sheet.problems() == 0 && opened(sheet, request)) {
            flash.addFlashAttribute("notice", Notice.done("people.setup.done", sheet.text("account")));
            return new ModelAndView("redirect:/sign-in");
        }
        model.addAttribute("sheet", sheet);
        model.addAttribute("here", PAGE);
        return new ModelAndView(VIEW, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private boolean opened(Sheet sheet, HttpServletRequest request) {
        Center center = new Center(sheet.text("key"), sheet.text("prefix"), sheet.name("centerJa", "centerEn"));
        if (opening.open(sheet.text("code"), center, sheet.text("account"), sheet.name("ja", "en"), sheet.password())) {
            return true;
        }
        mustBeAsked();
        sheet.add("code", "people.setup.code.wrong");
        failed.count(request);
        return false;
    }

    private Sheet read(MultiValueMap<String, String> typed) {
        Sheet sheet = new Sheet(typed);
        sheet.mustBeNamed("centerJa", "centerEn");
        sheet.mustMatch("key", Sheet.KEY, "people.problem.key");
        sheet.mustMatch("prefix", Sheet.PREFIX, "people.problem.prefix");
        sheet.mustMatch("account", Sheet.ACCOUNT, "people.problem.account");
        sheet.mustBeNamed("ja", "en");
        sheet.mustHaveGoodPassword(
                rule,
                Stream.of("account", "ja", "en", "centerJa", "centerEn", "key")
                        .map(sheet::text)
                        .toList());
        return sheet;
    }

    private void mustBeAsked() {
        if (!codes.areAsked()) {
            throw new NotFound();
        }
    }
}
