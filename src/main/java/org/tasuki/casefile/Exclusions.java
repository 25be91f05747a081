package org.tasuki.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.SignedIn;
import org.tasuki.terms.CaseNumber;

/**
 * From whom a case is kept (利益相反による除外): a relative, a neighbour, staff who are involved. To them it is as if there
 * were no such case: no page, no search, no count, no task shows it.
 */
@Component
@Transactional
public class Exclusions {

    private final JdbcClient jdbc;
    private final CaseTeam team;
    private final Colleagues colleagues;
    private final List<HeldTasks> held;
    private final TeamRight right;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;

    Exclusions(
            JdbcClient jdbc,
            CaseTeam team,
            Colleagues colleagues,
            List<HeldTasks> held,
            TeamRight right,
            Acting acting,
            AuditTrail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.team = team;
        this.colleagues = colleagues;
        this.held = held;
        this.right = right;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    /** How the person is bound up with the case. */
    public enum Reason {
        RELATIVE, // 親族
        NEIGHBOUR, // 近隣・知人
        INVOLVED, // 事案の関係者
        OTHER;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Reason of(String key) {
            return Arrays.stream(values())
                    .filter(one -> one.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new Refusal("reason", "casefile.exclusion.reason.missing"));
        }
    }

    public record Exclusion(String account, Reason reason, String by, Instant at) {}

    @Transactional(readOnly = true)
    public List<Exclusion> of(CaseNumber number) {
        return jdbc.sql("select * from case_exclusion where case_number = ? and lifted_at is null order by id")
                .param(number.value())
                .query((row, i) -> new Exclusion(
                        row.getString("account"),
                        Reason.of(row.getString("reason")),
                        row.getString("decided_by"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Whether the case is kept from the actor, to whom no query of their own would say so. */
    @Transactional(readOnly = true)
    public boolean keptFromMe(CaseNumber number) {
        Actor me = acting.current();
        return me.center() != null
                && acting.as(me.at(me.center()), () -> jdbc.sql(
                                "select exists (select from case_exclusion where case_number = ?"
                                        + " and account = ? and lifted_at is null)")
                        .params(number.value(), me.account())
                        .query(Boolean.class)
                        .single());
    }

    /** Anybody of the center, the team included. */
    @Transactional(readOnly = true)
    public List<SignedIn> candidates(CaseFile file) {
        List<String> already =
                of(file.number()).stream().map(Exclusion::account).toList();
        return colleagues.of(file.center()).stream()
                .filter(person -> !already.contains(person.getUsername()))
                .toList();
    }

    /**
     * Keeps the case from a person from now on. Tasks that they hold go back to their desks; drafts of theirs stay sealed.
     *
     * @throws Refusal when the person works elsewhere, or is the case's officer: it must have another first
     */
    public void exclude(CaseFile file, String account, String reason) {
        if (!right.toExclude(file, account)) {
            throw new IllegalStateException("not the actor's to decide who sees " + file.number());
        }
        String person = colleagues.find(file.center(), account).getUsername();
        if (person.equals(file.officer())) {
            throw new Refusal("person", "casefile.exclusion.person.isOfficer");
        }
        Reason why = Reason.of(reason);
        // Whoever excludes themselves loses sight of the case with the first line written.
        acting.as(acting.current().at(file.center()), () -> keepFrom(file, person, why));
    }

    private void keepFrom(CaseFile file, String person, Reason why) {
        held.forEach(room -> room.putBack(file.number(), person));
        team.leave(file.number(), person);
        int kept = jdbc.sql(
                        """
                insert into case_exclusion (case_number, center, account, reason, decided_by, decided_at)
                values (?, ?, ?, ?, ?, ?) on conflict (account, case_number) where lifted_at is null do nothing
                """)
                .params(
                        file.number().value(),
                        file.center(),
                        person,
                        why.key(),
                        acting.current().account(),
                        OffsetDateTime.now(clock))
                .update();
        if (kept > 0) {
            trail.note(Act.PERSON_EXCLUDED, file.number(), Map.of("person", person, "reason", why.key()));
        }
    }

    /** The person sees the case again, as far as their roles reach. */
    public void lift(CaseFile file, String account) {
        if (!right.toLiftExclusion(file, account)) {
            throw new IllegalStateException("not the actor's to decide who sees " + file.number());
        }
        if (of(file.number()).stream().noneMatch(one -> one.account().equals(account))) {
            return;
        }
        jdbc.sql(
                        """
                update case_exclusion set lifted_by = ?, lifted_at = ? where case_number = ? and account = ? and lifted_at is null
                """)
                .params(
                        acting.current().account(),
                        OffsetDateTime.now(clock),
                        file.number().value(),
                        account)
                .update();
        trail.note(Act.EXCLUSION_LIFTED, file.number(), Map.of("person", account));
    }
}
