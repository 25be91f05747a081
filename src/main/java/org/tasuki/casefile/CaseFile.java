package org.tasuki.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.CaseNumber;

/** A case with the child it is about. Unknown is an answer: most of what is known of a child may be missing. */
public record CaseFile(
        CaseNumber number,
        String center,
        Status status,
        @Nullable String outcome,
        String urgency,
        @Nullable String officer,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable CaseNumber joinedInto,
        Child child) {

    public enum Status {
        OPEN,
        CLOSED,
        WITHDRAWN,
        JOINED,
        /** Its time was over, and two people decided so: a stub. */
        ERASED
    }

    public record Child(
            @Nullable String name,
            @Nullable String kana,
            @Nullable LocalDate birthDate,
            @Nullable String sex,
            @Nullable String address,
            @Nullable String school) {}

    public boolean open() {
        return status == Status.OPEN;
    }

    public boolean erased() {
        return status == Status.ERASED;
    }
}
