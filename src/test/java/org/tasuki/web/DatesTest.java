package org.tasuki.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Dates as the office reads them. Moments are given with their zone, so that no machine's own zone can help. */
class DatesTest {

    private static final Instant NOW = moment("2026-11-23T09:00");

    private final Dates dates = new Dates(texts());

    @BeforeEach
    void japanese() {
        LocaleContextHolder.setLocale(Locale.JAPANESE);
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T14:00, 令和8年11月23日(月) 午後2時",
        "2026-11-23T14:05, 令和8年11月23日(月) 午後2時5分",
        "2026-11-23T00:00, 令和8年11月23日(月) 午前0時",
        "2026-11-23T12:00, 令和8年11月23日(月) 午後0時",
        "2026-11-23T11:59, 令和8年11月23日(月) 午前11時59分",
        "2019-04-30T23:59, 平成31年4月30日(火) 午後11時59分",
        "2019-05-01T00:00, 令和元年5月1日(水) 午前0時",
        "2020-01-01T09:30, 令和2年1月1日(水) 午前9時30分",
        "1989-01-07T10:00, 昭和64年1月7日(土) 午前10時",
        "1989-01-08T10:00, 平成元年1月8日(日) 午前10時",
    })
    void anOfficeWritesTheEra(String local, String written) {
        assertThat(dates.full(moment(local))).isEqualTo(written);
    }

    @Test
    void aTimeFromToSaysTheDayOnce() {
        assertThat(dates.range(moment("2026-11-23T14:00"), moment("2026-11-23T16:30")))
                .isEqualTo("令和8年11月23日(月) 午後2時～午後4時30分");
        assertThat(dates.range(moment("2026-11-23T14:00"), moment("2026-11-24T00:00")))
                .isEqualTo("令和8年11月23日(月) 午後2時～令和8年11月24日(火) 午前0時");
        english();
        assertThat(dates.range(moment("2026-11-23T14:00"), moment("2026-11-23T16:30")))
                .isEqualTo("23 Nov 2026 14:00–16:30");
    }

    @Test
    void anEnglishReaderGetsTheGregorianDate() {
        english();
        assertThat(dates.full(moment("2026-11-23T14:00"))).isEqualTo("23 Nov 2026 14:00");
        assertThat(dates.day(LocalDate.of(2026, 9, 1))).isEqualTo("1 Sep 2026");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T14:00, 今日 14:00, 令和8年11月23日(月) 午後2時",
        "2026-11-24T00:00, 今日 24:00, 令和8年11月23日(月) 24:00",
        "2026-11-23T00:00, 11/22(日) 24:00, 令和8年11月22日(日) 24:00",
        "2026-06-08T00:00, 6/7(日) 24:00, 令和8年6月7日(日) 24:00",
        "2027-01-01T00:00, 12/31(木) 24:00, 令和8年12月31日(木) 24:00",
        "2027-01-17T00:00, R9.1.16, 令和9年1月16日(土) 24:00",
    })
    void aLimitThatEndsWithADayNamesThatDay(String due, String brief, String full) {
        assertThat(dates.due(moment(due), NOW)).isEqualTo(brief);
        assertThat(dates.dueInFull(moment(due))).isEqualTo(full);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T14:00, 11/23(月) 14:00, 23 Nov 14:00",
        "2026-11-24T00:00, 11/23(月) 24:00, end of 23 Nov",
        "2027-01-01T00:00, 12/31(木) 24:00, end of 31 Dec",
        "2027-01-17T00:00, 令和9年1月16日(土) 24:00, end of 16 Jan 2027",
    })
    void onPaperALimitIsNotTodayButADate(String due, String japanese, String english) {
        assertThat(dates.dueOnPaper(moment(due), NOW)).isEqualTo(japanese);
        english();
        assertThat(dates.dueOnPaper(moment(due), NOW)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T00:00, end of today, end of 23 Nov 2026",
        "2026-06-08T00:00, end of 7 Jun, end of 7 Jun 2026",
    })
    void inEnglishALimitThatEndsWithADayIsItsEnd(String due, String brief, String full) {
        english();
        assertThat(dates.due(moment(due), NOW)).isEqualTo(brief);
        assertThat(dates.dueInFull(moment(due))).isEqualTo(full);
    }

    @Test
    void theDayIsTheDayInJapan() {
        assertThat(dates.day(Instant.parse("2026-11-22T15:00:00Z"))).isEqualTo("令和8年11月23日(月)");
        assertThat(dates.machine(Instant.parse("2026-11-22T15:00:00Z"))).isEqualTo("2026-11-23T00:00+09:00");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T14:05, 今日 14:05, today 14:05",
        "2026-11-25T14:00, 11/25(水) 14:00, 25 Nov 14:00",
        "2025-12-03T14:00, R7.12.3, 3 Dec 2025",
        "2019-05-01T14:00, R1.5.1, 1 May 2019",
        "2019-04-30T14:00, H31.4.30, 30 Apr 2019",
    })
    void aColumnIsNarrow(String local, String japanese, String english) {
        assertThat(dates.brief(moment(local), NOW)).isEqualTo(japanese);
        english();
        assertThat(dates.brief(moment(local), NOW)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T15:00, 残り 6時間, 6 h left",
        "2026-11-23T15:59, 残り 6時間, 6 h left",
        "2026-11-23T09:00, 残り 1分未満, under 1 min left",
        "2026-11-23T09:25, 残り 25分, 25 min left",
        "2026-11-25T08:59, 残り 47時間, 47 h left",
        "2026-11-25T09:00, 残り 2日, 2 days left",
        "2026-11-23T08:59, 1分超過, 1 min over",
        "2026-11-22T09:00, 24時間超過, 24 h over",
        "2026-11-20T09:00, 3日超過, 3 days over",
    })
    void aLimitSaysWhatIsLeftOrOver(String due, String japanese, String english) {
        assertThat(dates.left(moment(due), NOW)).isEqualTo(japanese);
        english();
        assertThat(dates.left(moment(due), NOW)).isEqualTo(english);
    }

    @Test
    void theLimitItselfIsStillInTime() {
        assertThat(dates.isOver(NOW, NOW)).isFalse();
        assertThat(dates.isOver(NOW.minusSeconds(1), NOW)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:00, 2026-11-23T19:00, 100",
        "2026-11-22T09:00, 2026-11-24T09:00, 50",
        "2026-11-20T09:00, 2026-11-23T08:00, 0",
        "2026-11-23T09:00, 2026-11-23T09:00, 0",
    })
    void theBarShowsTheShareThatIsLeft(String start, String due, long percent) {
        assertThat(dates.percentLeft(moment(start), moment(due), NOW)).isEqualTo(percent);
    }

    @Test
    void whatHasPassedIsSaidInOneUnit() {
        assertThat(dates.ago(NOW, NOW)).isEqualTo("たった今");
        assertThat(dates.ago(moment("2026-11-23T06:00"), NOW)).isEqualTo("3時間前");
        english();
        assertThat(dates.ago(moment("2026-11-21T09:00"), NOW)).isEqualTo("2 days ago");
    }

    @ParameterizedTest
    @CsvSource({
        "2018-11-23, 8歳, 8 years old",
        "2018-11-24, 7歳, 7 years old",
        "2026-06-23, 0歳5か月, 5 months old",
        "2026-10-23, 0歳1か月, 1 month old",
        "2026-11-20, 0歳0か月, under 1 month old",
    })
    void aBabysAgeIsInMonths(LocalDate birth, String japanese, String english) {
        assertThat(dates.age(birth, NOW)).isEqualTo(japanese);
        english();
        assertThat(dates.age(birth, NOW)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2020-04-01, 小学1年",
        "2026-11-23, 2020-04-02, 年長",
        "2026-11-23, 2019-04-02, 小学1年",
        "2026-11-23, 2019-04-01, 小学2年",
        "2026-03-31, 2019-04-02, 年長",
        "2026-04-01, 2019-04-02, 小学1年",
        "2026-11-23, 2014-04-01, 中学1年",
        "2026-11-23, 2014-04-02, 小学6年",
        "2026-11-23, 2010-05-05, 高校1年相当",
        "2026-11-23, 2008-04-01, 高校卒業年齢以上",
        "2026-11-23, 2022-05-05, 年少",
        "2026-11-23, 2023-05-05, 未就園児",
    })
    void schoolStartsInAprilAndTheFirstOfAprilCountsAsEarlyBorn(LocalDate day, LocalDate birth, String grade) {
        assertThat(dates.grade(birth, moment(day + "T09:00"))).isEqualTo(grade);
    }

    private static MessageSource texts() {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/web");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }

    private static void english() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    private static Instant moment(String local) {
        return Instant.parse(local + ":00+09:00");
    }
}
