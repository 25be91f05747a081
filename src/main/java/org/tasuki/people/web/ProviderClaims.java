package org.tasuki.people.web;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.tasuki.people.ProviderAccounts.Introduction;
import org.tasuki.people.Role;
import org.tasuki.people.web.ProviderSettings.OtherGroups;

/** Reads an ID token as the office has agreed with its identity provider. */
final class ProviderClaims {

    private final ProviderSettings settings;
    private final Map<String, Set<Role>> byGroup;

    ProviderClaims(ProviderSettings settings) {
        this.settings = settings;
        this.byGroup = settings.byGroup();
    }

    Introduction read(OidcIdToken token) {
        String account = token.getClaim(settings.accountClaim()) instanceof String name ? name : null;
        return new Introduction(
                settings.issuer(),
                Objects.requireNonNull(token.getSubject()),
                account,
                byGroup.isEmpty() ? null : roles(token.getClaim(settings.rolesClaim())));
    }

    private Set<Role> roles(@Nullable Object claim) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String group : groups(claim)) {
            Set<Role> made = byGroup.getOrDefault(group, Set.of());
            if (made.isEmpty() && settings.otherGroups() == OtherGroups.REFUSE) {
                return Set.of(); // and so refused, with the account that it is about
            }
            roles.addAll(made);
        }
        return Set.copyOf(roles);
    }

    /** Some providers say a single one without a list. */
    private static List<String> groups(@Nullable Object claim) {
        if (claim instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        return claim == null ? List.of() : List.of(claim.toString());
    }
}
