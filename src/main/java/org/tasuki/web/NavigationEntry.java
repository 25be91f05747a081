package org.tasuki.web;

import java.util.Collections;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * An entry of the main navigation. A module that has a page of its own declares one as a bean; {@code @Order} places it.
 *
 * @param path the page
 * @param label a message key
 * @param roles the role keys that see it; empty for everybody who has signed in
 * @param news how much is new there for whoever reads; asked on every page
 */
public record NavigationEntry(String path, String label, Set<String> roles, IntSupplier news) {

    /** One that never has news. */
    public NavigationEntry(String path, String label, Set<String> roles) {
        this(path, label, roles, () -> 0);
    }

    /** As the header shows it. */
    record Shown(String path, String label, int news) {}

    boolean isFor(Visitor visitor) {
        return roles.isEmpty() || !Collections.disjoint(roles, visitor.roles());
    }

    Shown shown() {
        return new Shown(path, label, news.getAsInt());
    }
}
