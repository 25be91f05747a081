package org.tasuki.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tasuki.people.Accounts;
import org.tasuki.people.PasswordCodes;
import org.tasuki.people.SignInAct;
import org.tasuki.people.SignedIn;
import org.tasuki.web.Notice;

/** The administrator's list of who may sign in, at the center and at its agencies. */
@Controller
class AccountsController {

    private final Accounts accounts;
    private final PasswordCodes codes;
    private final OwnSessions sessions;
    private final TheirAccounts theirs;
    private final AccountPages people;
    private final DirectoryPages pages;
    private final ObjectProvider<ProviderSignIn> provider;
    private final ApplicationEventPublisher trail;

    AccountsController(
            Accounts accounts,
            PasswordCodes codes,
            OwnSessions sessions,
            TheirAccounts theirs,
            AccountPages people,
            DirectoryPages pages,
            ObjectProvider<ProviderSignIn> provider,
            ApplicationEventPublisher trail) {
        this.accounts = accounts;
        this.codes = codes;
        this.sessions = sessions;
        this.theirs = theirs;
        this.people = people;
        this.pages = pages;
        this.provider = provider;
        this.trail = trail;
    }

    @GetMapping("/accounts")
    String all(Locale language, Model model) {
        people.list("", 1, language, model);
        return "people/accounts";
    }

    /** Sent and not linked: a name that is looked for belongs in no address. */
    @PostMapping("/accounts/search")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") String page,
            Locale language,
            Model model) {
        people.list(q.strip(), page.matches("\\d{1,4}") ? Integer.parseInt(page) : 1, language, model);
        model.addAttribute("here", "/accounts");
        return "people/accounts";
    }

    @GetMapping("/accounts/new")
    String fresh(Locale language, Model model) {
        pages.account(Sheet.empty(), language, model);
        return "people/new-account";
    }

    /** With its code for a first password; where people come by the identity provider, only when the administrator wants one. */
    @PostMapping("/accounts")
    ModelAndView add(
            @RequestParam MultiValueMap<String, String> typed, Locale language, Model model, RedirectAttributes flash) {
        AccountSheet sheet = AccountSheet.read(typed, pages.agencies(), pages.sections());
        if (sheet.problems() > 0 || !added(sheet)) {
            pages.account(sheet.sheet(), language, model);
            model.addAttribute("here", "/accounts/new");
            return new ModelAndView("people/new-account", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (provider.getIfAvailable() != null) {
            flash.addFlashAttribute("notice", Notice.done("people.accounts.added", sheet.account()));
            return new ModelAndView("redirect:/accounts/" + sheet.account());
        }
        AccountAccessController.show(theirs.of(sheet.account()), codes.issue(sheet.account()), language, model);
        return new ModelAndView(AccountAccessController.CODE);
    }

    private boolean added(AccountSheet sheet) {
        try {
            accounts.add(sheet.account(theirs.center(), codes.hashOfNone()));
            return true;
        } catch (DuplicateKeyException taken) {
            sheet.sheet().add("account", "people.problem.accountTaken");
            return false;
        } catch (DataIntegrityViolationException gone) {
            sheet.sheet().add("section", "people.problem.section"); // a colleague removed it meanwhile
            return false;
        }
    }

    @GetMapping("/accounts/sessions")
    String sessions(Locale language, Model model) {
        model.addAttribute("people", accounts.around(theirs.center()).size());
        model.addAttribute("signedIn", sessions.count(everybody()));
        return "people/end-all-sessions";
    }

    /** For the day on which nobody knows who is in: only the desk that asks stays. */
    @PostMapping("/accounts/sessions/end")
    String endAll(HttpServletRequest here, RedirectAttributes flash) {
        String ended = String.valueOf(sessions.endAll(everybody(), here));
        trail.publishEvent(SignInAct.CENTER_SIGNED_OUT.with(Map.of("count", ended)));
        flash.addFlashAttribute("notice", Notice.done("people.accounts.sessions.endedAll", ended));
        return "redirect:/accounts";
    }

    private Set<String> everybody() {
        return accounts.around(theirs.center()).stream()
                .map(SignedIn::getUsername)
                .collect(Collectors.toSet());
    }
}
