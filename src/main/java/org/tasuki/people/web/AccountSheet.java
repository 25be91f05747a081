package org.tasuki.people.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.tasuki.people.Accounts.NewAccount;
import org.tasuki.people.Offices.Agency;
import org.tasuki.people.Role;
import org.tasuki.people.SignedIn;
import org.tasuki.terms.Text;

/**
 * A new account, or what an account is to be from now on, as it was typed. At the center somebody holds one role or more; at an
 * agency, the agency's kind is the role.
 */
record AccountSheet(Sheet sheet, Set<Role> roles, @Nullable Agency agency, @Nullable String section) {

    static AccountSheet read(MultiValueMap<String, String> typed, List<Agency> agencies, Set<String> sections) {
        Sheet sheet = new Sheet(typed);
        sheet.mustMatch("account", Sheet.ACCOUNT, "people.problem.account");
        return read(sheet, agencies, sections);
    }

    /** Who moves between the center and an agency gets another account: what was done stays clear by its name. */
    static AccountSheet change(
            MultiValueMap<String, String> typed, List<Agency> agencies, Set<String> sections, SignedIn person) {
        Sheet sheet = new Sheet(typed);
        boolean outside = person.actor().agency() != null;
        if (outside == sheet.text("agency").isEmpty()) {
            sheet.add(outside ? "agency" : "roles", "people.problem.agency.moved");
        }
        return read(sheet, agencies, sections);
    }

    private static AccountSheet read(Sheet sheet, List<Agency> agencies, Set<String> sections) {
        sheet.mustBeNamed("ja", "en");
        String place = sheet.text("agency");
        @Nullable
        Agency agency = agencies.stream()
                .filter(known -> known.key().equals(place))
                .findFirst()
                .orElse(null);
        if (!place.isEmpty() && agency == null) {
            sheet.add("agency", "people.problem.agency");
        }
        Set<Role> chosen = sheet.all("roles").stream()
                .map(Role::find)
                .flatMap(Stream::ofNullable)
                .filter(Role::ofOffice)
                .collect(Collectors.toUnmodifiableSet());
        if (place.isEmpty() == chosen.isEmpty()) {
            sheet.add("roles", place.isEmpty() ? "people.problem.roles.none" : "people.problem.roles.ofAgency");
        }
        return new AccountSheet(
                sheet,
                agency == null ? chosen : Set.of(agency.kind()),
                agency,
                section(sheet, place.isEmpty(), sections));
    }

    /** People of the center only have one, and its own only. */
    private static @Nullable String section(Sheet sheet, boolean ofCenter, Set<String> sections) {
        String section = sheet.text("section");
        if (section.isEmpty()) {
            return null;
        }
        if (!ofCenter || !sections.contains(section)) {
            sheet.add("section", ofCenter ? "people.problem.section" : "people.problem.section.ofAgency");
        }
        return section;
    }

    int problems() {
        return sheet.problems();
    }

    String account() {
        return sheet.text("account");
    }

    Text name() {
        return sheet.name("ja", "en");
    }

    @Nullable
    String agencyKey() {
        return agency == null ? null : agency.key();
    }

    NewAccount account(String center, String passwordHash) {
        return new NewAccount(
                account(), name(), passwordHash, roles, agency == null ? center : null, agencyKey(), section);
    }
}
