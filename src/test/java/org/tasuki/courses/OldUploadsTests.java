package org.tasuki.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.tasuki.TasukiTest;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.people.Offices;

/** A file of courses that nobody agreed to does not lie about for ever, at whatever center. */
@TasukiTest
class OldUploadsTests {

    @Autowired
    private TestDatabase database;

    @Autowired
    private JdbcClient app;

    @Autowired
    private Offices offices;

    @Autowired
    private Acting acting;

    @Autowired
    private PlatformTransactionManager manager;

    @Autowired
    private Clock clock;

    @Test
    void whatIsOldIsClearedAwayAtEachCenter() {
        database.asSuperuser()
                .sql(
                        """
                        insert into center values ('uploads-a', 'UA', '甲児童相談所', 'A'), ('uploads-b', 'UB', '乙児童相談所', 'B');
                        insert into account (id, name_ja, name_en, password, center, created_at)
                        select key || '.trainer', '講師', 'Trainer', 'none', key, now() from center where key like 'uploads-%';
                        insert into course_upload
                        select gen_random_uuid(), center, id, '{}', now() - make_interval(days => days)
                        from account cross join unnest(array[1, 6, 8, 40]) days where center like 'uploads-%'
                        """)
                .update();
        new OldUploads(app, offices, acting, clock, manager, Duration.ofDays(7)).clear();
        assertThat(database.asSuperuser()
                        .sql(
                                """
                                select center || ' ' || extract(day from now() - uploaded_at) from course_upload
                                where center like 'uploads-%' order by center, uploaded_at desc
                                """)
                        .query(String.class)
                        .list())
                .containsExactly("uploads-a 1", "uploads-a 6", "uploads-b 1", "uploads-b 6");
    }
}
