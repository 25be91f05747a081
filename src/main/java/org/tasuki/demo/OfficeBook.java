package org.tasuki.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tasuki.people.Accounts.NewAccount;
import org.tasuki.people.Actor;
import org.tasuki.people.Offices;
import org.tasuki.people.Role;
import org.tasuki.people.Sections;
import org.tasuki.terms.Text;
import tools.jackson.core.type.TypeReference;

/** The imagined center, the agencies around it and everybody's account, as {@code db/demo/office.yaml} has them. */
record OfficeBook(Place center, List<Agency> agencies, List<Unit> sections, List<Person> staff) {

    record Place(String key, String prefix, Text name) {}

    record Agency(String key, String kind, Text name) {}

    /** A section, and who is in it. */
    record Unit(String key, Text name, String supervisor, List<String> people) {}

    record Person(
            String id,
            List<String> roles,
            @Nullable String agency,
            @JsonProperty("ja") String ja,
            @JsonProperty("en") String en) {}

    static OfficeBook read() {
        return DemoFiles.read("office.yaml", new TypeReference<>() {});
    }

    Offices.Center asCenter() {
        return new Offices.Center(center.key(), center.prefix(), center.name());
    }

    Offices.Agency asAgency(Agency agency) {
        return new Offices.Agency(agency.key(), Role.of(agency.kind()), center.key(), agency.name());
    }

    Sections.Named asSection(Unit section) {
        return new Sections.Named(center.key(), section.key(), section.name(), section.supervisor());
    }

    NewAccount asAccount(Person person, String passwordHash) {
        String ofCenter = person.agency() == null ? center.key() : null;
        return new NewAccount(
                person.id(),
                new Text(person.ja(), person.en()),
                passwordHash,
                roles(person),
                ofCenter,
                person.agency());
    }

    Actor actor(String id) {
        Person person = person(id);
        String ofCenter = person.agency() == null ? center.key() : null;
        return Actor.person(person.id(), roles(person), ofCenter, person.agency());
    }

    Person person(String id) {
        return staff.stream()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody is called " + id));
    }

    /** The accounts with a role, in the order of the file. */
    List<String> with(Role role) {
        return staff.stream()
                .filter(person -> person.roles().contains(role.key()))
                .map(Person::id)
                .toList();
    }

    /** Who answers for an agency. */
    String accountAt(String agency) {
        return staff.stream()
                .filter(person -> agency.equals(person.agency()))
                .map(Person::id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody works at " + agency));
    }

    List<String> agenciesOf(Role... kinds) {
        Set<String> wanted = Set.of(kinds).stream().map(Role::key).collect(Collectors.toSet());
        return agencies.stream()
                .filter(agency -> wanted.contains(agency.kind()))
                .map(Agency::key)
                .toList();
    }

    String agencyName(String key) {
        Map<String, String> names = agencies.stream()
                .collect(Collectors.toMap(Agency::key, agency -> agency.name().ja()));
        return Objects.requireNonNull(names.get(key), key);
    }

    private static Set<Role> roles(Person person) {
        return person.roles().stream().map(Role::of).collect(Collectors.toUnmodifiableSet());
    }
}
