package org.tasuki.casefile.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.CaseTeam;
import org.tasuki.casefile.Exclusions;
import org.tasuki.casefile.Restrictions;
import org.tasuki.casefile.TeamRight;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.People;
import org.tasuki.people.Role;
import org.tasuki.people.SignedIn;

/** Who works on a case, from whom it is kept, and who looked in an emergency. */
@Component
class TeamTab {

    private final CaseTeam team;
    private final Exclusions exclusions;
    private final Restrictions restrictions;
    private final EmergencyViews emergencies;
    private final TeamRight right;
    private final Accounts accounts;
    private final People people;
    private final Acting acting;
    private final MessageSource texts;

    TeamTab(
            CaseTeam team,
            Exclusions exclusions,
            Restrictions restrictions,
            EmergencyViews emergencies,
            TeamRight right,
            Accounts accounts,
            People people,
            Acting acting,
            MessageSource texts) {
        this.team = team;
        this.exclusions = exclusions;
        this.restrictions = restrictions;
        this.emergencies = emergencies;
        this.right = right;
        this.accounts = accounts;
        this.people = people;
        this.acting = acting;
        this.texts = texts;
    }

    record Person(String account, String name, String roles) {}

    record Member(Person person, Instant since, boolean officer) {}

    record Kept(Person person, String reason, String by, Instant at, boolean mayLift) {}

    record Restricted(String reason, String by, Instant at, List<Person> readers) {}

    void fill(Map<String, Object> page, CaseFile file, TeamEntry entry, Locale language) {
        Actor me = acting.current();
        boolean heads = right.toRestrict(file);
        List<SignedIn> colleagues = exclusions.candidates(file);
        page.put("entry", entry);
        page.put("me", me.account());
        page.put("members", members(file, language));
        page.put("mayChange", right.toChangeTeam(file));
        page.put("mayExclude", heads);
        page.put("mayLiftRestriction", right.toLiftRestriction(file));
        page.put("addable", persons(team.candidates(file), language));
        page.put("officers", officers(file, colleagues, language));
        page.put("excludable", persons(colleagues, language));
        page.put("kept", kept(file, language));
        page.put("exclusionReasons", keys(Exclusions.Reason.values(), Exclusions.Reason::key));
        page.put("restricted", restricted(file, language));
        page.put("listable", heads ? persons(restrictions.candidates(file), language) : List.of());
        page.put("restrictionReasons", keys(Restrictions.Reason.values(), Restrictions.Reason::key));
        page.put("listed", listed(file, entry));
        page.put("looked", emergencies.of(file.number(), language));
    }

    private List<Member> members(CaseFile file, Locale language) {
        return team.of(file.number()).stream()
                .map(member -> new Member(
                        person(member.account(), language),
                        member.since(),
                        member.account().equals(file.officer())))
                .toList();
    }

    private List<Person> officers(CaseFile file, List<SignedIn> colleagues, Locale language) {
        return persons(
                colleagues.stream()
                        .filter(person -> person.actor().has(Role.OFFICER))
                        .filter(person -> !person.getUsername().equals(file.officer()))
                        .toList(),
                language);
    }

    private List<Kept> kept(CaseFile file, Locale language) {
        return exclusions.of(file.number()).stream()
                .map(one -> new Kept(
                        person(one.account(), language),
                        text("casefile.exclusion.reason." + one.reason().key(), language),
                        people.name(one.by()).in(language),
                        one.at(),
                        right.toLiftExclusion(file, one.account())))
                .toList();
    }

    private @Nullable Restricted restricted(CaseFile file, Locale language) {
        return restrictions
                .of(file.number())
                .map(one -> new Restricted(
                        text("casefile.restriction.reason." + one.reason().key(), language),
                        people.name(one.by()).in(language),
                        one.at(),
                        one.readers().stream()
                                .map(account -> person(account, language))
                                .toList()))
                .orElse(null);
    }

    /** Who is ticked: what was sent; else who is on the list; else who works on the case, and whoever is about to make one. */
    private Set<String> listed(CaseFile file, TeamEntry entry) {
        if (entry.form().equals("restriction")) {
            return entry.readers();
        }
        return restrictions
                .of(file.number())
                .map(one -> Set.copyOf(one.readers()))
                .orElseGet(() -> {
                    Set<String> all = team.of(file.number()).stream()
                            .map(CaseTeam.Member::account)
                            .collect(Collectors.toSet());
                    all.add(acting.current().account());
                    return all;
                });
    }

    private List<Person> persons(Collection<SignedIn> all, Locale language) {
        return all.stream().map(person -> person(person, language)).toList();
    }

    private Person person(String account, Locale language) {
        return accounts.find(account)
                .map(found -> person(found, language))
                .orElseGet(() -> new Person(account, account, ""));
    }

    private Person person(SignedIn found, Locale language) {
        String roles = found.roles().stream()
                .sorted()
                .map(role -> text("people.role." + role.key(), language))
                .collect(Collectors.joining(text("people.roles.separator", language)));
        return new Person(found.getUsername(), found.nameIn(language), roles);
    }

    private static <T> List<String> keys(T[] all, Function<T, String> key) {
        return Arrays.stream(all).map(key).toList();
    }

    private String text(String key, Locale language) {
        return texts.getMessage(key, null, language);
    }
}
