package org.tasuki.people.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.util.MultiValueMap;
import org.tasuki.people.Accounts.NewAccount;
import org.tasuki.people.Offices.Agency;
import org.tasuki.people.PasswordRule;
import org.tasuki.people.Role;

/** A new account as it was typed. At the center somebody holds one role or more; at an agency, the agency's kind is the role. */
record AccountSheet(Sheet sheet, Set<Role> roles, @Nullable Agency agency) {

    static AccountSheet read(
            MultiValueMap<String, String> typed, List<Agency> agencies, PasswordRule rule, List<String> office) {
        Sheet sheet = new Sheet(typed);
        sheet.mustMatch("account", Sheet.ACCOUNT, "people.problem.account");
        sheet.mustBeNamed("ja", "en");
        sheet.mustHaveGoodPassword(rule, names(sheet, office));
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
        return new AccountSheet(sheet, agency == null ? chosen : Set.of(agency.kind()), agency);
    }

    private static List<String> names(Sheet sheet, List<String> office) {
        return Stream.concat(Stream.of("account", "ja", "en").map(sheet::text), office.stream())
                .toList();
    }

    int problems() {
        return sheet.problems();
    }

    String account() {
        return sheet.text("account");
    }

    NewAccount account(String center, PasswordEncoder passwords) {
        return new NewAccount(
                account(),
                sheet.name("ja", "en"),
                passwords.encode(sheet.password()),
                roles,
                agency == null ? center : null,
                agency == null ? null : agency.key());
    }
}
