package org.tasuki.forms;

import org.tasuki.terms.Text;

/** A text to read; a line that starts with # is a heading. */
record StaticText(Text text, Place place) implements Component {}
