package org.tasuki.engine.paths;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tasuki.deadlines.CaseFacts;
import org.tasuki.disclosure.DisclosureSteps;
import org.tasuki.disclosure.Disclosures;
import org.tasuki.launch.TestDatabase;
import org.tasuki.limits.CalendarBook;
import org.tasuki.limits.FollowWatch;
import org.tasuki.limits.LimitDecisions;
import org.tasuki.limits.RuleMoves;

/** One running Tasuki, of several on a database. */
record OfficeNode(
        Stories stories,
        LimitDecisions decisions,
        CalendarBook book,
        RuleMoves moves,
        FollowWatch watch,
        Disclosures disclosures,
        DisclosureSteps steps,
        CaseFacts facts,
        JdbcClient jdbc,
        TestDatabase database) {

    static OfficeNode in(ApplicationContext house) {
        return new OfficeNode(
                house.getBean(Stories.class),
                house.getBean(LimitDecisions.class),
                house.getBean(CalendarBook.class),
                house.getBean(RuleMoves.class),
                house.getBean(FollowWatch.class),
                house.getBean(Disclosures.class),
                house.getBean(DisclosureSteps.class),
                house.getBean(CaseFacts.class),
                house.getBean(JdbcClient.class),
                house.getBean(TestDatabase.class));
    }

    /** No calendar of its own, and no newer version asked for: as no user can put it back. */
    void asUsual() {
        database.asSuperuser()
                .sql("truncate work_calendar, work_calendar_hours, work_calendar_day, rule_move")
                .update();
        database.asSuperuser()
                .sql("update deadline set calendar_version = 0 where calendar_version > 0")
                .update();
    }
}
