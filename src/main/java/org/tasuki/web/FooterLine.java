package org.tasuki.web;

import java.util.Optional;

/**
 * A line at the foot of every page. A module that has something to say everywhere declares one as a bean. Answers from
 * memory: it also stands on the page that says that the database is away.
 */
public interface FooterLine {

    /** Empty while there is nothing to say. */
    Optional<Shown> shown();

    /**
     * @param template the template whose fragment {@code line(facts)} draws it
     * @param facts what the fragment is given
     */
    record Shown(String template, Object facts) {}
}
