package org.tasuki.people.web;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.tasuki.people.Role;

/**
 * The office's identity provider, if it has one.
 *
 * @param accountClaim the claim of the ID token that holds the account's name here
 * @param rolesClaim the claim that holds the person's groups or roles at the provider
 * @param roles which of those make which role here; when there is none, roles are the directory's
 * @param otherGroups what a group that makes no role does: {@code refuse} or {@code ignore}
 * @param prompt sent along as it is; {@code login} makes the provider ask for the password each time
 */
@ConfigurationProperties("tasuki.sign-in.oidc")
record ProviderSettings(
        String issuer,
        String clientId,
        String clientSecret,
        @DefaultValue({"openid", "profile"}) List<String> scopes,
        @DefaultValue("preferred_username") String accountClaim,
        @DefaultValue("groups") String rolesClaim,
        @DefaultValue Map<String, List<String>> roles,
        @DefaultValue("refuse") OtherGroups otherGroups,
        @DefaultValue("") String prompt) {

    private static final String PREFIX = "tasuki.sign-in.oidc.";

    enum OtherGroups {
        REFUSE,
        IGNORE
    }

    ProviderSettings {
        URI address = URI.create(issuer);
        boolean here = Set.of("127.0.0.1", "localhost", "[::1]").contains(String.valueOf(address.getHost()));
        if (!"https".equals(address.getScheme()) && !("http".equals(address.getScheme()) && here)) {
            throw wrong("issuer", issuer, "must be an https address");
        }
        mustBeGiven("client-id", clientId);
        mustBeGiven("client-secret", clientSecret);
        roles.keySet().stream()
                .filter(key -> Role.find(key) == null)
                .findFirst()
                .ifPresent(key -> {
                    throw wrong("roles." + key, key, "is no role; there are " + Role.keys());
                });
    }

    /** What each group makes of its people. */
    Map<String, Set<Role>> byGroup() {
        Map<String, Set<Role>> rolesOf = new HashMap<>();
        roles.forEach((role, groups) -> groups.forEach(
                group -> rolesOf.computeIfAbsent(group, one -> new HashSet<>()).add(Role.of(role))));
        return rolesOf;
    }

    private static void mustBeGiven(String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw wrong(key, "", "must be given beside the issuer");
        }
    }

    private static InvalidConfigurationPropertyValueException wrong(String key, String value, String reason) {
        return new InvalidConfigurationPropertyValueException(PREFIX + key, value, reason);
    }

    /** Secrets stay out of logs and messages. */
    @Override
    public String toString() {
        return issuer;
    }
}
