package org.tasuki.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.CaseNumber;

/** A request to see the records of a case, and how far it has come. */
public record Request(
        long id,
        CaseNumber number,
        String requester,
        LocalDate receivedOn,
        LocalDate dueOn,
        @Nullable String extendedWhy,
        String state,
        String openedBy,
        @Nullable String proposedBy,
        @Nullable Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    /** Who may ask: the child, a legal representative, somebody with a power of attorney (art. 76). */
    public static final List<String> REQUESTERS = List.of("self", "representative", "agent");

    /** The numbers of art. 78 (1) that an office like this may refer to. */
    public static final List<String> GROUNDS = List.of("1", "2", "3", "5", "6", "7");

    /** The third person's data: what every record of others begins with. */
    static final String OTHERS = "2";

    /** What was told in confidence, such as a notification (CAPA 7): nobody would tell any more. */
    static final String THE_OFFICES_WORK = "7";

    public boolean open() {
        return state.equals("open");
    }

    public boolean proposed() {
        return state.equals("proposed");
    }

    public boolean decided() {
        return state.equals("decided");
    }
}
