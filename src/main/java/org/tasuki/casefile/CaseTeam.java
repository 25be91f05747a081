package org.tasuki.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Acting;
import org.tasuki.people.Role;
import org.tasuki.people.SignedIn;
import org.tasuki.terms.CaseNumber;

/**
 * Who works on a case (担当者・関係職員), and so sees it. Whoever holds a task of it and its officer belong to it by
 * themselves, see {@code V25__who_may.sql}; others are added.
 */
@Component
@Transactional
public class CaseTeam {

    private final JdbcClient jdbc;
    private final CaseFiles files;
    private final Colleagues colleagues;
    private final TeamRight right;
    private final Acting acting;
    private final AuditTrail trail;
    private final List<HeldTasks> held;
    private final Clock clock;

    CaseTeam(
            JdbcClient jdbc,
            CaseFiles files,
            Colleagues colleagues,
            TeamRight right,
            Acting acting,
            AuditTrail trail,
            @Lazy List<HeldTasks> held,
            Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.colleagues = colleagues;
        this.right = right;
        this.acting = acting;
        this.trail = trail;
        this.held = held;
        this.clock = clock;
    }

    public record Member(String account, Instant since) {}

    @Transactional(readOnly = true)
    public List<Member> of(CaseNumber number) {
        return jdbc.sql(
                        "select account, joined_at from case_team where case_number = ? and left_at is null order by joined_at,"
                                + " account")
                .param(number.value())
                .query((row, i) -> new Member(
                        row.getString("account"),
                        row.getObject("joined_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Those who could be added: the center's people who are not on the team, and from whom the case is not kept. */
    @Transactional(readOnly = true)
    public List<SignedIn> candidates(CaseFile file) {
        Set<String> not = of(file.number()).stream().map(Member::account).collect(Collectors.toSet());
        not.addAll(excluded(file.number()));
        return colleagues.of(file.center()).stream()
                .filter(person -> !not.contains(person.getUsername()))
                .toList();
    }

    /** @throws Refusal when the person works elsewhere or is excluded */
    public void add(CaseFile file, String account) {
        mustMay(file);
        String person = fit(file, account).getUsername();
        join(file.number(), file.center(), person);
        trail.note(Act.TEAM_JOINED, file.number(), Map.of("person", person));
    }

    /** @throws Refusal when the person is the case's officer or still holds a task of it */
    public void remove(CaseFile file, String account) {
        mustMay(file);
        if (of(file.number()).stream().noneMatch(member -> member.account().equals(account))) {
            throw new Refusal("person", "casefile.team.person.unknown");
        }
        if (account.equals(file.officer())) {
            throw new Refusal("person", "casefile.team.person.isOfficer");
        }
        if (holds(file.number(), account)) {
            throw new Refusal("person", "casefile.team.person.holdsTask");
        }
        if (leave(file.number(), account)) {
            trail.note(Act.TEAM_LEFT, file.number(), Map.of("person", account));
        }
    }

    /** @throws Refusal when the person is no officer of the center or is excluded */
    public void changeOfficer(CaseFile file, String account) {
        mustMay(file);
        SignedIn person = fit(file, account);
        if (!person.actor().has(Role.OFFICER)) {
            throw new Refusal("officer", "casefile.team.officer.none");
        }
        // The new officer may be nobody that the actor's own rights reach yet.
        acting.as(acting.current().at(file.center()), () -> files.setOfficer(file.number(), account));
        String before = file.officer();
        if (before != null && !before.equals(account)) {
            held.forEach(room -> room.handOver(file.number(), before, account));
        }
        trail.note(Act.OFFICER_CHANGED, file.number(), Map.of("person", account));
    }

    /** Whoever takes a call works on its case from then on. */
    public void join(CaseNumber number, String center, String account) {
        acting.as(acting.current().at(center), () -> jdbc.sql("select joins_team(?, ?, ?)")
                .params(number.value(), center, account)
                .query()
                .listOfRows());
    }

    /** Two cases about one child: whoever worked on one of them sees the other. */
    void share(CaseNumber one, CaseNumber other, String center) {
        acting.as(acting.current().at(center), () -> {
            copy(one, other);
            copy(other, one);
        });
    }

    private void copy(CaseNumber from, CaseNumber to) {
        jdbc.sql("select joins_team(?, center, account) from case_team where case_number = ? and left_at is null")
                .params(to.value(), from.value())
                .query()
                .listOfRows();
    }

    boolean leave(CaseNumber number, String account) {
        return jdbc.sql(
                                """
                update case_team set left_at = ?, left_by = ? where case_number = ? and account = ? and left_at is null
                """)
                        .params(OffsetDateTime.now(clock), acting.current().account(), number.value(), account)
                        .update()
                > 0;
    }

    private boolean holds(CaseNumber number, String account) {
        return jdbc.sql("select exists (select from inbox_item where case_number = ? and assignee = ?)")
                .params(number.value(), account)
                .query(Boolean.class)
                .single();
    }

    private List<String> excluded(CaseNumber number) {
        return jdbc.sql("select account from case_exclusion where case_number = ? and lifted_at is null")
                .param(number.value())
                .query(String.class)
                .list();
    }

    private SignedIn fit(CaseFile file, String account) {
        SignedIn person = colleagues.find(file.center(), account);
        if (excluded(file.number()).contains(account)) {
            throw new Refusal("person", "casefile.team.person.excluded");
        }
        return person;
    }

    private void mustMay(CaseFile file) {
        if (!right.toChangeTeam(file)) {
            throw new IllegalStateException("not the actor's to decide who sees " + file.number());
        }
    }
}
