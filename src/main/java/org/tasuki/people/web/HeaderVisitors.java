package org.tasuki.people.web;

import java.security.Principal;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.tasuki.people.Role;
import org.tasuki.people.SignedIn;
import org.tasuki.web.Visitor;
import org.tasuki.web.Visitors;

/** The header's words about whoever has signed in, from what the session knows. */
@Component
class HeaderVisitors implements Visitors {

    private final RoleNames roles;

    HeaderVisitors(RoleNames roles) {
        this.roles = roles;
    }

    @Override
    public Visitor describe(Principal principal, Locale language) {
        if (principal instanceof Authentication session && session.getPrincipal() instanceof SignedIn person) {
            return new Visitor(
                    person.nameIn(language),
                    roles.of(person.roles(), language),
                    person.place().in(language),
                    !person.actor().desks().isEmpty(),
                    person.actor().inPractice(),
                    person.roles().stream().map(Role::key).collect(Collectors.toUnmodifiableSet()));
        }
        return new Visitor(principal.getName(), "", "", false, false, Set.of());
    }
}
