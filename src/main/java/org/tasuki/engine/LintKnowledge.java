package org.tasuki.engine;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the other rooms know, and a process may refer to.
 *
 * @param roles the keys of the roles that can own a task
 * @param form whether a form of this key exists
 * @param rule whether a deadline rule of this id exists
 * @param routing the process variables that a form of this key sets
 * @param aside whether an answer to this form is written down elsewhere too: a fact, a column, another room's book
 */
public record LintKnowledge(
        Set<String> roles,
        Predicate<String> form,
        Predicate<String> rule,
        Function<String, Set<String>> routing,
        Predicate<String> aside) {}
