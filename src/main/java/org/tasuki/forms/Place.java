package org.tasuki.forms;

import org.jspecify.annotations.Nullable;

/** Where a component stands: its row, its share of the 16 columns (none: an equal share), and when it is hidden. */
record Place(@Nullable String row, @Nullable Integer columns, @Nullable Condition hideWhen) {

    static final int COLUMNS = 16;
}
