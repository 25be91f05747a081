package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.limits.CalendarBook;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;

/** The administrator's page of working days: what cannot stand is refused at its field with what was typed, and every deadline runs. */
@StoryTest
class CalendarPageTests {

    private static final Actor ADMIN = Actor.person("story-admin", Set.of(Role.ADMIN), StoryOffice.CENTER, null);
    private static final String PREVIEW = "/administration/calendars/-/preview";

    @Autowired
    private Stories stories;

    @Autowired
    private CalendarBook book;

    @Autowired
    private WebApplicationContext house;

    @ParameterizedTest
    @CsvSource({
        "ja, 開庁する曜日がありません",
        "en, It is closed every day of the week",
    })
    void aWeekWithoutAWorkingDayIsRefused(String language, String said) {
        refused(language, said, "closed", "2031-06-23 記念日");
    }

    /** An office that opens on Mondays only, and lists every Monday of a year as closed. */
    @ParameterizedTest
    @CsvSource({
        "ja, 1年以上、開庁日がない期間があります, 2029-06-04",
        "en, It is closed for a year or longer, 2029-06-04",
        "en, It is closed for a year or longer, 2024-06-03",
        "en, It is closed for a year or longer, 2060-06-07",
    })
    void aYearWithoutAWorkingDayIsRefusedWheneverItIs(String language, String said, LocalDate monday) {
        String mondays = monday.datesUntil(monday.plusWeeks(52), Period.ofWeeks(1))
                .map(LocalDate::toString)
                .collect(Collectors.joining("\n"));
        refused(language, said, "opens1", "09:00", "closes1", "17:00", "closed", mondays);
    }

    @Test
    void halfAYearIsLongAndMayBe() {
        LocalDate monday = LocalDate.parse("2029-06-01").with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        String mondays = monday.datesUntil(monday.plusWeeks(26), Period.ofWeeks(1))
                .map(LocalDate::toString)
                .collect(Collectors.joining("\n"));
        assertThat(sends("ja", "opens1", "09:00", "closes1", "17:00", "closed", mondays))
                .hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ja | closes2 | 08:00                  | 閉庁時刻が開庁時刻より前です
                    en | closes2 | 08:00                  | It closes before it opens
                    en | closes2 | soon                   | Give both times
                    en | closes2 | ''                     | Give both times
                    ja | closed  | 2029-02-30             | の形で入力してください
                    en | closed  | 2029-06-04 09:00-12:00 | without hours
                    en | closed  | 2100-01-04             | 2016 to 2099
                    en | open    | 2029-06-09             | 2029
                    en | open    | 2029-06-09 12:00-09:00 | It closes before it opens
                    """)
    void whatIsNoTimeOrNoDayIsRefusedAtItsField(String language, String field, String value, String said) {
        List<String> fields = new ArrayList<>(List.of("opens2", "09:00"));
        if (!field.equals("closes2")) {
            fields.addAll(List.of("closes2", "17:00"));
        }
        fields.addAll(List.of(field, value));
        refused(language, said, fields.toArray(String[]::new));
    }

    @Test
    void aDayThatIsGivenTwiceIsRefusedWithItsLine() {
        refused(
                "en",
                "Line 1:",
                "opens2",
                "09:00",
                "closes2",
                "17:00",
                "closed",
                "2029-06-12",
                "open",
                "2029-06-12 09:00-10:00");
    }

    /** Refused, every field kept, no version made; the deadline that runs is due when it was, and goes off. */
    private void refused(String language, String said, String... fields) {
        Story story = stories.investigated();
        int version = stories.acting().as(ADMIN, () -> book.current(null)).version();
        MvcTestResult answer = sends(language, fields);
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer).bodyText().contains(said);
        for (int i = 1; i < fields.length; i += 2) {
            assertThat(answer).bodyText().contains(fields[i]);
        }
        assertThat(stories.acting().as(ADMIN, () -> book.current(null)).version())
                .isEqualTo(version);
        story.check().at("urgencySheet").isDue("2026-06-02T17:15").timesOut();
    }

    private MvcTestResult sends(String language, String... fields) {
        return new Browser(house, language).sends(ADMIN, PREVIEW, fields);
    }
}
