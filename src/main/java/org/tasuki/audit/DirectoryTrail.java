package org.tasuki.audit;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tasuki.people.DirectoryChange.AccountAdded;
import org.tasuki.people.DirectoryChange.AccountChanged;
import org.tasuki.people.DirectoryChange.AccountClosed;
import org.tasuki.people.DirectoryChange.AccountLinked;
import org.tasuki.people.DirectoryChange.AccountReopened;
import org.tasuki.people.DirectoryChange.AccountUnlinked;
import org.tasuki.people.DirectoryChange.AgencyAdded;
import org.tasuki.people.DirectoryChange.CenterAdded;
import org.tasuki.people.DirectoryChange.PasswordCodeIssued;
import org.tasuki.people.DirectoryChange.SectionAdded;
import org.tasuki.people.DirectoryChange.SectionChanged;
import org.tasuki.people.DirectoryChange.SectionRemoved;
import org.tasuki.people.Role;

/** Notes who lets whom in. */
@Component
class DirectoryTrail {

    private final AuditTrail trail;

    DirectoryTrail(AuditTrail trail) {
        this.trail = trail;
    }

    @EventListener
    void centerAdded(CenterAdded change) {
        trail.note(Act.CENTER_ADDED, Map.of("center", change.center()));
    }

    @EventListener
    void agencyAdded(AgencyAdded change) {
        trail.note(
                Act.AGENCY_ADDED,
                Map.of("agency", change.agency(), "kind", change.kind().key()));
    }

    @EventListener
    void sectionAdded(SectionAdded change) {
        trail.note(Act.SECTION_ADDED, Map.of("section", change.section()));
    }

    @EventListener
    void sectionChanged(SectionChanged change) {
        trail.note(Act.SECTION_CHANGED, Map.of("section", change.section()));
    }

    @EventListener
    void sectionRemoved(SectionRemoved change) {
        trail.note(Act.SECTION_REMOVED, Map.of("section", change.section()));
    }

    @EventListener
    void accountAdded(AccountAdded change) {
        trail.note(Act.ACCOUNT_ADDED, Map.of("account", change.account(), "roles", roles(change.roles())));
    }

    private static String roles(Set<Role> held) {
        return held.stream().map(Role::key).sorted().collect(Collectors.joining(" "));
    }

    @EventListener
    void accountChanged(AccountChanged change) {
        trail.note(
                Act.ACCOUNT_CHANGED,
                Map.of(
                        "account",
                        change.account(),
                        "changed",
                        String.join(" ", change.what()),
                        "roles",
                        roles(change.roles())));
    }

    @EventListener
    void passwordCodeIssued(PasswordCodeIssued change) {
        trail.note(Act.PASSWORD_CODE_ISSUED, Map.of("account", change.account()));
    }

    @EventListener
    void accountClosed(AccountClosed change) {
        trail.note(Act.ACCOUNT_CLOSED, Map.of("account", change.account()));
    }

    @EventListener
    void accountReopened(AccountReopened change) {
        trail.note(Act.ACCOUNT_REOPENED, Map.of("account", change.account()));
    }

    @EventListener
    void accountLinked(AccountLinked change) {
        trail.note(Act.ACCOUNT_LINKED, Map.of("account", change.account()));
    }

    @EventListener
    void accountUnlinked(AccountUnlinked change) {
        trail.note(Act.ACCOUNT_UNLINKED, Map.of("account", change.account()));
    }
}
