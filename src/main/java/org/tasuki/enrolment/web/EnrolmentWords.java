package org.tasuki.enrolment.web;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tasuki.courses.Audience;
import org.tasuki.courses.Course;
import org.tasuki.courses.Courses;
import org.tasuki.enrolment.Guests;
import org.tasuki.enrolment.RecordOffices;
import org.tasuki.figures.YearWords;
import org.tasuki.terms.FiscalYear;
import org.tasuki.terms.Text;

/** The words of the record: of years, lengths, audiences, offices and courses. */
@Component
class EnrolmentWords {

    private static final int HOUR = 60;

    private final Courses courses;
    private final RecordOffices offices;
    private final YearWords years;
    private final MessageSource texts;

    EnrolmentWords(Courses courses, RecordOffices offices, YearWords years, MessageSource texts) {
        this.courses = courses;
        this.offices = offices;
        this.years = years;
        this.texts = texts;
    }

    String text(String key, Locale language, Object... values) {
        return Objects.requireNonNull(texts.getMessage(key, values, language));
    }

    /** 1時間30分 · 1 h 30 min. */
    String length(long minutes, Locale language) {
        long hours = minutes / HOUR;
        long rest = minutes % HOUR;
        if (hours == 0) {
            return text("enrolment.length.minutes", language, rest);
        }
        return rest == 0
                ? text("enrolment.length.hours", language, hours)
                : text("enrolment.length.both", language, hours, rest);
    }

    String audience(Audience audience, Locale language) {
        return text("enrolment.audience." + audience.key(), language);
    }

    /** As it is called today; the key of a course whose file has gone. */
    String course(String key, Locale language) {
        return courses.find(key)
                .map(Course::name)
                .map(name -> name.in(language))
                .orElse(key);
    }

    /** Of the center that looks at its record. */
    Map<String, Text> offices() {
        Map<String, Text> names = offices.names();
        names.put(
                Guests.ELSEWHERE,
                new Text(
                        text("enrolment.office.elsewhere", Locale.JAPANESE),
                        text("enrolment.office.elsewhere", Locale.ENGLISH)));
        return names;
    }

    String year(FiscalYear year, Locale language) {
        return years.of(year, language);
    }
}
