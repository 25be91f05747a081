package org.tasuki.referral;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.CaseRights;
import org.tasuki.casefile.Refusal;
import org.tasuki.engine.CaseFlow;
import org.tasuki.engine.CaseLock;
import org.tasuki.people.Acting;
import org.tasuki.people.Offices;
import org.tasuki.people.Right;
import org.tasuki.people.Role;
import org.tasuki.referral.HandOver.Kind;
import org.tasuki.terms.Typing;

/** A hand-over that no meeting decided, begun from the case at any time; from its first sheet on it is like all others. */
@Component
@Transactional
public class NewHandOver {

    private static final int MOST = 200;

    private static final Map<Kind, Set<Role>> AGENCIES =
            Map.of(Kind.POLICE, Set.of(Role.POLICE), Kind.SUPPORT, Set.of(Role.SUPPORT, Role.MUNICIPAL, Role.SCHOOL));

    private final HandOvers handOvers;
    private final CaseFlow flow;
    private final CaseLock lock;
    private final CaseRights rights;
    private final Offices offices;
    private final Acting acting;
    private final AuditTrail trail;

    NewHandOver(
            HandOvers handOvers,
            CaseFlow flow,
            CaseLock lock,
            CaseRights rights,
            Offices offices,
            Acting acting,
            AuditTrail trail) {
        this.handOvers = handOvers;
        this.flow = flow;
        this.lock = lock;
        this.rights = rights;
        this.offices = offices;
        this.acting = acting;
        this.trail = trail;
    }

    /** The officer of the case, supervisors and the director. */
    public boolean allowed(CaseFile file) {
        return rights.allows(Right.START_HAND_OVER, file);
    }

    /** The agencies of the case's center that a case can be handed to. */
    public List<Offices.Agency> agencies(CaseFile file) {
        return offices.agencies(
                file.center(), AGENCIES.values().stream().flatMap(Set::stream).toList());
    }

    /** @throws Refusal when there is no such agency, it has one on its hands already, or nothing is said of what for */
    public void begin(CaseFile file, String agency, String purpose) {
        lock.hold(file.number());
        if (!file.open()) {
            throw new Refusal("agency", "referral.new.notOpen");
        }
        Kind kind = agencies(file).stream()
                .filter(one -> one.key().equals(agency))
                .findFirst()
                .map(one -> one.kind() == Role.POLICE ? Kind.POLICE : Kind.SUPPORT)
                .orElseThrow(() -> new Refusal("agency", "referral.new.agency"));
        if (handOvers.of(file.number()).stream()
                .anyMatch(one -> agency.equals(one.agency()) && one.state().open())) {
            throw new Refusal("agency", "referral.new.underWay");
        }
        String what = fit(purpose);
        acting.as(acting.current().at(file.center()), () -> {
            String id = handOvers.prepare(file.number(), file.center(), kind, agency, what);
            String process = kind.name().toLowerCase(Locale.ROOT) + "-referral";
            flow.startBeside(process, file.number(), file.center(), Map.of("handOver", id));
            trail.note(Act.HAND_OVER_BEGUN, file.number(), Map.of("agency", agency));
            return id;
        });
    }

    private static String fit(String typed) {
        String purpose = Typing.tidy(typed);
        if (purpose.isEmpty() || Typing.length(purpose) > MOST || Typing.hostile(purpose, false)) {
            throw new Refusal(
                    "purpose", purpose.isEmpty() ? "referral.new.purpose.missing" : "referral.new.purpose.unfit");
        }
        return purpose;
    }
}
