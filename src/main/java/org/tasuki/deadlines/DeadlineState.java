package org.tasuki.deadlines;

/** Where a deadline stands. A breach is recorded with its reason, never hidden. */
public enum DeadlineState {
    RUNNING("running"),
    OVER("over"),
    MET("met"),
    MET_LATE("met late"),
    CANCELLED("cancelled");

    private final String key;

    DeadlineState(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    static DeadlineState of(String key) {
        for (DeadlineState state : values()) {
            if (state.key.equals(key)) {
                return state;
            }
        }
        throw new IllegalArgumentException("unknown state of a deadline: " + key);
    }
}
