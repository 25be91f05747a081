package org.tasuki.people;

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Who may what, decided here and nowhere else, by the office's table. How far a role reaches goes on to the database, which
 * holds every statement to it.
 */
@Component
public class Rights {

    private final Map<Role, RightsFile.Held> table;

    Rights(@Value("${tasuki.rights:classpath:processes/rights.yaml}") Resource file) {
        table = RightsFile.read(file);
    }

    /** Over every case that the person reaches, or beside the cases. */
    public boolean has(Actor me, Right right) {
        return any(me, held -> held.all().contains(right));
    }

    /** @param answersFor whether they are the case's officer */
    public boolean has(Actor me, Right right, boolean answersFor) {
        return has(me, right) || answersFor && any(me, held -> held.own().contains(right));
    }

    /** As the navigation asks. */
    public Set<String> holderKeys(Right right) {
        return holders(right).stream().map(Role::key).collect(Collectors.toUnmodifiableSet());
    }

    /** As Spring Security's rules ask. */
    public String[] holderNames(Right right) {
        return holders(right).stream().map(Role::name).toArray(String[]::new);
    }

    /** The roles that have it over all that they reach. */
    public Set<Role> holders(Right right) {
        return table.entrySet().stream()
                .filter(row -> row.getValue().all().contains(right))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether they see every case of their center that is not kept from them, whoever works on it. */
    public boolean overWholeCenter(Actor person) {
        return reach(person.roles()) == Scope.CENTER;
    }

    Scope reach(Set<Role> roles) {
        return roles.stream()
                .map(role -> held(role).reach())
                .max(Comparator.naturalOrder())
                .orElse(Scope.NONE);
    }

    private boolean any(Actor me, Predicate<RightsFile.Held> asked) {
        return me.roles().stream().map(this::held).anyMatch(asked);
    }

    private RightsFile.Held held(Role role) {
        return Objects.requireNonNull(table.get(role));
    }
}
