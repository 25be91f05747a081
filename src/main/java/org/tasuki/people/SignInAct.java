package org.tasuki.people;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens around signing in, told to whoever keeps a trail of it. An act is told in its own transaction. */
public enum SignInAct {
    SIGNED_IN,
    SIGN_IN_FAILED,
    PASSWORD_ACCEPTED,
    SIGN_IN_SLOWED,
    CODE_REFUSED,
    FACTOR_ADDED,
    FACTOR_REMOVED,
    FACTORS_RESET,
    STEPPED_UP,
    STEP_UP_REFUSED,
    PASSWORD_CHANGED,
    PASSWORD_CHOSEN,
    PASSWORD_CODE_REFUSED,
    SESSIONS_ENDED,
    ACCOUNT_SIGNED_OUT,
    CENTER_SIGNED_OUT;

    /** With keys and numbers only. */
    public Told with(Map<String, String> detail) {
        return new Told(this, null, detail);
    }

    /** Of somebody who has not signed in. What was typed may be anything: only an account that there is is kept. */
    public Told at(@Nullable String typed, Map<String, String> detail) {
        return new Told(this, typed, detail);
    }

    /** @param typed whose account it would have been, while nobody has signed in */
    public record Told(SignInAct act, @Nullable String typed, Map<String, String> detail) {}
}
