package org.tasuki.audit;

import java.util.Locale;

/** What can be done that leaves a trail. */
public enum Act {
    CASE_OPENED,
    CASE_VIEWED,
    CASE_CLOSED,
    CASE_WITHDRAWN,
    CASE_JOINED,
    CASE_REOPENED,
    CASE_SEARCHED,
    NOTIFIER_SHOWN,
    TASK_CLAIMED,
    TASK_RELEASED,
    TASK_COMPLETED,
    TASK_CANCELLED,
    DEADLINE_PASSED,
    HAND_OVER_SENT,
    HAND_OVER_ANSWERED,
    HAND_OVER_SILENT,
    HAND_OVER_RECALLED,
    CONTACT_NOTED,
    ACCESS_REFUSED,
    SIGNED_IN,
    SIGN_IN_FAILED,
    CENTER_ADDED,
    AGENCY_ADDED,
    ACCOUNT_ADDED,
    ACCOUNT_CLOSED,
    ACCOUNT_REOPENED,
    ACCOUNT_LINKED,
    ACCOUNT_UNLINKED,
    KEY_ROTATED,
    KEY_RESEALED,
    TRAIL_VERIFIED,
    ANOMALIES_VIEWED,
    TRAIL_VIEWED;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
