package org.tasuki.courses.web;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tasuki.courses.Audience;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;

/** Which audience somebody is of, if their role tells. */
@Component
class Profession {

    private final Acting acting;

    Profession(Acting acting) {
        this.acting = acting;
    }

    Optional<Audience> audience() {
        Actor reader = acting.current();
        return Stream.of(Role.values())
                .filter(reader::has)
                .flatMap(role -> of(role).stream())
                .findFirst();
    }

    private static Optional<Audience> of(Role role) {
        return switch (role) {
            case SCHOOL -> Optional.of(Audience.SCHOOL);
            case POLICE -> Optional.of(Audience.POLICE);
            case PROSECUTOR -> Optional.of(Audience.PROSECUTION);
            case MUNICIPAL -> Optional.of(Audience.CHILD_WELFARE);
            default -> role.ofCenter() ? Optional.of(Audience.CHILD_WELFARE) : Optional.empty();
        };
    }
}
