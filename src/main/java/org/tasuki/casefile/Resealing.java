package org.tasuki.casefile;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/**
 * Seals what is not yet sealed under the newest key, a batch a transaction, so that work goes on beside it and an interruption
 * costs one batch. Row-level security holds here too: answers and documents are sealed center by center, drafts in their writers' names.
 */
@Component
public class Resealing {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Acting acting;
    private final AnswerSeals answers;
    private final DraftSeals drafts;
    private final DocumentSeals documents;
    private final List<Seals> others;

    Resealing(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Acting acting,
            AnswerSeals answers,
            DraftSeals drafts,
            DocumentSeals documents,
            List<Seals> all) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.acting = acting;
        this.answers = answers;
        this.drafts = drafts;
        this.documents = documents;
        // Every room that seals is asked; these three are counted by name.
        this.others = all.stream()
                .filter(seals -> seals != answers && seals != drafts && seals != documents)
                .toList();
    }

    /** @param unreadable what no key opens; it stays as it is */
    public record Count(int answers, int drafts, int documents, int unreadable) {}

    /** What one batch did, and where the next begins; null when there is no next. */
    public record Batch(int sealed, int unreadable, @Nullable String last) {

        public static final Batch NOTHING = new Batch(0, 0, null);

        Batch plus(Batch next) {
            return new Batch(sealed + next.sealed, unreadable + next.unreadable, next.last);
        }
    }

    /** A table that keeps sealed words, as far as the actor may see it. */
    public interface Seals {

        /**
         * Seals the next rows after this one, in the order of their keys.
         *
         * @param all what older keys sealed as well, not only what lies there in plain words
         */
        Batch next(boolean all, String after);
    }

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
        Batch answered = through(all, centers(), answers);
        Batch typed = through(all, writers(), drafts);
        Batch filed = through(all, centers(), documents);
        for (Seals room : others) {
            filed = filed.plus(through(all, centers(), room));
        }
        return new Count(
                answered.sealed(),
                typed.sealed(),
                filed.sealed(),
                answered.unreadable() + typed.unreadable() + filed.unreadable());
    }

    private Batch through(boolean all, List<Actor> actors, Seals seals) {
        Batch sum = Batch.NOTHING;
        for (Actor actor : actors) {
            String after = "";
            while (after != null) {
                String from = after;
                Batch batch = acting.as(actor, () -> transaction.execute(status -> seals.next(all, from)));
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
