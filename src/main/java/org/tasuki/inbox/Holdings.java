package org.tasuki.inbox;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a task came into the hands that it is in. */
@Component
@Transactional(readOnly = true)
public class Holdings {

    private final JdbcClient jdbc;

    Holdings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param how null while it lies on its desk
     * @param why a key: of the holder's, or why nobody was given it
     * @param by who gave it to them
     * @param standsInFor the absent person to whom it goes back
     * @param begun whether the holder has typed something
     */
    public record Held(
            Hold.@Nullable How how,
            @Nullable String why,
            @Nullable String by,
            @Nullable String standsInFor,
            boolean begun) {

        /** A colleague may take over what the office's rules gave to somebody who has not begun. */
        boolean mayBeTakenOver() {
            return !begun && (how == Hold.How.RULE || how == Hold.How.SUBSTITUTE);
        }
    }

    public Optional<Held> of(String taskId) {
        return jdbc.sql(
                        "select assigned_how, assigned_why, assigned_by, begun, stands_in_for from inbox_item where task_id = ?")
                .param(taskId)
                .query((row, i) -> new Held(
                        how(row.getString("assigned_how")),
                        row.getString("assigned_why"),
                        row.getString("assigned_by"),
                        row.getString("stands_in_for"),
                        row.getBoolean("begun")))
                .optional();
    }

    private static Hold.@Nullable How how(@Nullable String key) {
        return key == null ? null : Hold.How.of(key);
    }
}
