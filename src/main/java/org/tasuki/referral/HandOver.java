package org.tasuki.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.CaseNumber;

/** A case handed over to an agency (引継ぎ): sent, and answered one way or the other, or met with silence. */
public record HandOver(
        String id,
        CaseNumber number,
        String center,
        Kind kind,
        @Nullable String agency,
        @Nullable String purpose,
        State state,
        Instant preparedAt,
        @Nullable Instant sentAt,
        @Nullable Instant answeredAt) {

    public enum Kind {
        POLICE,
        SUPPORT
    }

    /** Where a hand-over stands, and where it may go from there. */
    public enum State {
        PREPARED,
        SENT,
        ACCEPTED,
        DECLINED,
        SILENT,
        UNDERTAKEN,
        DROPPED;

        /** Still waits for somebody: a case with such a hand-over cannot close. */
        public boolean open() {
            return this == PREPARED || this == SENT || this == DECLINED || this == SILENT;
        }

        /** Lies with the agency, which sees the child of the case. */
        boolean inHands() {
            return this == SENT || this == ACCEPTED;
        }

        boolean mayBecome(State next) {
            return switch (next) {
                case PREPARED -> this == DECLINED || this == SILENT;
                case SENT, DROPPED -> this == PREPARED;
                case ACCEPTED, DECLINED, SILENT -> this == SENT;
                case UNDERTAKEN -> this == DECLINED || this == SILENT;
            };
        }
    }
}
