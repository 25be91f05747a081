package org.tasuki.notices.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.notices.Tellings;
import org.tasuki.notices.Told;
import org.tasuki.outbox.Letter;
import org.tasuki.outbox.LetterWriter;
import org.tasuki.outbox.Mail;
import org.tasuki.outbox.MailSettings;

/**
 * What a mail says of deadlines: how many, which step, until when, and where the page is. No name and no case's number: mail lies
 * in other people's hands, on telephones and in backups, and who knows the number finds the child in the office's other papers.
 */
@Component
class NoticeLetters implements LetterWriter {

    /** More are counted, and seen on the page. */
    private static final int MOST_LINES = 20;

    private final Tellings tellings;
    private final StepWords words;
    private final MailMoments moments;
    private final MailSettings settings;
    private final MessageSource texts;

    NoticeLetters(Tellings tellings, StepWords words, MailMoments moments, MailSettings settings, MessageSource texts) {
        this.tellings = tellings;
        this.words = words;
        this.moments = moments;
        this.settings = settings;
        this.texts = texts;
    }

    @Override
    public boolean writes(Mail.Kind kind) {
        return kind != Mail.Kind.CONFIRMATION && kind != Mail.Kind.TRAINING;
    }

    @Override
    public Optional<Letter> write(Mail mail, Locale language) {
        List<Told> told = tellings.of(mail);
        return told.isEmpty() ? Optional.empty() : Optional.of(letter(mail, told, language));
    }

    private Letter letter(Mail mail, List<Told> told, Locale language) {
        String kind = mail.kind().key() + (Tellings.isForGap(mail) ? "-gap" : "");
        String lines =
                told.stream().limit(MOST_LINES).map(one -> line(one, language)).collect(Collectors.joining("\n"));
        String more = told.size() > MOST_LINES ? text("notices.mail.more", language, told.size() - MOST_LINES) : "";
        return new Letter(
                text("notices.mail.subject." + mail.kind().key(), language, told.size()),
                Stream.of(
                                text("notices.mail.lead." + kind, language, told.size()),
                                lines,
                                more,
                                text("notices.mail.page", language, settings.page("/notices")),
                                text("notices.mail.foot", language, settings.page("/account/notices")))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("\n\n", "", "\n")));
    }

    private String line(Told told, Locale language) {
        return text(
                "notices.mail.line." + told.kind().key(),
                language,
                words.step(told.process(), told.step()).in(language),
                moments.full(told.dueAt(), language));
    }

    private String text(String key, Locale language, Object... values) {
        return texts.getMessage(key, values, language);
    }
}
