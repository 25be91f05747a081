package org.tasuki.notices;

import java.time.Instant;

/** What a mail may say of a notice: no case, no name, no task. */
public record Told(NoticeKind kind, String process, String step, Instant dueAt) {}
