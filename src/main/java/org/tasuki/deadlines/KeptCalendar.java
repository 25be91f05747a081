package org.tasuki.deadlines;

/**
 * A calendar as an office keeps it.
 *
 * @param version 0 for the usual one, which nobody has changed
 */
public record KeptCalendar(int version, BusinessCalendar calendar) {}
