package org.tasuki.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
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
import org.tasuki.people.Accounts;
import org.tasuki.people.PasswordCodes;
import org.tasuki.people.ProviderAccounts;
import org.tasuki.people.Role;
import org.tasuki.people.SignInAct;
import org.tasuki.people.SignedIn;
import org.tasuki.people.factors.SecondFactors;
import org.tasuki.web.Notice;

/** One account, and what its center's administrator may do to it. */
@Controller
class AccountController {

    static final String CODE = "people/password-code";
    private static final String BACK = "redirect:/accounts/{id}";

    private final Accounts accounts;
    private final PasswordCodes codes;
    private final SecondFactors factors;
    private final ProviderAccounts links;
    private final OwnSessions sessions;
    private final TheirAccounts theirs;
    private final DirectoryPages pages;
    private final ApplicationEventPublisher trail;

    AccountController(
            Accounts accounts,
            PasswordCodes codes,
            SecondFactors factors,
            ProviderAccounts links,
            OwnSessions sessions,
            TheirAccounts theirs,
            DirectoryPages pages,
            ApplicationEventPublisher trail) {
        this.accounts = accounts;
        this.codes = codes;
        this.factors = factors;
        this.links = links;
        this.sessions = sessions;
        this.theirs = theirs;
        this.pages = pages;
        this.trail = trail;
    }

    @GetMapping("/accounts/{id}")
    String one(@PathVariable String id, Locale language, Model model) {
        pages.one(theirs.of(id), language, model);
        return "people/account";
    }

    @GetMapping("/accounts/{id}/change")
    String change(@PathVariable String id, Locale language, Model model) {
        SignedIn person = theirs.of(id);
        pages.change(person, sheet(person), language, model);
        return "people/change-account";
    }

    @PostMapping("/accounts/{id}/change")
    ModelAndView change(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            Locale language,
            Model model,
            RedirectAttributes flash) {
        SignedIn person = theirs.of(id);
        AccountSheet sheet = AccountSheet.change(typed, pages.agencies(), person);
        if (theirs.isMine(id) && !sheet.roles().contains(Role.ADMIN)) {
            sheet.sheet().add("roles", "people.problem.roles.ownAdmin");
        }
        if (sheet.problems() > 0) {
            pages.change(person, sheet.sheet(), language, model);
            model.addAttribute("here", "/accounts/" + id + "/change");
            return new ModelAndView("people/change-account", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        accounts.change(person, sheet.name(), sheet.roles(), sheet.agencyKey());
        flash.addFlashAttribute("notice", Notice.done("people.accounts.changed", id));
        return new ModelAndView(BACK);
    }

    /** For a first password, or another for a forgotten one: shown here, once, and handed over. */
    @PostMapping("/accounts/{id}/password-code")
    String code(@PathVariable String id, Locale language, Model model, RedirectAttributes flash) {
        SignedIn person = theirs.of(id);
        if (theirs.isMine(id) || !person.enabled()) {
            return told(theirs.isMine(id) ? "people.accounts.code.notYourself" : "people.accounts.code.closed", flash);
        }
        show(person, codes.issue(id), language, model);
        return CODE;
    }

    static void show(SignedIn person, String code, Locale language, Model model) {
        model.addAttribute("account", person.getUsername());
        model.addAttribute("name", person.nameIn(language));
        model.addAttribute("code", code);
        model.addAttribute("here", "/accounts/" + person.getUsername());
    }

    @PostMapping("/accounts/{id}/sessions/end")
    String endSessions(@PathVariable String id, HttpServletRequest here, RedirectAttributes flash) {
        theirs.of(id);
        if (theirs.isMine(id)) {
            return told("people.accounts.sessions.notYourself", flash);
        }
        String ended = String.valueOf(sessions.endAll(Set.of(id), here));
        trail.publishEvent(SignInAct.ACCOUNT_SIGNED_OUT.with(Map.of("account", id, "count", ended)));
        return done("people.accounts.sessions.ended", ended, flash);
    }

    /** For whoever has lost the telephone. Asked in person or by telephone: the administrator knows the voice. */
    @PostMapping("/accounts/{id}/factors/reset")
    String resetFactors(@PathVariable String id, RedirectAttributes flash) {
        theirs.of(id);
        if (theirs.isMine(id)) {
            return told("people.accounts.factors.notYourself", flash);
        }
        factors.reset(id);
        return done("people.accounts.factors.done", id, flash);
    }

    /** Somebody else has got the account's name at the identity provider, or the person another number there. */
    @PostMapping("/accounts/{id}/unlinking")
    String unlink(@PathVariable String id, RedirectAttributes flash) {
        theirs.of(id);
        links.unlink(id);
        return done("people.accounts.unlinked", id, flash);
    }

    @GetMapping("/accounts/{id}/closure")
    String closing(@PathVariable String id, Locale language, Model model) {
        pages.one(theirs.of(id), language, model);
        return "people/close-account";
    }

    @PostMapping("/accounts/{id}/closure")
    String close(@PathVariable String id, RedirectAttributes flash) {
        theirs.of(id);
        if (theirs.isMine(id)) {
            return told("people.accounts.notYourself", flash);
        }
        accounts.close(id);
        return done("people.accounts.closed", id, flash);
    }

    @PostMapping("/accounts/{id}/reopening")
    String reopen(@PathVariable String id, RedirectAttributes flash) {
        theirs.of(id);
        accounts.reopen(id);
        return done("people.accounts.reopened", id, flash);
    }

    private static String done(String key, String value, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", Notice.done(key, value));
        return BACK;
    }

    private static String told(String key, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", Notice.caution(key));
        return BACK;
    }

    private static Sheet sheet(SignedIn person) {
        return Sheet.of(Map.of(
                "ja", List.of(person.name().ja()),
                "en", List.of(person.name().en()),
                "agency", List.of(Objects.requireNonNullElse(person.actor().agency(), "")),
                "roles", person.roles().stream().map(Role::key).toList()));
    }
}
