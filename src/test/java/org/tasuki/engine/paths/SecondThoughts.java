package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.springframework.boot.test.context.TestComponent;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.Desk;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.SendingBack;
import org.tasuki.inbox.Undoing;
import org.tasuki.inbox.Undone;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/** People of a simulation who think better of it: who take back what they did, or send a task to the desk before them. */
@TestComponent
class SecondThoughts {

    private static final int UNDOES = 6;
    private static final int SENDS_BACK = 8;

    private final Desk desk;
    private final Undoing undoing;
    private final SendingBack sending;
    private final Acting acting;
    private int undone;
    private int sentBack;

    SecondThoughts(Desk desk, Undoing undoing, SendingBack sending, Acting acting) {
        this.desk = desk;
        this.undoing = undoing;
        this.sending = sending;
        this.acting = acting;
    }

    /** Whether the task went back instead of being done. */
    boolean sendsBack(InboxItem item, Actor person, Random dice) {
        if (dice.nextInt(100) >= SENDS_BACK) {
            return false;
        }
        return acting.as(person, () -> {
            List<SendingBack.Target> targets = sending.targets(item);
            if (targets.isEmpty() || !(desk.claim(item.taskId()) instanceof Completion.Done)) {
                return false;
            }
            assertThat(sending.send(item.taskId(), targets.get(0).step(), "記録をもう一度確かめてください"))
                    .as(item.step())
                    .isInstanceOf(Completion.Done.class);
            sentBack++;
            return true;
        });
    }

    /** Right after it was done, when nobody can have gone on from there; most steps allow it to nobody. An agency that declined sees the case no more. */
    void undoes(InboxItem item, Actor person, Random dice) {
        if (dice.nextInt(100) >= UNDOES) {
            return;
        }
        Undone undo = acting.as(person, () -> undoing.undo(item.taskId()));
        boolean outOfSight = item.agency() != null && undo instanceof Undone.Unknown;
        if (!outOfSight) {
            assertThat(undo).as(item.step()).isInstanceOfAny(Undone.Done.class, Undone.Late.class, Undone.Moved.class);
        }
        undone += undo instanceof Undone.Done ? 1 : 0;
    }

    int undone() {
        return undone;
    }

    int sentBack() {
        return sentBack;
    }
}
