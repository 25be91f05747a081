package org.tasuki.inbox;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tasuki.forms.Lookups;
import org.tasuki.forms.Option;
import org.tasuki.people.Accounts;
import org.tasuki.people.Offices;
import org.tasuki.people.Role;

/** The choices of a form that come from the office itself: its officers, and the agencies around it. */
@Component
public class OfficeLookups {

    private static final Set<Role> SERVICES = Set.of(Role.SUPPORT, Role.MUNICIPAL, Role.SCHOOL);

    private final Offices offices;
    private final Accounts accounts;

    OfficeLookups(Offices offices, Accounts accounts) {
        this.offices = offices;
        this.accounts = accounts;
    }

    public Lookups at(String center) {
        return source -> switch (source) {
            case "agencies:police" -> agencies(center, Set.of(Role.POLICE));
            case "agencies:service" -> agencies(center, SERVICES);
            case "officers" -> people(center, Role.OFFICER);
            case "listeners" -> people(center, Role.RECEPTION, Role.OFFICER, Role.SUPERVISOR);
            case "psychologists" -> people(center, Role.PSYCHOLOGIST);
            default -> throw new IllegalArgumentException("no such source of choices: " + source);
        };
    }

    private List<Option> people(String center, Role... roles) {
        return accounts.withRole(center, roles).stream()
                .map(person -> new Option(person.getUsername(), person.name()))
                .toList();
    }

    private List<Option> agencies(String center, Set<Role> kinds) {
        return offices.agencies(center, kinds).stream()
                .map(agency -> new Option(agency.key(), agency.name()))
                .toList();
    }
}
