package org.tasuki.web;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /**
     * As the header shows it.
     *
     * @param current whether the page that is shown belongs to it
     */
    record Shown(String path, String label, int news, boolean current) {}

    /** Of the entries under which a page lies, the nearest: one part of a room may have an entry of its own. */
    static List<Shown> shown(List<NavigationEntry> entries, String page) {
        Optional<String> current = entries.stream()
                .map(NavigationEntry::path)
                .filter(path -> page.equals(path) || page.startsWith(path.endsWith("/") ? path : path + "/"))
                .max(Comparator.comparingInt(String::length));
        return entries.stream()
                .map(entry -> new Shown(
                        entry.path(),
                        entry.label(),
                        entry.news().getAsInt(),
                        current.equals(Optional.of(entry.path()))))
                .toList();
    }

    boolean isFor(Visitor visitor) {
        return roles.isEmpty() || !Collections.disjoint(roles, visitor.roles());
    }
}
