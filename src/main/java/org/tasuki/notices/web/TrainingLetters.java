package org.tasuki.notices.web;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tasuki.notices.TrainingNotices;
import org.tasuki.notices.TrainingNotices.Cancelled;
import org.tasuki.outbox.Letter;
import org.tasuki.outbox.LetterWriter;
import org.tasuki.outbox.Mail;
import org.tasuki.outbox.MailSettings;

/** What a mail says of a session that was cancelled: which course, when, and where its page is; nobody's name. */
@Component
class TrainingLetters implements LetterWriter {

    private final TrainingNotices notices;
    private final MailMoments moments;
    private final MailSettings settings;
    private final MessageSource texts;

    TrainingLetters(TrainingNotices notices, MailMoments moments, MailSettings settings, MessageSource texts) {
        this.notices = notices;
        this.moments = moments;
        this.settings = settings;
        this.texts = texts;
    }

    @Override
    public boolean writes(Mail.Kind kind) {
        return kind == Mail.Kind.TRAINING;
    }

    @Override
    public Optional<Letter> write(Mail mail, Locale language) {
        return notices.of(mail).map(one -> letter(one, language));
    }

    private Letter letter(Cancelled one, Locale language) {
        return new Letter(
                text("notices.mail.subject.training", language),
                String.join(
                        "\n\n",
                        text("notices.mail.lead.training", language),
                        text(
                                "notices.mail.line.training",
                                language,
                                one.course().in(language),
                                moments.full(one.startsAt(), language)),
                        text("notices.mail.page", language, settings.page("/training/sessions/" + one.session())),
                        text("notices.mail.foot", language, settings.page("/account/notices")) + "\n"));
    }

    private String text(String key, Locale language, Object... values) {
        return texts.getMessage(key, values, language);
    }
}
