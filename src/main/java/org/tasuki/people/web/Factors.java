package org.tasuki.people.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** How somebody has proven in this session who they are, and when: Spring Security keeps it with their authorities. */
final class Factors {

    static final String PASSWORD = FactorGrantedAuthority.PASSWORD_AUTHORITY;
    /** Of an authenticator app, or on paper. */
    static final String CODE = "FACTOR_CODE";

    static final String PASSKEY = FactorGrantedAuthority.WEBAUTHN_AUTHORITY;

    private static final String PREFIX = "FACTOR_";

    /** A passkey is a thing that somebody has, unlocked by what they know or are: it is both. */
    private static final Set<String> SECOND = Set.of(CODE, PASSKEY);

    private Factors() {}

    static boolean hasSecond(Authentication session) {
        return of(session).map(FactorGrantedAuthority::getAuthority).anyMatch(SECOND::contains);
    }

    static Optional<Instant> latest(Authentication session) {
        return of(session).map(FactorGrantedAuthority::getIssuedAt).max(Comparator.naturalOrder());
    }

    /** In the trail's words. */
    static String named(Authentication session) {
        return of(session).map(Factors::name).sorted().collect(Collectors.joining(" "));
    }

    private static String name(FactorGrantedAuthority factor) {
        return factor.getAuthority().equals(FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY)
                ? "provider"
                : factor.getAuthority().substring(PREFIX.length()).toLowerCase(Locale.ROOT);
    }

    /** The same person, who has just proven it in this way. */
    static Authentication proven(Authentication session, String factor, Instant at) {
        List<GrantedAuthority> authorities = new ArrayList<>(session.getAuthorities().stream()
                .filter(authority -> !factor.equals(authority.getAuthority()))
                .toList());
        authorities.add(
                FactorGrantedAuthority.withAuthority(factor).issuedAt(at).build());
        return UsernamePasswordAuthenticationToken.authenticated(
                Objects.requireNonNull(session.getPrincipal()), null, authorities);
    }

    private static Stream<FactorGrantedAuthority> of(Authentication session) {
        return session.getAuthorities().stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .map(FactorGrantedAuthority.class::cast);
    }
}
