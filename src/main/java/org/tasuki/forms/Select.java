package org.tasuki.forms;

/** One of several options, in a list that opens. */
record Select(Head head, Options options) implements Choice {}
