package org.tasuki.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.ProcessFacts;
import org.tasuki.engine.StepFacts;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/**
 * What waits for the reader's approval: closings, what leaves for an agency, what is disclosed, what was opened in an emergency; at
 * their desks and in nobody's hands, or in theirs. Which steps approve is said by the process files ({@code tasuki:notBy}).
 */
@Component
@Transactional(readOnly = true)
public class Approvals {

    /** The review of an opened record approves no step's answer: whose it is the process itself leads past whoever opened it. */
    private static final Set<String> REVIEWS = Set.of("emergency-review", "emergency-measure");

    private static final String MINE =
            """
            from inbox_item i join unnest(:processes::text[], :steps::text[]) s(process, step) on i.process = s.process and i.step = s.step
            where i.center = :center and i.ahead >= interval '0'
              and (i.assignee = :me or i.assignee is null and i.desk = any(:desks))
            """;

    private final JdbcClient jdbc;
    private final ProcessCatalog catalog;
    private final InboxList inbox;
    private final Acting acting;

    Approvals(JdbcClient jdbc, ProcessCatalog catalog, InboxList inbox, Acting acting) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.inbox = inbox;
        this.acting = acting;
    }

    public int count() {
        return ask("select count(*) " + MINE).query(Integer.class).single();
    }

    /** Soonest due first. */
    public List<InboxItem> first(int most) {
        List<String> tasks = ask("select i.task_id " + MINE + " order by i.due_here, i.task_id limit :most")
                .param("most", most)
                .query(String.class)
                .list();
        return tasks.isEmpty() ? List.of() : inbox.find(tasks);
    }

    private JdbcClient.StatementSpec ask(String sql) {
        List<String> processes = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        for (ProcessFacts process : catalog.processes()) {
            process.steps().stream().filter(Approvals::approves).forEach(step -> {
                processes.add(process.key());
                steps.add(step.id());
            });
        }
        Actor me = acting.current();
        return jdbc.sql(sql)
                .param("processes", processes.toArray(String[]::new))
                .param("steps", steps.toArray(String[]::new))
                .param("center", me.center())
                .param("me", me.account())
                .param("desks", me.desks().toArray(String[]::new));
    }

    private static boolean approves(StepFacts step) {
        String form = step.formKey();
        return !step.notBy().isEmpty() || form != null && REVIEWS.contains(form);
    }
}
