package org.tasuki.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.people.Accounts;
import org.tasuki.people.PasswordRule;
import org.tasuki.people.SignedIn;
import org.tasuki.web.Notice;

/** Changing one's own password: with the current one, so that nobody does it at a desk that was left open. */
@Controller
class PasswordController {

    private static final String PAGE = "people/password";

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Proving proving;
    private final OwnSessions sessions;
    private final PasswordRule rule;

    PasswordController(
            Accounts accounts, PasswordEncoder passwords, Proving proving, OwnSessions sessions, PasswordRule rule) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.proving = proving;
        this.sessions = sessions;
        this.rule = rule;
    }

    @GetMapping("/account/password")
    String page(Model model) {
        model.addAttribute("sheet", Sheet.empty());
        return PAGE;
    }

    @PostMapping("/account/password")
    ModelAndView change(
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal SignedIn me,
            Model model,
            RedirectAttributes flash,
            HttpServletRequest request,
            HttpServletResponse response) {
        String account = me.getUsername();
        Sheet sheet = new Sheet(typed);
        sheet.mustHaveGoodPassword(rule, names(me));
        if (sheet.problems() == 0) {
            checkCurrent(sheet, account);
        }
        if (sheet.problems() > 0) {
            model.addAttribute("sheet", sheet);
            return new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        accounts.changePassword(account, passwords.encode(sheet.password()));
        sessions.endOthers(account, request);
        proving.keep(Factors.PASSWORD, request, response);
        flash.addFlashAttribute("notice", Notice.done("people.password.done"));
        return new ModelAndView("redirect:/account/sessions");
    }

    /** What a password must not be made of. */
    static List<String> names(SignedIn me) {
        return List.of(
                me.getUsername(),
                me.name().ja(),
                me.name().en(),
                me.place().ja(),
                me.place().en());
    }

    private void checkCurrent(Sheet sheet, String account) {
        String current = Objects.requireNonNullElse(sheet.raw("current"), "");
        switch (proving.password(account, current)) {
            case PROVEN -> {
                if (current.equals(sheet.password())) {
                    sheet.add("password", "people.problem.password.unchanged");
                }
            }
            case WRONG -> sheet.add("current", "people.problem.password.current");
            case TOO_SOON -> sheet.add("current", "people.proof.tooSoon");
        }
    }
}
