package org.tasuki.limits;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.deadlines.DeadlineRule;
import org.tasuki.deadlines.DeadlineRules;
import org.tasuki.deadlines.MovePreview;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.terms.Japan;

/** Running deadlines stay under their version of a rule, unless somebody says here that they move on to the newest. */
@Component
public class RuleMoves {

    private static final int AT_ONCE = 20;

    private final JdbcClient jdbc;
    private final DeadlineRules rules;
    private final MovePreview preview;
    private final FollowWatch watch;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RuleMoves(
            JdbcClient jdbc,
            DeadlineRules rules,
            MovePreview preview,
            FollowWatch watch,
            Acting acting,
            AuditTrail trail,
            Clock clock,
            PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.preview = preview;
        this.watch = watch;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    /** The newest version of each rule that has more than one in effect today. */
    public List<DeadlineRule> renewed() {
        LocalDate today = today();
        return rules.all().stream()
                .filter(rule -> !rule.effectiveFrom().isAfter(today))
                .filter(rule -> rules.rule(rule.id(), today).equals(rule))
                .filter(rule -> !rules.kept(rule.id(), LocalDate.MIN).equals(rule))
                .toList();
    }

    public Optional<DeadlineRule> find(String id) {
        return renewed().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** Which running deadlines are under an older version, and what moving them would do. */
    public Planned plan(DeadlineRule rule) {
        Actor system = Actor.system(center());
        return inTransaction(
                () -> acting.as(system, () -> new Planned(preview.to(center(), rule.id(), rule.effectiveFrom()))));
    }

    /** @return empty when something changed meanwhile, and nothing was asked for */
    public Optional<Planned> confirm(DeadlineRule rule, String mark) {
        Optional<Planned> asked = inTransaction(() -> {
            Planned now = plan(rule);
            if (now.moves().isEmpty() || !now.mark().equals(mark)) {
                return Optional.<Planned>empty();
            }
            ask(rule, now);
            return Optional.of(now);
        });
        if (asked.isPresent()) {
            watch.follow(center(), AT_ONCE);
        }
        return asked;
    }

    /** Those who run under an older version later on, because their case was away, follow too: it is said once for all. */
    private void ask(DeadlineRule rule, Planned now) {
        jdbc.sql(
                        """
                insert into rule_move (center, rule, to_version, by_account, at) values (?, ?, ?, acting_account(), ?)
                on conflict do nothing
                """)
                .params(center(), rule.id(), rule.effectiveFrom(), OffsetDateTime.now(clock))
                .update();
        trail.note(
                Act.RULE_MOVE_ASKED,
                Map.of(
                        "rule", rule.id(),
                        "version", rule.effectiveFrom().toString(),
                        "moved", String.valueOf(now.moves().size())));
    }

    private String center() {
        @Nullable String center = acting.current().center();
        return Objects.requireNonNull(center, "an administrator without a center");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Japan.ZONE);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
