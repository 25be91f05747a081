package org.tasuki.practice.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.SignedIn;
import org.tasuki.practice.Checkpoints;
import org.tasuki.practice.ClassClock;
import org.tasuki.practice.ClassDesk;
import org.tasuki.practice.Classes;
import org.tasuki.practice.PracticeClass;
import org.tasuki.practice.Seats;

/** What a trainer sees of their classes: every desk, and what waits there. */
@Component
class ClassPages {

    /** Of tasks on one page; a class of sixty rarely has so many. */
    private static final int MOST = 200;

    static final List<Duration> JUMPS = List.of(
            Duration.ofHours(1), Duration.ofHours(24), Duration.ofHours(48), Duration.ofDays(7), Duration.ofDays(30));

    private final Classes classes;
    private final Seats seats;
    private final ClassClock clock;
    private final InboxList inbox;
    private final StepWords steps;
    private final Checkpoints checkpoints;
    private final ScriptPages scripts;
    private final Accounts accounts;
    private final Acting acting;

    ClassPages(
            Classes classes,
            Seats seats,
            ClassClock clock,
            InboxList inbox,
            StepWords steps,
            Checkpoints checkpoints,
            ScriptPages scripts,
            Accounts accounts,
            Acting acting) {
        this.classes = classes;
        this.seats = seats;
        this.clock = clock;
        this.inbox = inbox;
        this.steps = steps;
        this.checkpoints = checkpoints;
        this.scripts = scripts;
        this.accounts = accounts;
        this.acting = acting;
    }

    record DeskRow(String key, List<String> people, long waiting, long late) {}

    record TaskRow(String number, String step, String desk, @Nullable String who, Instant dueAt, boolean over) {}

    void list(ClassName typed, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("classes", classes.heldBy(acting.current().account()));
    }

    /** @param typed the name of a checkpoint that could not be kept under it */
    void one(PracticeClass held, ClassName typed, Locale language, Model model) {
        List<InboxItem> waiting = acting.as(held.house(), () -> inbox.waiting(MOST));
        List<SignedIn> people = seats.people(held);
        Map<String, String> names = accounts.around(held.center()).stream()
                .collect(Collectors.toMap(SignedIn::getUsername, person -> person.nameIn(language)));
        model.addAttribute("held", held);
        model.addAttribute("time", clock.now(held));
        model.addAttribute("next", clock.nextLimit(held).orElse(null));
        model.addAttribute("jumps", JUMPS);
        model.addAttribute("typed", typed);
        model.addAttribute("checkpoints", checkpoints.of(held));
        model.addAttribute("seen", seen(waiting));
        scripts.add(held, waiting, language, model);
        model.addAttribute(
                "desks",
                ClassDesk.choices().stream()
                        .map(desk -> row(held, desk, people, waiting, language))
                        .toList());
        model.addAttribute(
                "tasks",
                waiting.stream().map(task -> task(held, task, names, language)).toList());
        model.addAttribute("most", waiting.size() == MOST);
    }

    /** Whether anything moved since somebody saw it so. */
    boolean moved(PracticeClass held, String seen) {
        return !seen.equals(seen(acting.as(held.house(), () -> inbox.waiting(MOST))));
    }

    /** In few letters, what waits and where; nothing that an address should not hold. */
    private static String seen(List<InboxItem> waiting) {
        return Integer.toHexString(waiting.stream()
                .map(task -> task.taskId() + task.assignee() + task.over())
                .toList()
                .hashCode());
    }

    private static DeskRow row(
            PracticeClass held, ClassDesk desk, List<SignedIn> people, List<InboxItem> waiting, Locale language) {
        String inboxKey = desk.inbox(held.center());
        List<InboxItem> here =
                waiting.stream().filter(task -> task.desk().equals(inboxKey)).toList();
        return new DeskRow(
                desk.key(),
                people.stream()
                        .filter(person -> desk.isOf(person, held.center()))
                        .map(person -> person.nameIn(language))
                        .toList(),
                here.size(),
                here.stream().filter(InboxItem::over).count());
    }

    private TaskRow task(PracticeClass held, InboxItem task, Map<String, String> names, Locale language) {
        return new TaskRow(
                task.number().value(),
                steps.step(task.process(), task.step()).in(language),
                desk(held, task),
                names.get(Objects.requireNonNullElse(task.assignee(), "")),
                task.dueAt(),
                task.over());
    }

    /** As the desks of a class are called. */
    private static String desk(PracticeClass held, InboxItem task) {
        return ClassDesk.choices().stream()
                .filter(desk -> desk.inbox(held.center()).equals(task.desk()))
                .map(ClassDesk::key)
                .findFirst()
                .orElse(task.desk());
    }
}
