package org.tasuki.notices.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.notices.Calls;
import org.tasuki.notices.DeadlineNotice;
import org.tasuki.notices.Mentions;
import org.tasuki.notices.Notices;
import org.tasuki.notices.TrainingNotices;
import org.tasuki.people.Acting;
import org.tasuki.people.People;
import org.tasuki.terms.CaseNumber;

/** Puts notices into words for one reader. */
@Component
class NoticePages {

    private final Notices notices;
    private final Mentions mentions;
    private final Calls onCall;
    private final TrainingNotices training;
    private final StepWords words;
    private final People people;
    private final Acting acting;
    private final Clock clock;

    NoticePages(
            Notices notices,
            Mentions mentions,
            Calls onCall,
            TrainingNotices training,
            StepWords words,
            People people,
            Acting acting,
            Clock clock) {
        this.notices = notices;
        this.mentions = mentions;
        this.onCall = onCall;
        this.training = training;
        this.clock = clock;
        this.words = words;
        this.people = people;
        this.acting = acting;
    }

    /** A row of templates/notices/list.html; of the last three, holder and name may not be known. */
    record Row(
            String task,
            String kind,
            boolean read,
            String number,
            String step,
            String desk,
            String urgency,
            Instant since,
            Instant due,
            Instant at,
            Instant now,
            boolean mine,
            @Nullable String holder,
            @Nullable String name) {}

    /** A comment that calls the reader. */
    record Call(String number, @Nullable String name, String urgency, String who, Instant at, Instant now) {}

    /** What the reader was called for while on call. */
    record Duty(
            @Nullable String number,
            String kind,
            String step,
            Instant since,
            Instant due,
            Instant at,
            Instant now,
            boolean gap,
            boolean read) {}

    /** A session of a course that the reader had a place in, and that was cancelled. */
    record Training(long session, String course, Instant startsAt, Instant at, Instant now, boolean read) {}

    List<Training> trainings(Locale language) {
        return training.list().stream()
                .map(one -> new Training(
                        one.session(),
                        one.course().in(language),
                        one.startsAt(),
                        one.at(),
                        clock.instant(),
                        one.read()))
                .toList();
    }

    List<Duty> duties(Locale language) {
        return onCall.list().stream().map(call -> duty(call, language)).toList();
    }

    private Duty duty(Calls.Call call, Locale language) {
        CaseNumber number = call.number();
        return new Duty(
                number == null ? null : number.value(),
                call.kind().key(),
                words.step(call.process(), call.step()).in(language),
                call.bornAt(),
                call.dueAt(),
                call.at(),
                clock.instant(),
                call.gap(),
                call.read());
    }

    @Transactional(readOnly = true)
    List<Call> calls(Locale language) {
        return mentions.list().stream()
                .map(one -> new Call(
                        one.number().value(),
                        one.childName(),
                        one.urgency(),
                        people.name(one.by()).in(language),
                        one.at(),
                        one.now()))
                .toList();
    }

    @Transactional(readOnly = true)
    List<Row> rows(Locale language) {
        return notices.list().stream().map(notice -> row(notice, language)).toList();
    }

    private Row row(DeadlineNotice notice, Locale language) {
        String holder = notice.holder();
        return new Row(
                notice.taskId(),
                notice.kind().key(),
                notice.read(),
                notice.number().value(),
                words.step(notice.process(), notice.step()).in(language),
                people.desk(notice.desk()).in(language),
                notice.urgency(),
                notice.bornAt(),
                notice.dueAt(),
                notice.at(),
                notice.now(),
                acting.current().account().equals(holder),
                holder == null ? null : people.name(holder).in(language),
                notice.childName());
    }
}
