package org.tasuki.notices.web;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a step is called, a calendar program reads it back as it is. */
class CalendarTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "安全確認",
                "a, b; c\\d: \"e\"",
                "two\nlines",
                "𠮷野家の一時保護の開始についての児童相談所長による承認の申立てと、その結果の児童福祉審議会への報告",
                "END:VCALENDAR\nBEGIN:VEVENT",
                "a very long name of a step in English that does not fit into the seventy-five bytes of a line"
            })
    void isReadBack(String text) {
        String calendar = new CalendarText()
                .line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", "-//test//")
                .line("BEGIN", "VEVENT")
                .text("SUMMARY", text)
                .line("END", "VEVENT")
                .line("END", "VCALENDAR")
                .toString();
        assertThat(Biweekly.parse(calendar).first().getEvents())
                .singleElement()
                .matches(event -> event.getSummary().getValue().equals(text));
        assertThat(calendar.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    }
}
