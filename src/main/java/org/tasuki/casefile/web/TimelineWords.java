package org.tasuki.casefile.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.EndingReasons;
import org.tasuki.casefile.Timeline;
import org.tasuki.casefile.Timeline.Kind;
import org.tasuki.people.People;

/** Puts the timeline of a case into words. */
@Component
class TimelineWords {

    private final Timeline timeline;
    private final EndingReasons reasons;
    private final StepWords words;
    private final People people;
    private final MessageSource texts;

    TimelineWords(Timeline timeline, EndingReasons reasons, StepWords words, People people, MessageSource texts) {
        this.timeline = timeline;
        this.reasons = reasons;
        this.words = words;
        this.people = people;
        this.texts = texts;
    }

    record Event(
            Instant at, String kind, String text, @Nullable String note, @Nullable String who, @Nullable String path) {}

    /** Newest first. */
    List<Event> of(CaseFile file, Locale language) {
        String reason = file.open() ? null : reasons.of(file.number()).orElse(null);
        return timeline.of(file.number()).stream()
                .map(event -> event(event, reason, language))
                .toList();
    }

    private Event event(Timeline.Event event, @Nullable String reason, Locale language) {
        boolean byPeople = event.kind() == Kind.WITHDRAWN || event.kind() == Kind.JOINED;
        return new Event(
                event.at(),
                CaseViews.key(event.kind()),
                text(event, language),
                byPeople ? reason : null,
                people.name(event.actor()).in(language),
                path(event));
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
