package org.tasuki.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.TasukiTest;
import org.tasuki.inbox.InboxList.After;
import org.tasuki.inbox.InboxList.Filter;
import org.tasuki.inbox.InboxList.Tab;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/** Scratch: prints. */
@TasukiTest(properties = "flowable.async-executor-activate=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxAtScaleTests {

    @Autowired TestDatabase database;
    @Autowired InboxList inbox;
    @Autowired Acting acting;
    @Autowired TransactionTemplate transaction;

    FullInbox full;

    @BeforeAll
    void fill() {
        full = new FullInbox(database.asSuperuser());
    }

    long time(String what, Actor who, Supplier<?> work) {
        for (int i = 0; i < 8; i++) acting.as(who, () -> transaction.execute(s -> work.get()));
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            long t = System.nanoTime();
            acting.as(who, () -> transaction.execute(s -> work.get()));
            all.add(System.nanoTime() - t);
        }
        all.sort(null);
        System.out.printf("T %-40s %.2f ms%n", what, all.get(4) / 1e6);
        return all.get(4);
    }

    @Test
    void measure() {
        for (int size : new int[] {10_000, 100_000, 1_000_000}) {
            long a = System.nanoTime();
            full.with(size);
            System.out.printf("T ---- %d filled in %d s%n", size, (System.nanoTime() - a) / 1_000_000_000);
            for (Actor who : List.of(FullInbox.OFFICER, FullInbox.SUPERVISOR)) {
                String w = who.account();
                for (Tab tab : Tab.values()) {
                    time(w + " page " + tab, who, () -> inbox.page(tab, Filter.NONE, After.NOTHING, 51));
                    time(w + " stretches " + tab, who, () -> inbox.counts(tab, Filter.NONE, java.util.EnumSet.allOf(Stretch.class)));
                    time(w + " choices " + tab, who, () -> inbox.choices(tab));
                }
                time(w + " counts", who, () -> inbox.counts());
                for (String step : new String[] {null, "hearChild"})
                    for (String urgency : new String[] {null, "AA"})
                        for (String officer : new String[] {null, "full-7"})
                            for (String type : new String[] {null, "neglect"})
                                for (AgeBand age : new AgeBand[] {null, AgeBand.ELEMENTARY}) {
                                    Filter f = new Filter(null, step, urgency, officer, type, age, null);
                                    time(w + " " + f.toString().replaceAll("\\w+=null,? ?", ""), who, () -> inbox.page(Tab.ROLES, f, After.NOTHING, 51));
                                }
            }
        }
    }
}
