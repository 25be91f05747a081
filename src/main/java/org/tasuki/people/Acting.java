package org.tasuki.people;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who is acting in this thread, told to PostgreSQL in each transaction so that row-level security can decide.
 * A person who signed in acts as themselves; timers, projections and agencies' answers act {@link #as} somebody named.
 */
@Component
public class Acting {

    private static final String TELL =
            """
            select set_config('tasuki.account', ?, true), set_config('tasuki.center', ?, true),
                   set_config('tasuki.agency', ?, true), set_config('tasuki.trail', ?, true),
                   set_config('tasuki.scope', ?, true), set_config('tasuki.desks', ?, true),
                   set_config('tasuki.now', ?, true), set_config('tasuki.office', ?, true),
                   set_config('tasuki.sees', ?, true), set_config('tasuki.hidden', ?, true),
                   set_config('tasuki.on_team', '', true)
            """;

    /** As the database writes down that no case is hidden from whoever acts: a step of the flow was let in before. */
    private static final String NOTHING = "=";

    private final ThreadLocal<@Nullable Actor> named = new ThreadLocal<>();
    private final Rights rights;
    private final Clock clock;

    Acting(Rights rights, Clock clock) {
        this.rights = rights;
        this.clock = clock;
    }

    public Actor current() {
        Actor actor = named.get();
        return actor != null ? actor : signedIn();
    }

    /** Whether whoever acts has it over every case that they reach, or beside the cases. */
    public boolean may(Right right) {
        return rights.has(current(), right);
    }

    /** Does the work as this actor, also inside a transaction that somebody else began, and steps back afterwards. */
    public <T extends @Nullable Object> T as(Actor actor, Supplier<T> work) {
        Actor before = named.get();
        named.set(actor);
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    public void as(Actor actor, Runnable work) {
        as(actor, () -> {
            work.run();
            return true;
        });
    }

    /** For a timer, whose transaction begins before anybody knows whose case it is: acts as this until it ends. */
    public void untilTransactionEnds(Actor actor) {
        Actor before = named.get();
        named.set(actor);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                restore(before);
            }
        });
    }

    private void restore(@Nullable Actor before) {
        if (before == null) {
            named.remove();
        } else {
            named.set(before);
        }
    }

    /** Until the transaction ends, or somebody else is told. */
    void tell(Connection connection, Actor actor) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TELL)) {
            statement.setString(1, actor.account());
            statement.setString(2, Objects.requireNonNullElse(actor.caseCenter(), ""));
            statement.setString(3, Objects.requireNonNullElse(actor.agency(), ""));
            statement.setString(4, Objects.requireNonNullElse(trailCenter(actor), ""));
            statement.setString(5, scope(actor).key());
            statement.setString(6, String.join(",", actor.desks()));
            statement.setString(7, clock.instant().toString());
            statement.setString(8, Objects.requireNonNullElse(actor.center(), ""));
            statement.setString(9, seen(actor));
            statement.setString(10, scope(actor) == Scope.FLOW ? NOTHING : "");
            statement.execute();
        }
    }

    private Scope scope(Actor actor) {
        return actor.widened() != null ? actor.widened() : rights.reach(actor.roles());
    }

    /** The center all of whose cases the actor may see, but for those that are hidden; empty when it is none. */
    private String seen(Actor actor) {
        boolean all = scope(actor) == Scope.CENTER || scope(actor) == Scope.FLOW;
        return all ? Objects.requireNonNullElse(actor.caseCenter(), "") : "";
    }

    /** The center whose trail the actor may read: its caseworkers and its auditors. */
    private @Nullable String trailCenter(Actor actor) {
        return rights.has(actor, Right.READ_TRAIL) ? actor.center() : actor.caseCenter();
    }

    private static Actor signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn person) {
            return person.actor();
        }
        return Actor.NOBODY;
    }
}
