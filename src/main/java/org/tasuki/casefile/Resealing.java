package org.tasuki.casefile;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.secrecy.Resealable;
import org.tasuki.secrecy.Resealable.Batch;
import org.tasuki.secrecy.Resealable.Kind;

/**
 * Seals what is not yet sealed under the newest key, a batch a transaction, so that work goes on beside it and an interruption
 * costs one batch. Row-level security holds here too: answers and documents are sealed center by center, drafts in their writers' names.
 */
@Component
public class Resealing {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Acting acting;
    private final List<Resealable> tables;

    Resealing(JdbcClient jdbc, TransactionTemplate transaction, Acting acting, List<Resealable> tables) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.acting = acting;
        this.tables = tables;
    }

    /**
     * @param others of other rooms: what second factors share with us
     * @param unreadable what no key opens; it stays as it is
     */
    public record Count(int answers, int drafts, int documents, int others, int unreadable) {}

    /** Everything that is not sealed under the newest key, what lies there in plain words included. */
    public Count all() {
        return seal(true);
    }

    /** What was written before there were keys. Once done, it costs each start one look at an empty index. */
    @EventListener(ApplicationReadyEvent.class)
    void plainWords() {
        seal(false);
    }

    private Count seal(boolean all) {
        List<Actor> centers = centers();
        List<Actor> writers = writers();
        Map<Kind, Integer> sealed = new EnumMap<>(Kind.class);
        int unreadable = 0;
        for (Resealable table : tables) {
            Batch done = through(all, table.kind().isPersonal() ? writers : centers, table);
            sealed.merge(table.kind(), done.sealed(), Integer::sum);
            unreadable += done.unreadable();
        }
        return new Count(
                sealed.getOrDefault(Kind.ANSWERS, 0),
                sealed.getOrDefault(Kind.DRAFTS, 0),
                sealed.getOrDefault(Kind.DOCUMENTS, 0),
                sealed.getOrDefault(Kind.FACTORS, 0),
                unreadable);
    }

    private Batch through(boolean all, List<Actor> actors, Resealable table) {
        Batch sum = Batch.NOTHING;
        for (Actor actor : actors) {
            String after = "";
            while (after != null) {
                String from = after;
                Batch batch = acting.as(actor, () -> transaction.execute(status -> table.next(all, from)));
                sum = sum.plus(batch);
                after = batch.last();
            }
        }
        return sum;
    }

    private List<Actor> centers() {
        return jdbc.sql("select key from center order by key").query(String.class).list().stream()
                .map(Actor::system)
                .toList();
    }

    private List<Actor> writers() {
        return jdbc.sql("select id, center, agency from account order by id")
                .query((row, index) -> {
                    Actor person = Actor.person(row.getString("id"), Set.of(), null, row.getString("agency"));
                    String center = row.getString("center");
                    return center == null ? person : person.at(center);
                })
                .list();
    }
}
