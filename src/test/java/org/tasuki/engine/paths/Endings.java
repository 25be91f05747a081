package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.casefile.CaseEnding;
import org.tasuki.casefile.EndingReason;
import org.tasuki.inbox.InboxItem;
import org.tasuki.intake.Consultations;
import org.tasuki.people.Acting;
import org.tasuki.referral.HandOvers;
import org.tasuki.terms.CaseNumber;

/**
 * Wherever a story stands for the first time, its case is withdrawn, and joined to another; the books are read, and all is
 * undone, so that the story can go on.
 */
class Endings {

    private static final EndingReason WHY = new EndingReason("同じ児童の事例があるため");

    private final StoryOffice office;
    private final CaseEnding ending;
    private final HandOvers handOvers;
    private final Consultations consultations;
    private final Ledger ledger;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Set<List<String>> places = new HashSet<>();
    private final Set<String> tried = new TreeSet<>();
    private CaseNumber other;

    Endings(
            StoryOffice office,
            CaseEnding ending,
            HandOvers handOvers,
            Consultations consultations,
            Ledger ledger,
            Acting acting,
            TransactionTemplate transaction) {
        this.office = office;
        this.ending = ending;
        this.handOvers = handOvers;
        this.consultations = consultations;
        this.ledger = ledger;
        this.acting = acting;
        this.transaction = transaction;
    }

    /** The user tasks, as {@code process/step}, at which a case was withdrawn and joined. */
    Set<String> tried() {
        return tried;
    }

    void tryOn(Story story) {
        List<InboxItem> open = story.open();
        List<String> place = open.stream().map(Endings::name).sorted().toList();
        if (place.isEmpty() || place.stream().anyMatch(Endings::besides) || !places.add(place)) {
            return;
        }
        undone(() -> {
            ending.withdraw(story.number(), WHY);
            story.isGone();
            nobodyIsAskedAnyMore(story);
            assertThat(story.file().outcome()).isEqualTo("withdrawn");
        });
        undone(() -> {
            List<?> before = ledger.of(other());
            ending.join(story.number(), other(), WHY);
            story.isGone();
            nobodyIsAskedAnyMore(story);
            assertThat(story.file().joinedInto()).isEqualTo(other());
            assertThat(ledger.of(other())).isEqualTo(before);
        });
        tried.addAll(place);
    }

    private void nobodyIsAskedAnyMore(Story story) {
        assertThat(handOvers.underWay(story.number())).isEmpty();
    }

    private void undone(Runnable work) {
        other();
        acting.as(
                office.at("supervisor"),
                () -> transaction.executeWithoutResult(status -> {
                    work.run();
                    status.setRollbackOnly();
                }));
    }

    /** A case about the same child that goes on. */
    private CaseNumber other() {
        if (other == null) {
            other = acting.as(office.at("reception"), () -> consultations.begin());
        }
        return other;
    }

    /** The review of an emergency access and the answer to who asks for the records go on, whatever becomes of the case. */
    static boolean besides(String place) {
        return place.startsWith("emergency-access/") || place.startsWith("disclosure/");
    }

    private static String name(InboxItem item) {
        return item.process() + "/" + item.step();
    }
}
