package org.tasuki.people.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.dao.DataIntegrityViolationException;
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
import org.tasuki.people.Right;
import org.tasuki.people.Rights;
import org.tasuki.people.Role;
import org.tasuki.people.SignedIn;
import org.tasuki.web.Notice;

/** One account, and what its center's administrator may do to it. */
@Controller
class AccountController {

    private final Accounts accounts;
    private final TheirAccounts theirs;
    private final AccountPages people;
    private final DirectoryPages pages;
    private final Rights rights;

    AccountController(
            Accounts accounts, TheirAccounts theirs, AccountPages people, DirectoryPages pages, Rights rights) {
        this.accounts = accounts;
        this.theirs = theirs;
        this.people = people;
        this.pages = pages;
        this.rights = rights;
    }

    @GetMapping("/accounts/{id}")
    String one(@PathVariable String id, Locale language, Model model) {
        people.one(theirs.of(id), language, model);
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
        AccountSheet sheet = AccountSheet.change(typed, pages.agencies(), pages.sections(), person);
        if (theirs.isMine(id) && sheet.roles().stream().noneMatch(rights.holders(Right.MANAGE_DIRECTORY)::contains)) {
            sheet.sheet().add("roles", "people.problem.roles.ownAdmin");
        }
        if (sheet.problems() > 0 || !changed(person, sheet)) {
            pages.change(person, sheet.sheet(), language, model);
            model.addAttribute("here", "/accounts/" + id + "/change");
            return new ModelAndView("people/change-account", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.addFlashAttribute("notice", Notice.done("people.accounts.changed", id));
        return new ModelAndView(AccountNews.BACK);
    }

    private boolean changed(SignedIn person, AccountSheet sheet) {
        try {
            accounts.change(person, sheet.name(), sheet.roles(), sheet.agencyKey(), sheet.section());
            return true;
        } catch (DataIntegrityViolationException gone) {
            sheet.sheet().add("section", "people.problem.section"); // a colleague removed it meanwhile
            return false;
        }
    }

    @GetMapping("/accounts/{id}/closure")
    String closing(@PathVariable String id, Locale language, Model model) {
        people.one(theirs.of(id), language, model);
        return "people/close-account";
    }

    @PostMapping("/accounts/{id}/closure")
    String close(@PathVariable String id, RedirectAttributes flash) {
        theirs.of(id);
        if (theirs.isMine(id)) {
            return AccountNews.told("people.accounts.notYourself", flash);
        }
        accounts.close(id);
        return AccountNews.done("people.accounts.closed", id, flash);
    }

    @PostMapping("/accounts/{id}/reopening")
    String reopen(@PathVariable String id, RedirectAttributes flash) {
        theirs.of(id);
        accounts.reopen(id);
        return AccountNews.done("people.accounts.reopened", id, flash);
    }

    private Sheet sheet(SignedIn person) {
        return Sheet.of(Map.of(
                "ja", List.of(person.name().ja()),
                "en", List.of(person.name().en()),
                "section", List.of(accounts.section(person.getUsername()).orElse("")),
                "agency", List.of(Objects.requireNonNullElse(person.actor().agency(), "")),
                "roles", person.roles().stream().map(Role::key).toList()));
    }
}
