package org.tasuki.notices.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.notices.DeadlineNotice;
import org.tasuki.notices.Mentions;
import org.tasuki.notices.Notices;
import org.tasuki.people.Acting;
import org.tasuki.people.People;

/** Puts notices into words for one reader. */
@Component
class NoticePages {

    private final Notices notices;
    private final Mentions mentions;
    private final StepWords words;
    private final People people;
    private final Acting acting;

    NoticePages(Notices notices, Mentions mentions, StepWords words, People people, Acting acting) {
        this.notices = notices;
        this.mentions = mentions;
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
