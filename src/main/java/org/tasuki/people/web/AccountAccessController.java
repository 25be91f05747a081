package org.tasuki.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.people.PasswordCodes;
import org.tasuki.people.ProviderAccounts;
import org.tasuki.people.SignInAct;
import org.tasuki.people.SignedIn;
import org.tasuki.people.factors.SecondFactors;

/** How somebody gets in by an account, and how that ends: what its center's administrator may do about it. */
@Controller
class AccountAccessController {

    static final String CODE = "people/password-code";
    private final PasswordCodes codes;
    private final SecondFactors factors;
    private final ProviderAccounts links;
    private final OwnSessions sessions;
    private final TheirAccounts theirs;
    private final ApplicationEventPublisher trail;

    AccountAccessController(
            PasswordCodes codes,
            SecondFactors factors,
            ProviderAccounts links,
            OwnSessions sessions,
            TheirAccounts theirs,
            ApplicationEventPublisher trail) {
        this.codes = codes;
        this.factors = factors;
        this.links = links;
        this.sessions = sessions;
        this.theirs = theirs;
        this.trail = trail;
    }

    /** For a first password, or another for a forgotten one: shown here, once, and handed over. */
    @PostMapping("/accounts/{id}/password-code")
    String code(@PathVariable String id, Locale language, Model model, RedirectAttributes flash) {
        SignedIn person = theirs.of(id);
        if (theirs.isMine(id) || !person.enabled()) {
            return AccountNews.told(
                    theirs.isMine(id) ? "people.accounts.code.notYourself" : "people.accounts.code.closed", flash);
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
            return AccountNews.told("people.accounts.sessions.notYourself", flash);
        }
        String ended = String.valueOf(sessions.endAll(Set.of(id), here));
        trail.publishEvent(SignInAct.ACCOUNT_SIGNED_OUT.with(Map.of("account", id, "count", ended)));
        return AccountNews.done("people.accounts.sessions.ended", ended, flash);
    }

    /** For whoever has lost the telephone. Asked in person or by telephone: the administrator knows the voice. */
    @PostMapping("/accounts/{id}/factors/reset")
    String resetFactors(@PathVariable String id, RedirectAttributes flash) {
        theirs.of(id);
        if (theirs.isMine(id)) {
            return AccountNews.told("people.accounts.factors.notYourself", flash);
        }
        factors.reset(id);
        return AccountNews.done("people.accounts.factors.done", id, flash);
    }

    /** Somebody else has got the account's name at the identity provider, or the person another number there. */
    @PostMapping("/accounts/{id}/unlinking")
    String unlink(@PathVariable String id, RedirectAttributes flash) {
        theirs.of(id);
        links.unlink(id);
        return AccountNews.done("people.accounts.unlinked", id, flash);
    }
}
