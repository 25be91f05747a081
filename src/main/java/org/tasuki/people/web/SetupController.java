package org.tasuki.people.web;

import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.people.OfficeOpening;
import org.tasuki.people.Offices.Center;
import org.tasuki.people.PasswordRule;
import org.tasuki.people.SetupLinks;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** Where the one-time link of a new installation leads. A link that is used up or too old leads nowhere. */
@Controller
class SetupController {

    private static final String PAGE = "people/setup";

    private final SetupLinks links;
    private final OfficeOpening opening;
    private final PasswordRule rule;

    SetupController(SetupLinks links, OfficeOpening opening, PasswordRule rule) {
        this.links = links;
        this.opening = opening;
        this.rule = rule;
    }

    @GetMapping("/setup/{token}")
    String page(@PathVariable String token, Model model) {
        mustOpen(token);
        model.addAttribute("sheet", Sheet.empty());
        return PAGE;
    }

    @PostMapping("/setup/{token}")
    ModelAndView open(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        mustOpen(token);
        Sheet sheet = read(typed);
        if (sheet.problems() > 0) {
            model.addAttribute("sheet", sheet);
            model.addAttribute("here", "/setup/" + token);
            return new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Center center = new Center(sheet.text("key"), sheet.text("prefix"), sheet.name("centerJa", "centerEn"));
        if (!opening.open(token, center, sheet.text("account"), sheet.name("ja", "en"), sheet.password())) {
            throw new NotFound();
        }
        flash.addFlashAttribute("notice", Notice.done("people.setup.done", sheet.text("account")));
        return new ModelAndView("redirect:/sign-in");
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

    private void mustOpen(String token) {
        if (!links.opens(token)) {
            throw new NotFound();
        }
    }
}
