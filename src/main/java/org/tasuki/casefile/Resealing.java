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
import org.tasuki.secrecy.Resealable;

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
    private final List<Seals> rooms;
    private final List<Resealable> others;

    Resealing(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Acting acting,
            AnswerSeals answers,
            DraftSeals drafts,
            DocumentSeals documents,
            List<Seals> all,
            List<Resealable> others) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.acting = acting;
        this.answers = answers;
        this.drafts = drafts;
        this.documents = documents;
        // Every room that seals is asked; these three are counted by name.
        this.rooms = all.stream()
                .filter(seals -> seals != answers && seals != drafts && seals != documents)
                .toList();
        this.others = others;
    }

    /**
     * @param others of other rooms: what second factors share with us
     * @param unreadable what no key opens; it stays as it is
     */
    public record Count(int answers, int drafts, int documents, int others, int unreadable) {}

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
        for (Seals room : rooms) {
            filed = filed.plus(through(all, centers(), room));
        }
        List<Resealable.Done> elsewhere = all ? elsewhere() : List.of();
        int unreadable =
                elsewhere.stream().mapToInt(Resealable.Done::unreadable).sum();
        return new Count(
                answered.sealed(),
                typed.sealed(),
                filed.sealed(),
                elsewhere.stream().mapToInt(Resealable.Done::sealed).sum(),
                answered.unreadable() + typed.unreadable() + filed.unreadable() + unreadable);
    }

    private List<Resealable.Done> elsewhere() {
        return writers().stream()
                .flatMap(actor -> others.stream()
                        .map(other -> acting.as(actor, () -> transaction.execute(status -> other.reseal()))))
                .toList();
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
