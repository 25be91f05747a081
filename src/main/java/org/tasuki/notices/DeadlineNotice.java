package org.tasuki.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.CaseNumber;

/**
 * What somebody must hear of an open task. Instants are on the case's clock.
 *
 * @param escalated whether it climbed to the reader's desk, rather than being the reader's own task
 * @param holder the account that has the task; null while it waits at {@code desk}
 * @param now on the case's clock
 */
public record DeadlineNotice(
        NoticeKind kind,
        boolean escalated,
        CaseNumber number,
        String taskId,
        String process,
        String step,
        String desk,
        @Nullable String holder,
        @Nullable String childName,
        String urgency,
        Instant bornAt,
        Instant dueAt,
        Instant at,
        Instant now,
        boolean read) {}
