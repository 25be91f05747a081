package org.tasuki.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Acting;
import org.tasuki.people.Role;
import org.tasuki.people.SignedIn;
import org.tasuki.terms.CaseNumber;

/** Cases that only the people on a list see (閲覧制限): a staff member's family, a family that the press is after. */
@Component
@Transactional
public class Restrictions {

    private final JdbcClient jdbc;
    private final Colleagues colleagues;
    private final Exclusions exclusions;
    private final List<HeldTasks> held;
    private final TeamRight right;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;

    Restrictions(
            JdbcClient jdbc,
            Colleagues colleagues,
            Exclusions exclusions,
            List<HeldTasks> held,
            TeamRight right,
            Acting acting,
            AuditTrail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.colleagues = colleagues;
        this.exclusions = exclusions;
        this.held = held;
        this.right = right;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    public enum Reason {
        STAFF, // 職員の親族等
        PUBLIC, // 社会的関心の高い事例
        THREAT, // 加害・つきまといのおそれ
        OTHER;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Reason of(String key) {
            return Arrays.stream(values())
                    .filter(one -> one.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new Refusal("reason", "casefile.restriction.reason.missing"));
        }
    }

    /** @param readers who sees the case, by account */
    public record Restriction(long id, Reason reason, String by, Instant at, List<String> readers) {}

    @Transactional(readOnly = true)
    public Optional<Restriction> of(CaseNumber number) {
        return jdbc.sql(
                        """
                select r.*, (select array_agg(n.account order by n.account) from case_reader n where n.restriction = r.id) as readers
                from case_restriction r where r.case_number = ? and r.lifted_at is null
                """)
                .param(number.value())
                .query((row, i) -> new Restriction(
                        row.getLong("id"),
                        Reason.of(row.getString("reason")),
                        row.getString("decided_by"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        List.of((String[]) row.getArray("readers").getArray())))
                .optional();
    }

    /** Everybody who could be on the list. */
    @Transactional(readOnly = true)
    public List<SignedIn> candidates(CaseFile file) {
        List<String> excluded = exclusions.of(file.number()).stream()
                .map(Exclusions.Exclusion::account)
                .toList();
        return colleagues.of(file.center()).stream()
                .filter(person -> !excluded.contains(person.getUsername()))
                .toList();
    }

    /**
     * From now on only these people see the case; a list that was there is replaced. Tasks that others hold go back to
     * their desks.
     *
     * @throws Refusal when the list lacks the actor, the case's officer, a supervisor or the director:
     *     somebody must do the work, and somebody must watch it
     */
    public void restrict(CaseFile file, String reason, Collection<String> readers) {
        if (!right.toRestrict(file)) {
            throw new IllegalStateException("not the actor's to decide who sees " + file.number());
        }
        Reason why = Reason.of(reason);
        Set<String> list = new TreeSet<>(readers);
        check(file, list);
        acting.as(acting.current().at(file.center()), () -> keep(file, why, list));
    }

    private void check(CaseFile file, Set<String> list) {
        List<SignedIn> possible = candidates(file);
        List<SignedIn> people = possible.stream()
                .filter(person -> list.contains(person.getUsername()))
                .toList();
        if (people.size() < list.size()) {
            throw new Refusal("readers", "casefile.restriction.readers.unknown");
        }
        if (!list.contains(acting.current().account())) {
            throw new Refusal("readers", "casefile.restriction.readers.yourself");
        }
        if (file.officer() != null && !list.contains(file.officer())) {
            throw new Refusal("readers", "casefile.restriction.readers.officer");
        }
        for (Role needed : List.of(Role.OFFICER, Role.SUPERVISOR, Role.DIRECTOR)) {
            if (people.stream().noneMatch(person -> person.actor().has(needed))) {
                throw new Refusal("readers", "casefile.restriction.readers.roles");
            }
        }
    }

    private void keep(CaseFile file, Reason why, Set<String> list) {
        end(file);
        long id = jdbc.sql(
                        """
                insert into case_restriction (case_number, center, reason, decided_by, decided_at) values (?, ?, ?, ?, ?) returning id
                """)
                .params(
                        file.number().value(),
                        file.center(),
                        why.key(),
                        acting.current().account(),
                        OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
        list.forEach(person -> jdbc.sql(
                        "insert into case_reader (restriction, case_number, center, account) values (?, ?, ?, ?)")
                .params(id, file.number().value(), file.center(), person)
                .update());
        holders(file.number()).stream()
                .filter(holder -> !list.contains(holder))
                .forEach(holder -> held.forEach(room -> room.putBack(file.number(), holder)));
        trail.note(
                Act.CASE_RESTRICTED, file.number(), Map.of("reason", why.key(), "people", String.valueOf(list.size())));
    }

    private List<String> holders(CaseNumber number) {
        return jdbc.sql(
                        "select distinct i.assignee from inbox_item i join account a on a.id = i.assignee and a.agency is null"
                                + " where i.case_number = ?")
                .param(number.value())
                .query(String.class)
                .list();
    }

    /** Everybody whose roles reach so far sees it again. */
    public void lift(CaseFile file) {
        if (!right.toLiftRestriction(file)) {
            throw new IllegalStateException("not the actor's to decide who sees " + file.number());
        }
        if (end(file)) {
            trail.note(Act.RESTRICTION_LIFTED, file.number(), Map.of());
        }
    }

    private boolean end(CaseFile file) {
        return jdbc.sql(
                                "update case_restriction set lifted_by = ?, lifted_at = ? where case_number = ? and lifted_at is null")
                        .params(
                                acting.current().account(),
                                OffsetDateTime.now(clock),
                                file.number().value())
                        .update()
                > 0;
    }
}
