package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.tasuki.casefile.CaseFile;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.Desk;
import org.tasuki.inbox.InboxItem;
import org.tasuki.people.Actor;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.Japan;

/** One case on its way. After each step the books are checked: inbox, deadlines and engine say the same. */
final class Story {

    private final Stories stories;
    private final CaseNumber number;
    private final Set<String> instances = new HashSet<>();

    Story(Stories stories, CaseNumber number) {
        this.stories = stories;
        this.number = number;
        check();
    }

    CaseNumber number() {
        return number;
    }

    /** The open task of this step; of several, the one that was born first. */
    Step at(String step) {
        return at(step, 0);
    }

    Step at(String step, int index) {
        List<InboxItem> there =
                open().stream().filter(item -> item.step().equals(step)).toList();
        assertThat(there).as("%s among %s", step, steps()).hasSizeGreaterThan(index);
        return new Step(there.get(index));
    }

    /** The open task of this step that waits at an agency. */
    Step at(String step, String agency) {
        InboxItem waiting = open().stream()
                .filter(item -> item.step().equals(step) && agency.equals(item.agency()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(step + " of " + agency + " is not among " + steps()));
        return new Step(waiting);
    }

    /** These people work on the case too. */
    Story withOnTeam(String... desks) {
        bySystem(() -> {
            for (String desk : desks) {
                stories.team()
                        .join(
                                number,
                                StoryOffice.CENTER,
                                stories.office().at(desk).account());
            }
        });
        return this;
    }

    Story letPass(Duration time) {
        return until(now().plus(time));
    }

    /** Lets time pass until this moment in Japan. */
    Story until(String moment) {
        return until(LocalDateTime.parse(moment).atZone(Japan.ZONE).toInstant());
    }

    Story until(Instant moment) {
        bySystem(() -> stories.timers().advance(number, StoryOffice.CENTER, moment));
        return check();
    }

    Story isAt(String... steps) {
        assertThat(steps()).containsExactlyInAnyOrder(steps);
        return this;
    }

    /** The flow came to this end, and left nothing behind in the engine. */
    void ended(String outcome) {
        assertThat(steps()).isEmpty();
        CaseFile file = file();
        assertThat(file.status()).isEqualTo(CaseFile.Status.CLOSED);
        assertThat(file.outcome()).isEqualTo(outcome);
        isGone();
    }

    /** Nothing of it is left in the engine, at a desk or on a clock. */
    void isGone() {
        bySystem(() -> stories.ledger().nothingIsLeftOf(number, instances));
    }

    CaseFile file() {
        return read(() -> stories.files().find(number).orElseThrow());
    }

    List<InboxItem> open() {
        return read(() -> stories.inbox().ofCase(number));
    }

    List<String> steps() {
        return open().stream().map(InboxItem::step).toList();
    }

    LocalDateTime today() {
        return LocalDateTime.ofInstant(now(), Japan.ZONE).withNano(0);
    }

    private Instant now() {
        return read(() -> stories.clocks().of(number).instant());
    }

    Story check() {
        bySystem(() -> {
            instances.addAll(stories.ledger().instancesOf(number));
            stories.ledger().agreesOn(number);
        });
        stories.endings().tryOn(this);
        return this;
    }

    private void bySystem(Runnable work) {
        read(() -> {
            work.run();
            return true;
        });
    }

    private <T> T read(Supplier<T> work) {
        return stories.acting()
                .as(StoryOffice.SYSTEM, () -> stories.transaction().execute(status -> work.get()));
    }

    /** An open task, about to be worked on by whoever sits at its desk. */
    final class Step {

        private final InboxItem item;

        Step(InboxItem item) {
            this.item = item;
        }

        InboxItem item() {
            return item;
        }

        /** Due at this moment in Japan. */
        Step isDue(String moment) {
            assertThat(LocalDateTime.ofInstant(item.dueAt(), Japan.ZONE).withNano(0))
                    .isEqualTo(LocalDateTime.parse(moment));
            return this;
        }

        /** Whether its limit has passed. */
        boolean isOver() {
            return !now().isBefore(item.dueAt());
        }

        /** Lets time pass until the limit of this task is over, to the second. */
        Story timesOut() {
            return until(item.dueAt());
        }

        /** Completes the task with these answers, given as field and value in turns; a hurried hand adds the rest. */
        Story answers(String... fieldsAndValues) {
            Completion completion = tries(fieldsAndValues);
            assertThat(completion).as(item.step()).isEqualTo(new Completion.Done(number));
            return check();
        }

        /** The core refuses these answers at this field, and the case stays where it is. */
        Story isRefused(String field, String... fieldsAndValues) {
            List<String> before = steps();
            Completion completion = tries(fieldsAndValues);
            assertThat(completion)
                    .isInstanceOfSatisfying(Completion.Invalid.class, invalid -> assertThat(invalid.problems())
                            .extracting("path")
                            .containsExactly(field));
            assertThat(steps()).isEqualTo(before);
            return check();
        }

        Completion tries(String... fieldsAndValues) {
            Map<String, List<String>> typed = typed(fieldsAndValues);
            Actor worker = stories.office().at(item.desk());
            return stories.acting().as(worker, () -> stories.desk().complete(item.taskId(), typed));
        }

        Map<String, List<String>> typed(String... fieldsAndValues) {
            Map<String, String> given = new HashMap<>();
            for (int i = 0; i < fieldsAndValues.length; i += 2) {
                given.put(fieldsAndValues[i], fieldsAndValues[i + 1]);
            }
            Map<String, List<String>> typed =
                    stories.transaction().execute(status -> stories.hand().fill(item.form(), given, today()));
            if (!now().isBefore(item.dueAt())) {
                typed.put(Desk.LATE_REASON, List.of("家族の不在が続いたため"));
            }
            return typed;
        }
    }
}
