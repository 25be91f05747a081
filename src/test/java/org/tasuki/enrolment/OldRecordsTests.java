package org.tasuki.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.tasuki.TasukiTest;
import org.tasuki.audit.AuditTrail;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.people.Offices;
import org.tasuki.terms.FiscalYear;
import org.tasuki.terms.Japan;

/** What single people did is erased when its time is over, and not a day before; what the report counts sessions by stays. */
@TasukiTest
class OldRecordsTests {

    private static int turns;

    @Autowired
    private TestDatabase database;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private JdbcClient app;

    @Autowired
    private Offices offices;

    @Autowired
    private Acting acting;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private PlatformTransactionManager manager;

    @Autowired
    private TrainingReports reports;

    @SuppressWarnings("NullAway.Init") // before each test
    private TrainingOffice office;

    @BeforeEach
    void sessionsOfTwoYears() {
        String letter = String.valueOf((char) ('A' + turns));
        office = TrainingOffice.open(database.asSuperuser(), passwords, "aged" + turns++, "AG" + letter);
        held("2020-03-31T10:00+09:00");
        held("2020-04-01T10:00+09:00");
    }

    private void held(String at) {
        database.asSuperuser()
                .sql(
                        """
                        with held as (
                            insert into training_session (center, course, audience, name_ja, name_en, online, starts_at, ends_at, capacity, taken, code,
                                                          announced_by, announced_at)
                            values (:key, 'school', 'school', '研修', 'Course', true, :at::timestamptz, :at::timestamptz + interval '2 hours', 5, 1, 'ABCDEF',
                                    :key || '.trainer', :at::timestamptz) returning id),
                        enrolled as (
                            insert into training_enrolment (session, account, center, enrolled_at, attendance, marked_by, marked_at)
                            select id, :key || '.officer', :key, :at::timestamptz, 'present', :key || '.trainer', :at::timestamptz from held),
                        guests as (
                            insert into training_guests select id, :key, 'elsewhere', 3, :key || '.trainer', :at::timestamptz from held),
                        told as (
                            insert into training_notice select id, :key || '.officer', :key, :at::timestamptz from held)
                        insert into training_done values (:key || '.officer', 'school', 'unit-' || :at, :key, null, :at::timestamptz, :at::timestamptz, 1, 1, 1)
                        """)
                .param("key", office.key())
                .param("at", at)
                .update();
    }

    @Test
    void theLastDayOfTheLastYearIsKept() {
        erase("2026-03-31T14:59:59Z", 6);
        assertThat(counts()).isEqualTo("2 2 2 2 2");
        erase("2026-03-31T15:00:00Z", 6);
        assertThat(counts()).as("the year 2019 is over for six years").isEqualTo("1 1 1 2 2");
        erase("2026-03-31T15:00:00Z", 6);
        assertThat(database.asSuperuser()
                        .sql("select detail::text from audit_entry where act = 'training-record-erased' and center = ?")
                        .param(office.key())
                        .query(String.class)
                        .list())
                .as("once, in numbers")
                .singleElement()
                .asString()
                .contains("\"before\": \"2020-04-01\"", "\"units\": \"1\"", "\"places\": \"1\"")
                .doesNotContain("officer");
        TrainingReport report = acting.as(office.director(), () -> reports.of(new FiscalYear(2020)));
        assertThat(report.total().now()).isEqualTo(new Numbers(0, 1, 1, 4, 0, 480));
        assertThat(report.total().before().online())
                .as("that it was held is still known")
                .isOne();
    }

    @Test
    void anOfficeMayKeepItAll() {
        erase("2099-04-01T00:00:00Z", 0);
        assertThat(counts()).isEqualTo("2 2 2 2 2");
    }

    private void erase(String now, int years) {
        Clock clock = Clock.fixed(Instant.parse(now), Japan.ZONE);
        new OldRecords(app, offices, acting, trail, clock, manager, years).erase();
    }

    /** Units, places, notices, sessions, guests. */
    private String counts() {
        return database.asSuperuser()
                .sql(
                        """
                        select concat_ws(' ', (select count(*) from training_done where center = :key), (select count(*) from training_enrolment where center = :key),
                            (select count(*) from training_notice where center = :key), (select count(*) from training_session where center = :key),
                            (select count(*) from training_guests where center = :key))
                        """)
                .param("key", office.key())
                .query(String.class)
                .single();
    }
}
