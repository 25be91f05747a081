package org.tasuki.casefile;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Rights;
import org.tasuki.people.SignedIn;

/**
 * Who sees a case for as long as nothing changes: those who work on it, and those who look over the whole center; of a restricted
 * case, those on its list. Whoever sees it only because its next step waits at their desk, or for a night, is not among them.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Readers {

    private final Colleagues colleagues;
    private final CaseTeam team;
    private final Exclusions exclusions;
    private final Restrictions restrictions;
    private final Rights rights;

    Readers(Colleagues colleagues, CaseTeam team, Exclusions exclusions, Restrictions restrictions, Rights rights) {
        this.colleagues = colleagues;
        this.team = team;
        this.exclusions = exclusions;
        this.restrictions = restrictions;
        this.rights = rights;
    }

    List<SignedIn> of(CaseFile file) {
        Set<String> members =
                team.of(file.number()).stream().map(CaseTeam.Member::account).collect(Collectors.toSet());
        Set<String> kept = exclusions.of(file.number()).stream()
                .map(Exclusions.Exclusion::account)
                .collect(Collectors.toSet());
        List<SignedIn> all = colleagues.of(file.center()).stream()
                .filter(person -> members.contains(person.getUsername()) || rights.overWholeCenter(person.actor()))
                .filter(person -> !kept.contains(person.getUsername()))
                .toList();
        return restrictions
                .of(file.number())
                .map(list -> all.stream()
                        .filter(person -> list.readers().contains(person.getUsername()))
                        .toList())
                .orElse(all);
    }
}
