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
        @Nullable Instant decidedAt,
        @Nullable String refusedWhy,
        @Nullable String returnedWhy,
        @Nullable String droppedWhy,
        @Nullable LocalDate givenOn,
        @Nullable String givenHow) {

    static final String NOTICE = "notice";

    /** How it is handed out; of a refusal only the notice is. */
    public static final List<String> WAYS = List.of("in-person", "post", "not-collected", NOTICE);

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

    public boolean given() {
        return state.equals("given");
    }

    boolean dropped() {
        return state.equals("dropped");
    }

    /** Until its last step is done there can be no other. */
    public boolean underWay() {
        return open() || proposed() || decided();
    }

    /** There is a document to give. */
    public boolean hasDocument() {
        return (decided() || given()) && refusedWhy == null;
    }

    public List<String> ways() {
        return refusedWhy == null ? WAYS.subList(0, WAYS.size() - 1) : List.of(NOTICE);
    }
}
