package org.tasuki.people.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.tasuki.people.ProviderAccounts.Introduction;
import org.tasuki.people.Role;

/** What the office has agreed with its identity provider, as the environment says it, and how a token reads by it. */
class ProviderClaimsTest {

    @Test
    void withoutAMappingRolesAreTheDirectorys() {
        Introduction introduced = claims(Map.of()).read(token("groups", List.of("anything")));
        assertThat(introduced.account()).isEqualTo("suzuki");
        assertThat(introduced.subject()).isEqualTo("4711");
        assertThat(introduced.roles()).isNull();
    }

    @Test
    void aGroupMayMakeSeveralRolesAndARoleSeveralGroups() {
        ProviderClaims claims = claims(Map.of("ROLES_OFFICER", "児童福祉司,SV", "ROLES_SUPERVISOR", "SV"));
        assertThat(claims.read(token("groups", List.of("SV"))).roles())
                .containsExactlyInAnyOrder(Role.OFFICER, Role.SUPERVISOR);
        assertThat(claims.read(token("groups", "児童福祉司")).roles()).containsExactly(Role.OFFICER);
        assertThat(claims.read(token("other", "SV")).roles()).isEqualTo(Set.of());
    }

    @Test
    void otherGroupsRefuseUnlessTheyAreToBeIgnored() {
        OidcIdToken token = token("duties", List.of("SV", "printers"));
        Map<String, String> mapped = Map.of("ROLES_OFFICER", "SV", "ROLESCLAIM", "duties");
        assertThat(claims(mapped).read(token).roles())
                .as("no role lets nobody in")
                .isEqualTo(Set.of());
        Map<String, String> generous = new HashMap<>(mapped);
        generous.put("OTHERGROUPS", "ignore");
        assertThat(claims(generous).read(token).roles()).containsExactly(Role.OFFICER);
    }

    @Test
    void anAccountThatIsNoNameIsNone() {
        assertThat(claims(Map.of("ACCOUNTCLAIM", "groups"))
                        .read(token("groups", List.of("suzuki")))
                        .account())
                .isNull();
    }

    @Test
    void settingsThatCannotStandAreRefusedAtTheStart() {
        refused("ISSUER", "http://idp.example");
        refused("CLIENTSECRET", "");
        refused("ROLES_KING", "everybody");
    }

    private static void refused(String key, String value) {
        assertThatThrownBy(() -> claims(Map.of(key, value)))
                .isInstanceOf(BindException.class)
                .hasRootCauseInstanceOf(InvalidConfigurationPropertyValueException.class);
    }

    private static ProviderClaims claims(Map<String, String> settings) {
        Map<String, Object> variables = new HashMap<>(Map.of(
                "TASUKI_SIGNIN_OIDC_ISSUER", "https://idp.example",
                "TASUKI_SIGNIN_OIDC_CLIENTID", "tasuki",
                "TASUKI_SIGNIN_OIDC_CLIENTSECRET", "kept-quiet"));
        settings.forEach((key, value) -> variables.put("TASUKI_SIGNIN_OIDC_" + key, value));
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        ConfigurationPropertySources.attach(environment);
        assertThat(environment.getProperty("tasuki.sign-in.oidc.issuer")).isNotNull();
        return new ProviderClaims(Binder.get(environment)
                .bind("tasuki.sign-in.oidc", ProviderSettings.class)
                .get());
    }

    private static OidcIdToken token(String claim, Object value) {
        return OidcIdToken.withTokenValue("-")
                .issuer("https://idp.example")
                .subject("4711")
                .issuedAt(Instant.EPOCH)
                .claim("preferred_username", "suzuki")
                .claim(claim, value)
                .build();
    }
}
