package org.tasuki.courses;

import java.util.List;
import java.util.Optional;
import org.tasuki.terms.Text;

/** A track (研修コース) for one audience: its units in their order. */
public record Course(String key, Audience audience, Text name, Text about, List<Unit> units) {

    public Optional<Unit> unit(String wanted) {
        return units.stream().filter(unit -> unit.key().equals(wanted)).findFirst();
    }
}
