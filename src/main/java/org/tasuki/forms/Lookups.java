package org.tasuki.forms;

import java.util.List;

/** Options that depend on the office: agencies, officers. What is not among them cannot be chosen. */
@FunctionalInterface
public interface Lookups {

    /** Nothing to choose from. */
    Lookups NONE = source -> List.of();

    /** The options of a source such as {@code agencies:police}, in the order to show; none when it is unknown. */
    List<Option> options(String source);
}
