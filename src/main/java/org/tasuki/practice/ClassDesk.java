package org.tasuki.practice;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.people.SignedIn;

/**
 * Where somebody sits in a class: at one of the center's desks, at all of them, or at an agency.
 *
 * @param key as a form sends it
 * @param agency the end of the agency's key; null at the center
 */
public record ClassDesk(String key, Set<Role> roles, @Nullable String agency) {

    private static final String ALL = "all";

    /** The agencies around a class; two services, so that one may stay silent while the other answers. */
    static final List<ClassDesk> AGENCIES = List.of(
            at("police", Role.POLICE),
            at("prosecutor", Role.PROSECUTOR),
            at("municipal", Role.MUNICIPAL),
            at("school", Role.SCHOOL),
            at("support", Role.SUPPORT),
            at("clinic", Role.SUPPORT));

    private static ClassDesk at(String agency, Role kind) {
        return new ClassDesk(agency, Set.of(kind), agency);
    }

    /** Every desk that one may choose, the whole center first. */
    public static List<ClassDesk> choices() {
        Set<Role> center = Arrays.stream(Role.values()).filter(Role::ofCenter).collect(Collectors.toUnmodifiableSet());
        Stream<ClassDesk> single = Arrays.stream(Role.values())
                .filter(Role::ofCenter)
                .map(role -> new ClassDesk(role.key(), Set.of(role), null));
        return Stream.of(Stream.of(new ClassDesk(ALL, center, null)), single, AGENCIES.stream())
                .flatMap(some -> some)
                .toList();
    }

    public static Optional<ClassDesk> of(String key) {
        return choices().stream().filter(desk -> desk.key().equals(key)).findFirst();
    }

    /** Whether somebody sits here. */
    public boolean isOf(SignedIn person, String center) {
        String theirs = agency == null ? null : agencyKey(center, agency);
        return person.roles().equals(roles) && Objects.equals(person.actor().agency(), theirs);
    }

    /** The inbox that it works from. */
    public String inbox(String center) {
        return agency == null ? key : Actor.deskOf(agencyKey(center, agency));
    }

    /** Its key in the class's directory. */
    static String agencyKey(String center, String agency) {
        return center + "-" + agency;
    }
}
