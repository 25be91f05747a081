package org.tasuki.forms;

/** A line between parts. */
record Separator(Place place) implements Component {}
