package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.inbox.Desk;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList;
import org.tasuki.inbox.InboxList.After;
import org.tasuki.inbox.InboxList.Counts;
import org.tasuki.inbox.InboxList.Filter;
import org.tasuki.inbox.InboxList.Tab;
import org.tasuki.inbox.Stretch;
import org.tasuki.people.Acting;
import org.tasuki.terms.CaseNumber;

/** What is told of last year lies on nobody's desk before it has come to the present. */
@StoryTest
class HalfToldTests {

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private InboxList inbox;

    @Autowired
    private Desk desk;

    @Autowired
    private Acting acting;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aCaseThatRunsBehindIsOnNoListAndInNoCount() {
        Story behind = stories.accepted();
        asOfficer(() -> desk.release(behind.at("safetyCheck").item().taskId()));
        Counts before = counts();

        clock(behind.number(), Duration.ofDays(1));
        assertThat(counts().desks()).isEqualTo(before.desks() + 1);
        assertThat(listed(Tab.ROLES, behind)).isTrue();
        assertThat(stretches(Tab.ROLES)).isEqualTo(counts().desks());

        clock(behind.number(), Duration.ofDays(-1));
        assertThat(counts()).isEqualTo(before);
        assertThat(listed(Tab.ROLES, behind)).isFalse();
        assertThat(stretches(Tab.ROLES)).isEqualTo(before.desks());
    }

    @Test
    void norOnTheListOfWhoeverHasTakenIt() {
        Story behind = stories.accepted();
        Counts before = counts();
        String task = behind.at("safetyCheck").item().taskId();
        asOfficer(() -> desk.claim(task));

        assertThat(counts()).isEqualTo(before);
        assertThat(listed(Tab.MINE, behind)).isFalse();

        clock(behind.number(), Duration.ZERO);
        assertThat(counts().mine()).isEqualTo(before.mine() + 1);
        assertThat(listed(Tab.MINE, behind)).isTrue();
    }

    @Test
    void byItselfItIsThereAsEver() {
        Story behind = stories.accepted();
        String task = behind.at("safetyCheck").item().taskId();

        assertThat(asOfficer(() -> inbox.ofCase(behind.number())))
                .extracting(InboxItem::taskId)
                .contains(task);
        assertThat(asOfficer(() -> inbox.find(task))).isPresent();
    }

    private boolean listed(Tab tab, Story story) {
        return asOfficer(() -> inbox.page(tab, Filter.NONE, After.NOTHING, 1000)).stream()
                .anyMatch(item -> item.number().equals(story.number()));
    }

    private long stretches(Tab tab) {
        return asOfficer(() -> inbox.counts(tab, Filter.NONE, EnumSet.allOf(Stretch.class))).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private Counts counts() {
        return asOfficer(inbox::counts);
    }

    private void clock(CaseNumber number, Duration ahead) {
        acting.as(
                StoryOffice.SYSTEM,
                () -> transaction.executeWithoutResult(
                        status -> stories.clocks().set(number, StoryOffice.CENTER, ahead)));
    }

    private <T> T asOfficer(Supplier<T> work) {
        return acting.as(office.at("officer"), work);
    }
}
