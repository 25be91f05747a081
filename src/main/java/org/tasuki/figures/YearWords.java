package org.tasuki.figures;

import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.JapaneseDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tasuki.terms.FiscalYear;

/** A fiscal year as reports call it. */
@Component
public class YearWords {

    private final MessageSource texts;

    YearWords(MessageSource texts) {
        this.texts = texts;
    }

    /** 令和8年度（2026） · FY2026 (Reiwa 8). A fiscal year has the era of most of its days: 2019 is 令和元年度. */
    public String of(FiscalYear year, Locale language) {
        JapaneseDate may = JapaneseDate.from(LocalDate.of(year.value(), Month.MAY, 1));
        int ofEra = may.get(ChronoField.YEAR_OF_ERA);
        return text(
                "figures.year.one",
                language,
                String.valueOf(year.value()),
                may.getEra().getDisplayName(TextStyle.FULL, Locale.JAPANESE),
                may.getEra().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                ofEra == 1 ? text("figures.year.first", language) : String.valueOf(ofEra));
    }

    private String text(String key, Locale language, Object... values) {
        return Objects.requireNonNull(texts.getMessage(key, values, language));
    }
}
