package org.tasuki.forms;

import java.time.LocalDateTime;
import java.util.List;

/** What a form cannot know by itself: the office's agencies and officers, and how late it is on the case's clock. */
@FunctionalInterface
public interface Lookups {

    /** Nothing to choose from. */
    Lookups NONE = source -> List.of();

    /** The options of a source such as {@code agencies:police}, in the order to show; none when it is unknown. */
    List<Option> options(String source);

    /** The last moment, in Japan, at which something can have happened already. */
    default LocalDateTime present() {
        return LocalDateTime.MAX;
    }
}
