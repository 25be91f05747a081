package org.tasuki.people;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;

/** The identity provider said who somebody is, or should have, and they are not let in all the same. */
public final class ProviderRefused extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    /** Why, as the sign-in page says it and the trail keeps it. */
    public enum Why {
        /** The provider cannot be reached. */
        AWAY,
        /** What it answered is no proof: a wrong signature, another audience, not what was asked for. */
        ANSWER,
        /** The answer belongs to no sign-in that this browser began, or to one that is over. */
        LOST,
        /** The person, or the provider, gave up. */
        CANCELLED,
        /** There is no such account here. */
        UNKNOWN,
        /** The account is closed. */
        CLOSED,
        /** The account belongs to another person of the provider's. */
        LINKED,
        /** The roles that the provider names are none of ours, or not those of the account's place. */
        ROLES;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Why why;
    private final @Nullable String account;

    public ProviderRefused(Why why) {
        this(why, null);
    }

    /** @param account whose it would have been, where that is known */
    ProviderRefused(Why why, @Nullable String account) {
        super("the identity provider's word does not let anybody in: " + why.key());
        this.why = why;
        this.account = account;
    }

    public @Nullable String account() {
        return account;
    }

    public Why why() {
        return why;
    }
}
