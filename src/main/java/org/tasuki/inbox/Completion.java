package org.tasuki.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tasuki.forms.Problem;
import org.tasuki.forms.Submission;
import org.tasuki.terms.CaseNumber;

/** What came of an attempt to claim or complete a task. */
public sealed interface Completion {

    /** The step is done, and the next are born. */
    record Done(CaseNumber number) implements Completion {}

    /** The answer cannot stand; nothing was changed, and what was typed is kept in the draft. */
    record Invalid(Submission submission, List<Problem> problems) implements Completion {}

    /** A row of a list was added or removed: the page comes again. */
    record Rearranged(Submission submission) implements Completion {}

    /** Nobody works on it: there is nothing to put back. */
    record Unclaimed() implements Completion {}

    /** The actor is away by what stands in the absences: nothing is given to the absent. */
    record Away() implements Completion {}

    /** The actor proposed what is approved here: somebody else decides. */
    record Proposed() implements Completion {}

    /** The same person saved something newer from elsewhere: which of the two counts is theirs to say. */
    record Newer() implements Completion {}

    /** Somebody else works on it. */
    record HeldBy(String account) implements Completion {}

    /** The task is not there any more: completed by somebody, or its case took another way. Null when not known. */
    record Gone(@Nullable String completedBy) implements Completion {}
}
