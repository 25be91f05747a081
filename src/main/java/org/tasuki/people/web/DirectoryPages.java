package org.tasuki.people.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.people.Accounts;
import org.tasuki.people.Offices;
import org.tasuki.people.Offices.Agency;
import org.tasuki.people.Right;
import org.tasuki.people.Rights;
import org.tasuki.people.Role;
import org.tasuki.people.Sections;
import org.tasuki.people.Sections.Section;
import org.tasuki.people.SignedIn;
import org.tasuki.web.NavigationEntry;

/** The administrator's forms as their templates draw them. */
@Component
class DirectoryPages {

    private final Offices offices;
    private final Sections sections;
    private final Accounts accounts;
    private final RoleNames roles;
    private final TheirAccounts theirs;

    DirectoryPages(Offices offices, Sections sections, Accounts accounts, RoleNames roles, TheirAccounts theirs) {
        this.offices = offices;
        this.sections = sections;
        this.accounts = accounts;
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
        model.addAttribute(
                "sections",
                sections.of(theirs.center()).stream()
                        .map(one -> new Option(one.key(), one.name().in(language)))
                        .toList());
    }

    Set<String> sections() {
        return sections.of(theirs.center()).stream().map(Section::key).collect(Collectors.toSet());
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

    record SectionRow(String key, String name, @Nullable String supervisor, int people) {}

    void sections(Locale language, Model model) {
        Map<String, String> names = accounts.around(theirs.center()).stream()
                .collect(Collectors.toMap(SignedIn::getUsername, person -> person.nameIn(language)));
        model.addAttribute(
                "sections",
                sections.of(theirs.center()).stream()
                        .map(one -> new SectionRow(
                                one.key(),
                                one.name().in(language),
                                one.named().supervisor() == null
                                        ? null
                                        : names.get(one.named().supervisor()),
                                one.people()))
                        .toList());
    }

    void section(Section section, Sheet sheet, Locale language, Model model) {
        section(sheet, language, model);
        model.addAttribute("key", section.key());
        model.addAttribute("name", section.name().in(language));
        model.addAttribute("people", section.people());
    }

    void section(Sheet sheet, Locale language, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute(
                "supervisors",
                supervisors().stream()
                        .map(person -> new Option(person.getUsername(), person.nameIn(language)))
                        .toList());
    }

    List<SignedIn> supervisors() {
        return accounts.withRole(theirs.center(), Role.SUPERVISOR);
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
