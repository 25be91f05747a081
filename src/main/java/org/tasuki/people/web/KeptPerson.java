package org.tasuki.people.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.people.SignedIn;
import org.tasuki.terms.Text;

/**
 * Whoever signed in, as a session keeps them.
 *
 * @param factors how they proved who they are, and when
 */
record KeptPerson(
        String account,
        Set<String> roles,
        @Nullable String center,
        @Nullable String agency,
        String ja,
        String en,
        String placeJa,
        String placeEn,
        Map<String, Instant> factors) {

    static KeptPerson of(Authentication session) {
        if (!(session.getPrincipal() instanceof SignedIn person)) {
            throw new IllegalStateException("a session of somebody without an account");
        }
        Actor actor = person.actor();
        return new KeptPerson(
                actor.account(),
                actor.roles().stream().map(Role::key).collect(Collectors.toUnmodifiableSet()),
                actor.center(),
                actor.agency(),
                person.name().ja(),
                person.name().en(),
                person.place().ja(),
                person.place().en(),
                session.getAuthorities().stream()
                        .filter(FactorGrantedAuthority.class::isInstance)
                        .map(FactorGrantedAuthority.class::cast)
                        .collect(Collectors.toMap(
                                FactorGrantedAuthority::getAuthority, FactorGrantedAuthority::getIssuedAt)));
    }

    Authentication authentication() {
        Set<Role> held = roles.stream().map(Role::of).collect(Collectors.toUnmodifiableSet());
        SignedIn person = new SignedIn(
                Actor.person(account, held, center, agency), new Text(ja, en), new Text(placeJa, placeEn), "", true);
        List<GrantedAuthority> authorities = new ArrayList<>(person.getAuthorities());
        factors.forEach((factor, at) -> authorities.add(
                FactorGrantedAuthority.withAuthority(factor).issuedAt(at).build()));
        return UsernamePasswordAuthenticationToken.authenticated(person, null, authorities);
    }
}
