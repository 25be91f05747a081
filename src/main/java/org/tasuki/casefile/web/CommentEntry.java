package org.tasuki.casefile.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into a case's comments, and what is wrong with it.
 *
 * @param problem of the text, in the reader's language
 * @param mentionProblem of who was called, in the reader's language
 */
record CommentEntry(String text, Set<String> mentions, @Nullable String problem, @Nullable String mentionProblem) {

    static final CommentEntry NOTHING = new CommentEntry("", Set.of(), null, null);
}
