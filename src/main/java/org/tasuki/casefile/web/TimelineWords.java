package org.tasuki.casefile.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.Answers;
import org.tasuki.casefile.Answers.Given;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.EndingReasons;
import org.tasuki.casefile.SendBacks;
import org.tasuki.casefile.StepMoves;
import org.tasuki.casefile.Timeline;
import org.tasuki.casefile.Timeline.Kind;
import org.tasuki.forms.Forms;
import org.tasuki.people.People;

/** Puts the timeline of a case into words. */
@Component
class TimelineWords {

    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    private static final Set<Kind> ENDS = Set.of(Kind.DONE, Kind.CANCELLED, Kind.SENT_BACK, Kind.STEP_MOVED);

    private final Timeline timeline;
    private final Answers answers;
    private final Forms forms;
    private final EndingReasons reasons;
    private final SendBacks sent;
    private final StepMoves moves;
    private final StepWords words;
    private final People people;
    private final MessageSource texts;

    TimelineWords(
            Timeline timeline,
            Answers answers,
            Forms forms,
            EndingReasons reasons,
            SendBacks sent,
            StepMoves moves,
            StepWords words,
            People people,
            MessageSource texts) {
        this.timeline = timeline;
        this.answers = answers;
        this.forms = forms;
        this.reasons = reasons;
        this.sent = sent;
        this.moves = moves;
        this.words = words;
        this.people = people;
        this.texts = texts;
    }

    record Event(
            Instant at, String kind, String text, @Nullable String note, @Nullable String who, @Nullable String path) {}

    /** Newest first. */
    List<Event> of(CaseFile file, Locale language) {
        String reason = file.open() ? null : reasons.of(file.number()).orElse(null);
        List<Given> given = answers.of(file.number());
        Map<String, String> sentBack = sent.reasons(file.number());
        Map<String, String> moved = moves.reasons(file.number());
        return withoutBeginnings(timeline.of(file.number())).stream()
                .map(event -> event.kind() == Kind.DONE
                        ? done(file, event, given, language)
                        : event(event, reason(event, reason, sentBack, moved), language))
                .toList();
    }

    /** A step that has ended is one line: when it began stands in the way that the case took. */
    private static List<Timeline.Event> withoutBeginnings(List<Timeline.Event> newestFirst) {
        Map<String, Integer> ended = new HashMap<>();
        Map<String, Integer> undone = new HashMap<>();
        List<Timeline.Event> kept = new ArrayList<>();
        for (Timeline.Event event : newestFirst) {
            String step = event.process() + "/" + event.step();
            if (event.kind() == Kind.UNDONE) {
                undone.merge(step, 1, Integer::sum);
            } else if (ENDS.contains(event.kind()) && !(event.kind() == Kind.DONE && takeOne(undone, step))) {
                ended.merge(step, 1, Integer::sum);
            }
            if (event.kind() != Kind.BORN || !takeOne(ended, step)) {
                kept.add(event);
            }
        }
        return kept;
    }

    /** Whether one of them is left; it is used up then. */
    private static boolean takeOne(Map<String, Integer> left, String step) {
        return left.getOrDefault(step, 0) > 0 && left.merge(step, -1, Integer::sum) >= 0;
    }

    /** What was decided, with the sheet that says so. An answer is kept a moment before its step ends. */
    private Event done(CaseFile file, Timeline.Event event, List<Given> given, Locale language) {
        Optional<Given> answer = given.stream()
                .filter(one -> one.step().equals(event.step()) && one.by().equals(event.actor()))
                .filter(one -> Duration.between(one.at(), event.at()).abs().compareTo(A_MOMENT) < 0)
                .findFirst();
        return new Event(
                event.at(),
                CaseViews.key(event.kind()),
                text(event, language),
                answer.map(one -> decisions(one, language))
                        .filter(words -> !words.isEmpty())
                        .orElse(null),
                people.name(event.actor()).in(language),
                answer.map(one -> "/cases/" + file.number() + "/documents/" + one.id())
                        .orElse(null));
    }

    private String decisions(Given given, Locale language) {
        if (!forms.knows(given.form())) {
            return "";
        }
        List<String> decisions = forms.form(given.form()).decisions(given.answers(), language);
        return String.join(texts.getMessage("casefile.and", null, language), decisions);
    }

    /** What people gave as their reason. */
    private static @Nullable String reason(
            Timeline.Event event, @Nullable String ending, Map<String, String> sentBack, Map<String, String> moved) {
        return switch (event.kind()) {
            case WITHDRAWN, JOINED -> ending;
            case SENT_BACK -> sentBack.get(event.detail().get("sentBack"));
            case STEP_MOVED -> moved.get(event.detail().get("moved"));
            default -> null;
        };
    }

    private Event event(Timeline.Event event, @Nullable String reason, Locale language) {
        return new Event(
                event.at(),
                CaseViews.key(event.kind()),
                text(event, language),
                event.kind() == Kind.BORN ? given(event, language) : reason,
                event.kind() == Kind.BORN ? null : people.name(event.actor()).in(language),
                path(event));
    }

    /** To whom the office's rules gave the task, and why to them; nothing where it waits to be taken. */
    private @Nullable String given(Timeline.Event event, Locale language) {
        String person = event.detail().get("person");
        String why = event.detail().get("why");
        if (person == null || why == null) {
            return null;
        }
        String because = event.detail().containsKey("for")
                ? texts.getMessage(
                        "inbox.given.substitute",
                        new Object[] {name(event.detail().get("for"), language)},
                        language)
                : Objects.requireNonNullElse(texts.getMessage("inbox.given.rule." + why, null, why, language), why);
        return texts.getMessage("casefile.event.given", new Object[] {name(person, language), because}, language);
    }

    private String name(@Nullable String account, Locale language) {
        return account == null ? "" : people.name(account).in(language);
    }

    private String text(Timeline.Event event, Locale language) {
        String process = event.process();
        String step = event.step();
        if (process != null && step != null) {
            return words.step(process, step).in(language);
        }
        return switch (event.kind()) {
            case JOINED -> say("casefile.event.joined.into", event.detail().get("into"), language);
            case ABSORBED -> say("casefile.event.absorbed.from", event.detail().get("from"), language);
            case RECALLED -> say("casefile.event.recalled.agency", agency(event, language), language);
            default -> ofTheCase(event, language);
        };
    }

    private String ofTheCase(Timeline.Event event, Locale language) {
        String text = texts.getMessage("casefile.event." + CaseViews.key(event.kind()), null, language);
        String outcome = event.detail().get("outcome");
        if (outcome == null) {
            return text;
        }
        Object[] how = {text, texts.getMessage("casefile.outcome." + outcome, null, language)};
        return texts.getMessage("casefile.state.how", how, language);
    }

    private String agency(Timeline.Event event, Locale language) {
        return people.agency(event.detail().getOrDefault("agency", "")).in(language);
    }

    private String say(String key, @Nullable String what, Locale language) {
        return texts.getMessage(key, new Object[] {what == null ? "" : what}, language);
    }

    private static @Nullable String path(Timeline.Event event) {
        String other = event.kind() == Kind.JOINED
                ? event.detail().get("into")
                : event.kind() == Kind.ABSORBED ? event.detail().get("from") : null;
        return other == null ? null : "/cases/" + other;
    }
}
