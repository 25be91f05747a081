package org.tasuki.engine;

/** Where a process is called from: the calling process and its step. */
public record CallSite(String process, String step) {}
