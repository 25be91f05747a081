package org.tasuki.notices.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes iCalendar (RFC 5545): the dozen lines that a deadline takes do not carry a library of several megabytes; the tests
 * read them with one. Moments are in UTC, which every program shows in its reader's time; Japan's has no summer time to explain.
 */
final class CalendarText {

    private static final int LONGEST = 75;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder lines = new StringBuilder();

    CalendarText line(String name, String value) {
        fold(name + ":" + value);
        return this;
    }

    /** A value that somebody reads. */
    CalendarText text(String name, String text) {
        return line(name, escaped(text));
    }

    CalendarText moment(String name, Instant moment) {
        return line(name, UTC.format(moment));
    }

    /** Section 3.3.11. A carriage return has no form of its own. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }

    /** Section 3.1: 75 bytes a line, and no character torn apart. */
    private void fold(String line) {
        int used = 0;
        int[] characters = line.codePoints().toArray();
        for (int character : characters) {
            String one = Character.toString(character);
            int bytes = one.getBytes(StandardCharsets.UTF_8).length;
            if (used + bytes > LONGEST) {
                lines.append("\r\n ");
                used = 1;
            }
            lines.append(one);
            used += bytes;
        }
        lines.append("\r\n");
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
