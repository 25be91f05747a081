package org.tasuki.people;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.ProviderRefused.Why;

/**
 * Whose account it is that an identity provider speaks of. The first time the account's name decides, from then on the
 * provider's own number of the person: a name may be given to somebody else one day. The provider invents no account.
 */
@Component
@Transactional
public class ProviderAccounts {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Acting acting;
    private final Clock clock;
    private final ApplicationEventPublisher changes;

    ProviderAccounts(
            JdbcClient jdbc, Accounts accounts, Acting acting, Clock clock, ApplicationEventPublisher changes) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.acting = acting;
        this.clock = clock;
        this.changes = changes;
    }

    /**
     * What a provider says of somebody.
     *
     * @param subject the person's number there, which is never given to another
     * @param account the account's name here, as the provider knows it
     * @param roles for this session; null leaves them as they are in the directory
     */
    public record Introduction(String issuer, String subject, @Nullable String account, @Nullable Set<Role> roles) {}

    /** The person behind the introduction, with the roles of this session; refuses with a reason otherwise. */
    public SignedIn admit(Introduction introduced) {
        Optional<String> linked = linked(introduced);
        SignedIn person = linked.or(() -> Optional.ofNullable(introduced.account()))
                .flatMap(accounts::find)
                .orElseThrow(() -> new ProviderRefused(Why.UNKNOWN));
        if (linked.isEmpty() && isAnothers(person, introduced)) {
            throw new ProviderRefused(Why.LINKED, person.getUsername());
        }
        if (!person.enabled()) {
            throw new ProviderRefused(Why.CLOSED, person.getUsername());
        }
        SignedIn admitted = withRoles(person, introduced.roles());
        if (linked.isEmpty()) {
            link(admitted, introduced);
        }
        return admitted;
    }

    /** The next person whom the provider calls by the account's name gets it. */
    public void unlink(String account) {
        if (jdbc.sql("delete from account_link where account = ?")
                        .param(account)
                        .update()
                > 0) {
            changes.publishEvent(new DirectoryChange.AccountUnlinked(account));
        }
    }

    @Transactional(readOnly = true)
    public Set<String> linked() {
        return jdbc.sql("select distinct account from account_link")
                .query(String.class)
                .set();
    }

    private Optional<String> linked(Introduction introduced) {
        return jdbc.sql("select account from account_link where issuer = ? and subject = ?")
                .params(introduced.issuer(), introduced.subject())
                .query(String.class)
                .optional();
    }

    private boolean isAnothers(SignedIn person, Introduction introduced) {
        return jdbc.sql("select exists (select from account_link where issuer = ? and account = ?)")
                .params(introduced.issuer(), person.getUsername())
                .query(Boolean.class)
                .single();
    }

    /** The place stays the directory's: an agency's people have its role and no other, a center's none of an agency. */
    private static SignedIn withRoles(SignedIn person, @Nullable Set<Role> roles) {
        if (roles == null) {
            return person;
        }
        Actor known = person.actor();
        Predicate<Role> fits = known.agency() == null ? Role::ofOffice : known::has;
        if (roles.isEmpty() || !roles.stream().allMatch(fits)) {
            throw new ProviderRefused(Why.ROLES, person.getUsername());
        }
        Actor actor = Actor.person(known.account(), roles, known.center(), known.agency());
        return new SignedIn(actor, person.name(), person.place(), person.password(), true);
    }

    /** Two windows at once link once. */
    private void link(SignedIn person, Introduction introduced) {
        int made = jdbc.sql("insert into account_link (issuer, subject, account, linked_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(introduced.issuer(), introduced.subject(), person.getUsername(), OffsetDateTime.now(clock))
                .update();
        if (made > 0) {
            acting.as(
                    person.actor(),
                    () -> changes.publishEvent(new DirectoryChange.AccountLinked(person.getUsername())));
        } else if (linked(introduced).isEmpty()) {
            throw new ProviderRefused(Why.LINKED, person.getUsername());
        }
    }
}
