package org.tasuki.inbox;

import org.jspecify.annotations.Nullable;
import org.tasuki.terms.CaseNumber;

/** What came of an attempt to take a step back. Only the first changes anything. */
public sealed interface Undone {

    /** The task is in the same hands again, with its answer as the draft. */
    record Done(CaseNumber number) implements Undone {}

    /** More than a minute ago, or a step that stands at once. */
    record Late() implements Undone {}

    /** Taken back already. */
    record Twice() implements Undone {}

    /** Only whoever did it takes it back. */
    record NotTheirs(String account) implements Undone {}

    /** The case was closed, joined, withdrawn or erased since. */
    record Closed() implements Undone {}

    /**
     * Somebody has gone on from there.
     *
     * @param step of what came of it; null when the case moved otherwise
     * @param account who has it in hands or has done it; null when it went back to its desk
     */
    record Moved(@Nullable String process, @Nullable String step, @Nullable String account, @Nullable String desk)
            implements Undone {}

    /** There is no such step, or not for the reader. */
    record Unknown() implements Undone {}
}
