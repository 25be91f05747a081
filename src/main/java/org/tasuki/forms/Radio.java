package org.tasuki.forms;

/** One of a few options, all in sight. */
record Radio(Head head, Options options) implements Choice {}
