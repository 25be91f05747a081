package org.tasuki.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.people.PasswordCodes;
import org.tasuki.people.PasswordRule;
import org.tasuki.people.SignInAct;
import org.tasuki.people.SignedIn;
import org.tasuki.web.Notice;

/**
 * Choosing one's first password, or another for a forgotten one, with the code that an administrator has handed over. The same
 * answer whether there is no such account, no code for it, or another.
 */
@Controller
class PasswordChoiceController {

    static final String PAGE = "/sign-in/password";
    private static final String VIEW = "people/choose-password";

    private final PasswordCodes codes;
    private final PasswordRule rule;
    private final PasswordEncoder passwords;
    private final SignInFailed failed;
    private final SignInPace pace;
    private final ObjectProvider<ProviderSignIn> provider;
    private final ApplicationEventPublisher trail;

    PasswordChoiceController(
            PasswordCodes codes,
            PasswordRule rule,
            PasswordEncoder passwords,
            SignInFailed failed,
            SignInPace pace,
            ObjectProvider<ProviderSignIn> provider,
            ApplicationEventPublisher trail) {
        this.codes = codes;
        this.rule = rule;
        this.passwords = passwords;
        this.failed = failed;
        this.pace = pace;
        this.provider = provider;
        this.trail = trail;
    }

    @GetMapping(PAGE)
    String page(Model model) {
        return shown(Sheet.empty(), model);
    }

    @PostMapping(PAGE)
    ModelAndView choose(
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash,
            HttpServletRequest request) {
        Sheet sheet = new Sheet(typed);
        // The names of the account's person are not looked at yet: the answer would tell them.
        sheet.mustHaveGoodPassword(rule, List.of(sheet.text("username")));
        if (sheet.problems() == 0 && chosen(sheet, request)) {
            flash.addFlashAttribute("notice", Notice.done("people.choose.done"));
            return new ModelAndView("redirect:/sign-in");
        }
        return new ModelAndView(shown(sheet, model), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private boolean chosen(Sheet sheet, HttpServletRequest request) {
        String account = sheet.text("username");
        Optional<SignedIn> person =
                Sheet.ACCOUNT.matcher(account).matches() ? codes.owner(account, sheet.text("code")) : Optional.empty();
        person.ifPresent(known -> sheet.mustHaveGoodPassword(rule, PasswordController.names(known)));
        if (sheet.problems() > 0) {
            return false;
        }
        boolean chosen = person.isPresent()
                && codes.choose(person.get(), sheet.text("code"), passwords.encode(sheet.password()));
        if (chosen) {
            pace.succeeded(SignInGate.tryOf(request));
        } else {
            sheet.add("code", "people.choose.refused");
            trail.publishEvent(SignInAct.PASSWORD_CODE_REFUSED.at(account, Map.of()));
            failed.count(request);
        }
        return chosen;
    }

    private String shown(Sheet sheet, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("here", PAGE);
        model.addAttribute("byProvider", provider.getIfAvailable() != null);
        return VIEW;
    }
}
