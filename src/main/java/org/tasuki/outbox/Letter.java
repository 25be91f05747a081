package org.tasuki.outbox;

/** What a mail says, in its reader's language: plain text, no name, and no case's number. */
public record Letter(String subject, String text) {}
