package org.tasuki.engine.paths;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.people.Accounts;
import org.tasuki.people.Actor;
import org.tasuki.people.Offices;
import org.tasuki.people.Role;
import org.tasuki.terms.Text;

/** A small center with a person at each desk, and agencies around it. */
@TestConfiguration(proxyBeanMethods = false)
@Import({
    Stories.class,
    HurriedHand.class,
    Ledger.class,
    Endings.class,
    OpenHandOver.class,
    Footprints.class,
    Sabotage.class,
    BrokenTimers.class
})
class StoryOffice {

    static final String CENTER = "story";
    static final Actor SYSTEM = Actor.system(CENTER);

    private static final Map<String, Role> AGENCIES = Map.of(
            "story-police", Role.POLICE,
            "story-municipal", Role.MUNICIPAL,
            "story-school", Role.SCHOOL,
            "story-support", Role.SUPPORT);

    private final Offices offices;
    private final Accounts accounts;
    private final TransactionTemplate transaction;
    private final Map<String, Actor> people = new LinkedHashMap<>();

    StoryOffice(Offices offices, Accounts accounts, TransactionTemplate transaction) {
        this.offices = offices;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    /** Who works at this desk: a role's, or {@code agency:…}. */
    Actor at(String desk) {
        open();
        Actor person = people.get(desk);
        if (person == null) {
            throw new AssertionError("nobody works at " + desk);
        }
        return person;
    }

    /** Another officer, for those who want the same task. */
    Actor secondOfficer() {
        open();
        return people.get("officer2");
    }

    synchronized void open() {
        if (people.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                offices.add(new Offices.Center(CENTER, "ST", new Text("物語児童相談所", "Story center")));
                for (Role role : List.of(Role.values())) {
                    if (role.ofCenter()) {
                        hire(role.key(), "story-" + role.key(), role, null);
                    }
                }
                hire("officer2", "story-officer2", Role.OFFICER, null);
                AGENCIES.forEach((agency, kind) -> {
                    offices.add(new Offices.Agency(agency, kind, CENTER, new Text(agency, agency)));
                    hire(Actor.deskOf(agency), agency, kind, agency);
                });
            });
        }
    }

    private void hire(String desk, String account, Role role, String agency) {
        String center = agency == null ? CENTER : null;
        accounts.add(new Accounts.NewAccount(account, new Text(account, account), "-", Set.of(role), center, agency));
        people.put(desk, Actor.person(account, Set.of(role), center, agency));
    }
}
