package org.tasuki.inbox;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.Refusal;
import org.tasuki.people.Acting;
import org.tasuki.terms.Typing;

/** The narrowed lists that somebody named, to come back to (保存した絞り込み). Everybody has their own. */
@Component
@Transactional
public class SavedViews {

    public static final int MOST = 20;
    public static final int NAME_MOST = 40;
    private static final int QUERY_MOST = 1_000;

    private final JdbcClient jdbc;
    private final Acting acting;

    SavedViews(JdbcClient jdbc, Acting acting) {
        this.jdbc = jdbc;
        this.acting = acting;
    }

    /** @param atStart the inbox opens with it */
    public record SavedView(long id, String name, String query, boolean atStart) {}

    @Transactional(readOnly = true)
    public List<SavedView> list() {
        return jdbc.sql("select id, name, query, at_start from saved_view where account = ? order by name")
                .param(me())
                .query(SavedView.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<SavedView> atStart() {
        return jdbc.sql("select id, name, query, at_start from saved_view where account = ? and at_start")
                .param(me())
                .query(SavedView.class)
                .optional();
    }

    /** @throws Refusal which says at the field {@code name} why there is no such view */
    public void add(String name, String query, boolean atStart) {
        String fit = fit(name);
        oneAtATime();
        if (query.length() > QUERY_MOST) {
            throw new Refusal("name", "inbox.views.tooMuch");
        }
        if (list().size() >= MOST) {
            throw new Refusal("name", "inbox.views.tooMany");
        }
        mustBeFree(fit, 0);
        if (atStart) {
            nothingAtStart();
        }
        jdbc.sql("insert into saved_view (account, name, query, at_start) values (?, ?, ?, ?)")
                .params(me(), fit, query, atStart)
                .update();
    }

    /** Answers false when there is none. */
    public boolean change(long id, String name, boolean atStart) {
        String fit = fit(name);
        oneAtATime();
        mustBeFree(fit, id);
        if (atStart) {
            nothingAtStart();
        }
        return jdbc.sql("update saved_view set name = ?, at_start = ? where id = ? and account = ?")
                        .params(fit, atStart, id, me())
                        .update()
                > 0;
    }

    public boolean remove(long id) {
        return jdbc.sql("delete from saved_view where id = ? and account = ?")
                        .params(id, me())
                        .update()
                > 0;
    }

    private static String fit(String name) {
        String fit = Typing.tidy(name);
        if (fit.isEmpty()) {
            throw new Refusal("name", "inbox.views.name.missing");
        }
        if (Typing.length(fit) > NAME_MOST) {
            throw new Refusal("name", "inbox.views.name.tooLong");
        }
        if (Typing.hostile(fit, false)) {
            throw new Refusal("name", "inbox.views.name.characters");
        }
        return fit;
    }

    private void mustBeFree(String name, long id) {
        if (list().stream().anyMatch(view -> view.id() != id && view.name().equals(name))) {
            throw new Refusal("name", "inbox.views.name.taken");
        }
    }

    /** A person with two windows counts, and names, one after the other. */
    private void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('saved views ' || ?, 0))")
                .param(me())
                .query()
                .listOfRows();
    }

    private void nothingAtStart() {
        jdbc.sql("update saved_view set at_start = false where account = ? and at_start")
                .param(me())
                .update();
    }

    private String me() {
        return acting.current().account();
    }
}
