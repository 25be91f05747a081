package org.tasuki.enrolment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Acting;
import org.tasuki.people.Offices;
import org.tasuki.people.Role;
import org.tasuki.terms.Text;

/** The offices that a center's record knows: itself first, then the agencies around it. */
@Component
@Transactional(readOnly = true)
public class RecordOffices {

    private final Offices offices;
    private final Acting acting;

    RecordOffices(Offices offices, Acting acting) {
        this.offices = offices;
        this.acting = acting;
    }

    /** Of the center of whoever acts, by key. */
    public Map<String, Text> names() {
        Map<String, Text> names = new LinkedHashMap<>();
        String center = acting.current().center();
        if (center != null) {
            offices.center(center).ifPresent(found -> names.put(found.key(), found.name()));
            offices.agencies(
                            center,
                            Arrays.stream(Role.values()).filter(Role::ofAgency).toList())
                    .forEach(agency -> names.put(agency.key(), agency.name()));
        }
        return names;
    }

    /** Those that guests may be of. */
    Set<String> keys() {
        Map<String, Text> names = names();
        names.put(Guests.ELSEWHERE, new Text("", ""));
        return names.keySet();
    }
}
