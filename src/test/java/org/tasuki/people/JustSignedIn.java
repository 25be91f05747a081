package org.tasuki.people;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.ArrayList;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Somebody who has given their password a moment ago, as the sign-in leaves them. */
public final class JustSignedIn {

    private JustSignedIn() {}

    public static RequestPostProcessor justNow(SignedIn person) {
        List<GrantedAuthority> authorities = new ArrayList<>(person.getAuthorities());
        authorities.add(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY));
        return authentication(UsernamePasswordAuthenticationToken.authenticated(person, null, authorities));
    }
}
