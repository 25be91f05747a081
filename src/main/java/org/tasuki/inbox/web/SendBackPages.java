package org.tasuki.inbox.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.casefile.Answers;
import org.tasuki.casefile.SendBacks;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.forms.Forms;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.SendingBack;
import org.tasuki.people.Acting;
import org.tasuki.people.People;

/** What a task's page says of sending back: why it came again, and where it may go back to. */
@Component
class SendBackPages {

    private final SendingBack sending;
    private final SendBacks sent;
    private final Answers answers;
    private final Forms forms;
    private final StepWords words;
    private final People people;
    private final Acting acting;

    SendBackPages(
            SendingBack sending,
            SendBacks sent,
            Answers answers,
            Forms forms,
            StepWords words,
            People people,
            Acting acting) {
        this.sending = sending;
        this.sent = sent;
        this.answers = answers;
        this.forms = forms;
        this.words = words;
        this.people = people;
        this.acting = acting;
    }

    /** @param step where it was sent back from */
    record Came(String step, String who, Instant at, String reason) {}

    /** @param who did it before */
    record Way(String step, String name, String who) {}

    /** What was typed, and what is wrong with it: message keys, null where nothing is. */
    record Typed(String to, String reason, @Nullable String reasonProblem, @Nullable String toProblem) {

        static final Typed NOTHING = new Typed("", "", null, null);
    }

    void show(InboxItem item, Locale language, Model model) {
        sent.behind(item.taskId()).ifPresent(came -> model.addAttribute("came", came(came, language)));
        boolean mine = acting.current().account().equals(item.assignee());
        model.addAttribute("sendBack", mine ? ways(item, language) : List.of());
        if (!model.containsAttribute("sendBackTyped")) {
            model.addAttribute("sendBackTyped", Typed.NOTHING);
        }
    }

    /** The former answer, where the task was sent back to be looked at again. */
    Optional<Map<String, List<String>>> begun(InboxItem item) {
        return sent.behind(item.taskId())
                .map(came -> answers.again(forms.form(item.form()), came.number(), came.answer()));
    }

    private Came came(SendBacks.SentBack came, Locale language) {
        return new Came(
                words.step(came.process(), came.step()).in(language),
                people.name(came.by()).in(language),
                came.at(),
                came.reason());
    }

    private List<Way> ways(InboxItem item, Locale language) {
        return sending.targets(item).stream()
                .map(target -> new Way(
                        target.step(),
                        words.step(target.process(), target.step()).in(language),
                        people.name(target.by()).in(language)))
                .toList();
    }
}
