package org.tasuki.people.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.people.Offices;
import org.tasuki.people.Offices.Agency;
import org.tasuki.people.Right;
import org.tasuki.people.Rights;
import org.tasuki.people.Role;
import org.tasuki.people.SignedIn;
import org.tasuki.web.NavigationEntry;

/** The administrator's forms as their templates draw them. */
@Component
class DirectoryPages {

    private final Offices offices;
    private final RoleNames roles;
    private final TheirAccounts theirs;

    DirectoryPages(Offices offices, RoleNames roles, TheirAccounts theirs) {
        this.offices = offices;
        this.roles = roles;
        this.theirs = theirs;
    }

    record Option(String value, String label) {}

    @Bean
    @Order(90)
    static NavigationEntry accountsEntry(Rights rights) {
        return new NavigationEntry("/accounts", "people.accounts.title", rights.holderKeys(Right.MANAGE_DIRECTORY));
    }

    void account(Sheet sheet, Locale language, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("roles", options(Role::ofOffice, language));
        model.addAttribute(
                "agencies",
                agencies().stream()
                        .map(agency -> new Option(agency.key(), agency.name().in(language)))
                        .toList());
    }

    void change(SignedIn person, Sheet sheet, Locale language, Model model) {
        account(sheet, language, model);
        model.addAttribute("account", person.getUsername());
        model.addAttribute("atAgency", person.actor().agency() != null);
    }

    void agency(Sheet sheet, Locale language, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("kinds", options(Role::ofAgency, language));
    }

    List<Agency> agencies() {
        return offices.agencies(
                theirs.center(),
                Arrays.stream(Role.values()).filter(Role::ofAgency).toList());
    }

    private List<Option> options(Predicate<Role> which, Locale language) {
        return Arrays.stream(Role.values())
                .filter(which)
                .map(role -> new Option(role.key(), roles.of(role, language)))
                .toList();
    }
}
