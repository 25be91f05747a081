package org.tasuki.practice;

import org.jspecify.annotations.Nullable;
import org.tasuki.inbox.InboxItem;
import org.tasuki.terms.CaseNumber;
import org.tasuki.training.Scenario;

/**
 * A practice case that is led along a named way.
 *
 * @param next what happens next on the way, with the task that waits for it; null when the way is at its end, or the case has left it
 */
public record Scripted(CaseNumber number, Scenario scenario, @Nullable Next next) {

    /** @param place how many steps of the way are behind once it has happened */
    public record Next(Scenario.Step step, InboxItem task, int place) {}
}
