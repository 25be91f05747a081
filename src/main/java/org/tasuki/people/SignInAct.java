package org.tasuki.people;

import java.util.Map;

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
    SESSIONS_ENDED;

    /** With keys and numbers only. */
    public Told with(Map<String, String> detail) {
        return new Told(this, detail);
    }

    public record Told(SignInAct act, Map<String, String> detail) {}
}
