package org.tasuki.forms;

import org.tasuki.terms.Text;

/** A value that may be chosen, and what it is called. */
public record Option(String value, Text label) {}
