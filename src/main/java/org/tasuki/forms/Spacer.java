package org.tasuki.forms;

/** Room between parts. */
record Spacer(Place place) implements Component {}
