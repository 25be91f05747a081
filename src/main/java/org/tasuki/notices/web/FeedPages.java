package org.tasuki.notices.web;

import java.time.Instant;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.notices.OwnDeadlines;
import org.tasuki.outbox.MailSettings;

/** The actor's deadlines as a calendar. Like a mail it names no child and no case: it lies on telephones, and in other clouds. */
@Component
class FeedPages {

    private final OwnDeadlines deadlines;
    private final StepWords words;
    private final MailSettings settings;
    private final MessageSource texts;

    FeedPages(OwnDeadlines deadlines, StepWords words, MailSettings settings, MessageSource texts) {
        this.deadlines = deadlines;
        this.words = words;
        this.settings = settings;
        this.texts = texts;
    }

    String write(Locale language) {
        CalendarText calendar = new CalendarText()
                .line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line(
                        "PRODID",
                        "-//Tasuki//Deadlines//" + language.getLanguage().toUpperCase(Locale.ROOT))
                .line("CALSCALE", "GREGORIAN")
                .text("X-WR-CALNAME", texts.getMessage("notices.calendar.name", null, language))
                .line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
                .line("X-PUBLISHED-TTL", "PT1H");
        deadlines.list().forEach(own -> event(calendar, own, language));
        return calendar.line("END", "VCALENDAR").toString();
    }

    private void event(CalendarText calendar, OwnDeadlines.Own own, Locale language) {
        String step = words.step(own.process(), own.step()).in(language);
        String summary = texts.getMessage("notices.calendar.summary", new Object[] {step}, language);
        calendar.line("BEGIN", "VEVENT")
                .line("UID", own.taskId() + "@tasuki")
                .moment("DTSTAMP", own.bornAt())
                .moment("DTSTART", own.dueAt())
                .text("SUMMARY", summary)
                .line("URL", settings.page("/tasks/" + own.taskId()))
                .line("STATUS", "CONFIRMED")
                .line("TRANSP", "TRANSPARENT")
                .line("CLASS", "PRIVATE");
        Instant warn = own.warnAt();
        if (warn != null) {
            calendar.line("BEGIN", "VALARM")
                    .line("ACTION", "DISPLAY")
                    .text("DESCRIPTION", summary)
                    .moment("TRIGGER;VALUE=DATE-TIME", warn)
                    .line("END", "VALARM");
        }
        calendar.line("END", "VEVENT");
    }
}
