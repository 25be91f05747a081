package org.tasuki.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.engine.paths.HurriedHand;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.Desk;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList;
import org.tasuki.intake.Consultations;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.Japan;

/** Plays a group of a class: somebody who sits at all of its desks, on the real engine. */
@TestConfiguration(proxyBeanMethods = false)
@Import(HurriedHand.class)
public class ClassPlay {

    private final Consultations consultations;
    private final Desk desk;
    private final InboxList inbox;
    private final HurriedHand hand;
    private final Acting acting;
    private final TransactionTemplate transaction;

    ClassPlay(
            Consultations consultations,
            Desk desk,
            InboxList inbox,
            HurriedHand hand,
            Acting acting,
            TransactionTemplate transaction) {
        this.consultations = consultations;
        this.desk = desk;
        this.inbox = inbox;
        this.hand = hand;
        this.acting = acting;
        this.transaction = transaction;
    }

    /** Whoever came into the class as the n-th. */
    public static Actor person(String center, int nth) {
        Set<Role> all = Arrays.stream(Role.values()).filter(Role::ofCenter).collect(Collectors.toUnmodifiableSet());
        return Actor.person(center + "-" + nth, all, center, null);
    }

    public CaseNumber begins(Actor player) {
        return acting.as(player, () -> consultations.begin());
    }

    /** Does a step that waits, with these answers; a hurried hand adds the rest, and the reason where it is late. */
    public void does(Actor player, CaseNumber number, String step, String... fieldsAndValues) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            given.put(fieldsAndValues[i], fieldsAndValues[i + 1]);
        }
        String center = String.valueOf(player.center());
        List<InboxItem> open = acting.as(player, () -> inbox.ofCase(number));
        InboxItem item = open.stream()
                .filter(one -> one.step().equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        step + " among " + open.stream().map(InboxItem::step).toList()));
        Map<String, List<String>> typed = acting.as(
                Actor.system(center),
                () -> transaction.execute(status ->
                        hand.fill(center, item.form(), given, LocalDateTime.ofInstant(item.now(), Japan.ZONE))));
        if (item.over()) {
            typed.put(Desk.LATE_REASON, List.of("家族の不在が続いたため"));
        }
        assertThat(acting.as(player, () -> desk.complete(item.taskId(), typed)))
                .as(step)
                .isEqualTo(new Completion.Done(number));
    }
}
