package org.tasuki.web;

import java.util.Optional;

/**
 * What is said in the strip of a practice class, on every page of whoever sits in it. The strip also stands on the page that says that the
 * database is away: what cannot be known is left out.
 */
public interface PracticeStrip {

    /** The template's fragment is {@code strip(facts)}. Empty where whoever asks sits in no class. */
    Optional<FooterLine.Shown> shown();
}
