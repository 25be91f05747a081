package org.tasuki.matters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.CaseFile;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.people.Acting;
import org.tasuki.terms.CaseNumber;

/** The rows of matters: what is to be done, by whom, and what became of it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MatterBook {

    private final JdbcClient jdbc;
    private final CaseClocks clocks;
    private final Acting acting;

    MatterBook(JdbcClient jdbc, CaseClocks clocks, Acting acting) {
        this.jdbc = jdbc;
        this.clocks = clocks;
        this.acting = acting;
    }

    /** Answers false when it is there already. */
    boolean add(CaseFile file, NewMatter matter, Addressees.Addressee to) {
        return jdbc.sql(
                                """
                insert into matter (id, case_number, center, kind, words, desk, person, due_on, opened_by, opened_at, from_task)
                values (:id, :case, :center, :kind, :words, :desk, :person, :due, :me, :at, :from) on conflict (id) do nothing
                """)
                        .param("id", matter.id())
                        .param("case", file.number().value())
                        .param("center", file.center())
                        .param("kind", matter.kind())
                        .param("words", matter.words())
                        .param("desk", to.desk())
                        .param("person", to.person())
                        .param("due", matter.day())
                        .param("me", acting.current().account())
                        .param("at", now(file.number()))
                        .param("from", matter.fromTask())
                        .update()
                > 0;
    }

    /** What the task answers to that was just born for it. */
    void born(String id, String task) {
        jdbc.sql("update matter set task_id = ? where id = ?::uuid")
                .params(task, id)
                .update();
    }

    void end(Matter matter, String state) {
        jdbc.sql("update matter set state = ?, ended_by = ?, ended_at = ? where id = ? and state = 'open'")
                .params(state, acting.current().account(), now(matter.number()), matter.id())
                .update();
    }

    /** Newest first. */
    List<Matter> of(CaseNumber number) {
        return where("case_number = ?", number.value());
    }

    /** Asked from this task, newest first. */
    List<Matter> from(String task) {
        return where("from_task = ?", task);
    }

    Optional<Matter> byTask(String task) {
        return where("task_id = ?", task).stream().findFirst();
    }

    Optional<Matter> find(String id) {
        return where("id = ?::uuid", id).stream().findFirst();
    }

    private List<Matter> where(String condition, String value) {
        return jdbc.sql("select * from matter where " + condition + " order by opened_at desc, id")
                .param(value)
                .query(MatterBook::matter)
                .list();
    }

    private static Matter matter(ResultSet row, int index) throws SQLException {
        return new Matter(
                row.getObject("id", UUID.class),
                new CaseNumber(row.getString("case_number")),
                row.getString("kind"),
                row.getString("words"),
                row.getString("desk"),
                row.getString("person"),
                row.getObject("due_on", LocalDate.class),
                row.getString("task_id"),
                row.getString("state"),
                row.getString("opened_by"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getString("from_task"));
    }

    private OffsetDateTime now(CaseNumber number) {
        Instant now = clocks.of(number).instant();
        return now.atOffset(ZoneOffset.UTC);
    }
}
