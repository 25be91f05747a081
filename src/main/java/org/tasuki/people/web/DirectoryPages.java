package org.tasuki.people.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.people.Accounts;
import org.tasuki.people.Offices;
import org.tasuki.people.Offices.Agency;
import org.tasuki.people.ProviderAccounts;
import org.tasuki.people.Right;
import org.tasuki.people.Rights;
import org.tasuki.people.Role;
import org.tasuki.people.SignedIn;
import org.tasuki.people.factors.SecondFactors;
import org.tasuki.web.NavigationEntry;

/** The administrator's pages as their templates draw them. */
@Component
class DirectoryPages {

    private final Accounts accounts;
    private final ProviderAccounts links;
    private final Offices offices;
    private final SecondFactors factors;
    private final RoleNames roles;

    DirectoryPages(Accounts accounts, ProviderAccounts links, Offices offices, SecondFactors factors, RoleNames roles) {
        this.accounts = accounts;
        this.links = links;
        this.offices = offices;
        this.factors = factors;
        this.roles = roles;
    }

    record Person(
            String id,
            String name,
            String duty,
            String place,
            boolean open,
            boolean self,
            boolean secondFactor,
            boolean linked) {}

    record Place(String key, String name, String kind) {}

    record Option(String value, String label) {}

    @Bean
    @Order(90)
    static NavigationEntry accountsEntry(Rights rights) {
        return new NavigationEntry("/accounts", "people.accounts.title", rights.holderKeys(Right.MANAGE_DIRECTORY));
    }

    void list(String center, String me, Locale language, Model model) {
        Set<String> secured = factors.holders();
        Set<String> linked = links.linked();
        model.addAttribute(
                "people",
                accounts.around(center).stream()
                        .map(person -> person(person, me, secured, linked, language))
                        .toList());
        model.addAttribute(
                "agencies",
                agencies(center).stream()
                        .map(agency ->
                                new Place(agency.key(), agency.name().in(language), roles.of(agency.kind(), language)))
                        .toList());
    }

    void account(String center, Sheet sheet, Locale language, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("roles", options(Role::ofOffice, language));
        model.addAttribute(
                "agencies",
                agencies(center).stream()
                        .map(agency -> new Option(agency.key(), agency.name().in(language)))
                        .toList());
    }

    void agency(Sheet sheet, Locale language, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("kinds", options(Role::ofAgency, language));
    }

    List<Agency> agencies(String center) {
        return offices.agencies(
                center, Arrays.stream(Role.values()).filter(Role::ofAgency).toList());
    }

    private Person person(SignedIn person, String me, Set<String> secured, Set<String> linked, Locale language) {
        return new Person(
                person.getUsername(),
                person.nameIn(language),
                roles.of(person.roles(), language),
                person.place().in(language),
                person.enabled(),
                person.getUsername().equals(me),
                secured.contains(person.getUsername()),
                linked.contains(person.getUsername()));
    }

    private List<Option> options(Predicate<Role> which, Locale language) {
        return Arrays.stream(Role.values())
                .filter(which)
                .map(role -> new Option(role.key(), roles.of(role, language)))
                .toList();
    }
}
