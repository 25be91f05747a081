package org.tasuki.web;

import java.util.Collections;
import java.util.Set;

/**
 * An entry of the main navigation. A module that has a page of its own declares one as a bean; {@code @Order} places it.
 *
 * @param path the page
 * @param label a message key
 * @param roles the role keys that see it; empty for everybody who has signed in
 */
public record NavigationEntry(String path, String label, Set<String> roles) {

    boolean isFor(Visitor visitor) {
        return roles.isEmpty() || !Collections.disjoint(roles, visitor.roles());
    }
}
