package org.tasuki.people;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.tasuki.terms.Text;

/**
 * The person behind a session.
 *
 * @param place what their center or agency is called
 */
public record SignedIn(Actor actor, Text name, Text place, String password, boolean enabled) implements UserDetails {

    private static final long serialVersionUID = 1L;

    public Set<Role> roles() {
        return actor.roles();
    }

    public String nameIn(Locale locale) {
        return name.in(locale);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.copyOf(actor.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList());
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getUsername() {
        return actor.account();
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    /** Never prints the password's hash. */
    @Override
    public String toString() {
        return "SignedIn[" + actor.account() + "]";
    }
}
