package org.tasuki.inbox;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.CaseNumber;

/** Which answers have been heard, by the number that their page gave them: what is sent again is not done again. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HeardEntries {

    /** Travels beside the form's own fields. */
    static final String ENTRY = "_entry";

    private final JdbcClient jdbc;
    private final Clock clock;

    HeardEntries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * In the transaction of the step: both or neither.
     *
     * @return false when this very answer was heard before
     */
    boolean note(InboxItem item, String account, Map<String, List<String>> typed) {
        return entry(typed)
                        .map(entry -> jdbc.sql(
                                        """
                        insert into kept_entry (account, entry, case_number, center, task_id, at)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                                .params(
                                        account,
                                        entry,
                                        item.number().value(),
                                        item.center(),
                                        item.taskId(),
                                        OffsetDateTime.now(clock))
                                .update())
                        .orElse(1)
                == 1;
    }

    /** The case that it was an answer in, when this very answer to this very task was heard before. */
    Optional<CaseNumber> heard(String taskId, String account, Map<String, List<String>> typed) {
        return entry(typed)
                .flatMap(entry -> jdbc.sql(
                                "select case_number from kept_entry where account = ? and entry = ? and task_id = ?")
                        .params(account, entry, taskId)
                        .query(String.class)
                        .optional())
                .map(CaseNumber::new);
    }

    /** Whatever is no number of ours counts as none: the answer is judged like any other. */
    private static Optional<UUID> entry(Map<String, List<String>> typed) {
        List<String> values = Objects.requireNonNullElse(typed.get(ENTRY), List.of());
        try {
            return values.stream()
                    .findFirst()
                    .filter(value -> value.length() == 36)
                    .map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
