package org.tasuki.workload;

import java.time.LocalDate;

/** A week from Monday to Sunday in Japan: cases that came, and cases that ended. The last may not be over. */
public record Week(LocalDate monday, int opened, int closed) {}
