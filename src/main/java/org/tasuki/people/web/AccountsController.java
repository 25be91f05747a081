package org.tasuki.people.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.crypto.password.PasswordEncoder;
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
import org.tasuki.people.Acting;
import org.tasuki.people.PasswordRule;
import org.tasuki.people.ProviderAccounts;
import org.tasuki.people.SignedIn;
import org.tasuki.people.factors.SecondFactors;
import org.tasuki.web.NotFound;
import org.tasuki.web.Notice;

/** The administrator's list of who may sign in, at the center and at its agencies. */
@Controller
class AccountsController {

    private final Accounts accounts;
    private final SecondFactors factors;
    private final ProviderAccounts links;
    private final DirectoryPages pages;
    private final PasswordEncoder passwords;
    private final PasswordRule rule;
    private final Acting acting;

    AccountsController(
            Accounts accounts,
            SecondFactors factors,
            ProviderAccounts links,
            DirectoryPages pages,
            PasswordEncoder passwords,
            PasswordRule rule,
            Acting acting) {
        this.accounts = accounts;
        this.factors = factors;
        this.links = links;
        this.pages = pages;
        this.passwords = passwords;
        this.rule = rule;
        this.acting = acting;
    }

    @GetMapping("/accounts")
    String all(Locale language, Model model) {
        pages.list(center(), acting.current().account(), language, model);
        return "people/accounts";
    }

    @GetMapping("/accounts/new")
    String fresh(Locale language, Model model) {
        pages.account(center(), Sheet.empty(), language, model);
        return "people/new-account";
    }

    @PostMapping("/accounts")
    ModelAndView add(
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal SignedIn me,
            Locale language,
            Model model,
            RedirectAttributes flash) {
        AccountSheet sheet = AccountSheet.read(
                typed,
                pages.agencies(center()),
                rule,
                List.of(center(), me.place().ja(), me.place().en()));
        if (sheet.problems() == 0 && added(sheet)) {
            flash.addFlashAttribute("notice", Notice.done("people.accounts.added", sheet.account()));
            return new ModelAndView("redirect:/accounts");
        }
        pages.account(center(), sheet.sheet(), language, model);
        model.addAttribute("here", "/accounts/new");
        return new ModelAndView("people/new-account", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/accounts/{id}/closure")
    String close(@PathVariable String id, RedirectAttributes flash) {
        mustBeOurs(id);
        if (id.equals(acting.current().account())) {
            flash.addFlashAttribute("notice", Notice.caution("people.accounts.notYourself"));
            return "redirect:/accounts";
        }
        accounts.close(id);
        flash.addFlashAttribute("notice", Notice.done("people.accounts.closed", id));
        return "redirect:/accounts";
    }

    @PostMapping("/accounts/{id}/reopening")
    String reopen(@PathVariable String id, RedirectAttributes flash) {
        mustBeOurs(id);
        accounts.reopen(id);
        flash.addFlashAttribute("notice", Notice.done("people.accounts.reopened", id));
        return "redirect:/accounts";
    }

    /** For whoever has lost the telephone. Asked in person or by telephone: the administrator knows the voice. */
    @PostMapping("/accounts/{id}/factors/reset")
    String resetFactors(@PathVariable String id, RedirectAttributes flash) {
        mustBeOurs(id);
        if (id.equals(acting.current().account())) {
            flash.addFlashAttribute("notice", Notice.caution("people.accounts.factors.notYourself"));
            return "redirect:/accounts";
        }
        factors.reset(id);
        flash.addFlashAttribute("notice", Notice.done("people.accounts.factors.done", id));
        return "redirect:/accounts";
    }

    /** Somebody else has got the account's name at the identity provider, or the person another number there. */
    @PostMapping("/accounts/{id}/unlinking")
    String unlink(@PathVariable String id, RedirectAttributes flash) {
        mustBeOurs(id);
        links.unlink(id);
        flash.addFlashAttribute("notice", Notice.done("people.accounts.unlinked", id));
        return "redirect:/accounts";
    }

    private boolean added(AccountSheet sheet) {
        try {
            accounts.add(sheet.account(center(), passwords));
            return true;
        } catch (DuplicateKeyException taken) {
            sheet.sheet().add("account", "people.problem.accountTaken");
            return false;
        }
    }

    private void mustBeOurs(String id) {
        if (accounts.around(center()).stream().map(SignedIn::getUsername).noneMatch(id::equals)) {
            throw new NotFound();
        }
    }

    private String center() {
        @Nullable String center = acting.current().center();
        return Objects.requireNonNull(center, "an administrator without a center");
    }
}
