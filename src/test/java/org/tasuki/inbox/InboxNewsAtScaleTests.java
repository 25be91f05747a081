package org.tasuki.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.tasuki.people.JustSignedIn.justNow;

import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.TasukiTest;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.SignedIn;
import org.tasuki.terms.Text;

/** Ten thousand rows of an inbox change at once: who has it open hears of it a few times, and a page that asks by itself is told right. */
@TasukiTest(
        properties = {
            "flowable.async-executor-activate=false",
            "tasuki.inbox.tell-every=" + InboxNewsAtScaleTests.TELL_EVERY_MS + "ms",
            "tasuki.inbox.sign-every-beats=100000"
        })
@Tag("slow")
@Import(InboxNewsAtScaleTests.Ear.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxNewsAtScaleTests {

    static final int TELL_EVERY_MS = 50;

    private static final int TASKS = 10_000;
    private static final int MOST_NAMES = 100;
    private static final Pattern VERSION = Pattern.compile("name=\"version\" id=\"version\" value=\"([^\"]+)\"");

    @Autowired
    private TestDatabase database;

    @Autowired
    private InboxRows rows;

    @Autowired
    private Acting acting;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private WebApplicationContext house;

    @Autowired
    private Ear ear;

    private MockMvc pages;

    @TestComponent
    static class Ear {

        private final List<InboxMoved> heard = new CopyOnWriteArrayList<>();

        @EventListener
        void on(InboxMoved moved) {
            heard.add(moved);
        }
    }

    @BeforeAll
    void fill() {
        new FullInbox(database.asSuperuser()).with(TASKS);
        pages = MockMvcBuilders.webAppContextSetup(house)
                .apply(springSecurity())
                .build();
    }

    @Test
    void whoHasTheInboxOpenHearsAFewTimesAndWhoAsksIsToldRight() throws Exception {
        String version = version();
        assertThat(moved(version)).isFalse();
        MockHttpServletResponse line = open("/inbox/stream");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> ear.heard.stream().anyMatch(one -> one.lanes().isEmpty()));
        ear.heard.clear();
        int told = count(line);

        Instant begin = Instant.now();
        changeAll();
        await().atMost(Duration.ofSeconds(10)).until(() -> count(line) > told);
        quiet();
        Duration took = Duration.between(begin, Instant.now());

        // However many rows moved: as many words as there were moments to tell them, each of no more names than fit in
        // one.
        assertThat(ear.heard).hasSizeLessThanOrEqualTo((int) (took.toMillis() / TELL_EVERY_MS) + 1);
        assertThat(ear.heard).allMatch(one -> one.lanes().size() <= MOST_NAMES);
        assertThat(count(line) - told).isBetween(1, (int) took.toSeconds() + 1);
        assertThat(line.getContentAsString()).doesNotContain("FL-2026");

        assertThat(version()).isNotEqualTo(version);
        assertThat(moved(version)).isTrue();
        assertThat(moved(version())).isFalse();
    }

    /** Each task in a transaction of its own, four at a time, as four people would. */
    private void changeAll() throws Exception {
        List<String> tasks = database.asSuperuser()
                .sql("select task_id from inbox_item order by task_id")
                .query(String.class)
                .list();
        assertThat(tasks).hasSize(TASKS);
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Object>> changes = new ArrayList<>();
            tasks.forEach(task -> changes.add(Executors.callable(() -> change(task))));
            for (Future<Object> change : people.invokeAll(changes)) {
                change.get();
            }
        } finally {
            people.shutdownNow();
        }
    }

    private void change(String task) {
        acting.as(
                Actor.system(FullInbox.CENTER),
                () -> transaction.executeWithoutResult(status -> rows.hand(
                        task,
                        "update inbox_item set due_at = due_at + interval '1 minute' where task_id = :task",
                        Map.of())));
    }

    /** Until nothing is left to tell. */
    private void quiet() {
        await().pollInterval(Duration.ofMillis(10 * TELL_EVERY_MS))
                .atMost(Duration.ofSeconds(10))
                .until(new Callable<>() {
                    private int before = -1;

                    @Override
                    public Boolean call() {
                        boolean same = before == ear.heard.size();
                        before = ear.heard.size();
                        return same;
                    }
                });
    }

    private static int count(MockHttpServletResponse line) throws UnsupportedEncodingException {
        return line.getContentAsString().split("event:moved", -1).length - 1;
    }

    private String version() throws Exception {
        Matcher version = VERSION.matcher(open("/inbox?tab=roles").getContentAsString());
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private boolean moved(String version) throws Exception {
        return news(version).contains("/inbox?tab=roles");
    }

    private String news(String version) throws Exception {
        return open("/inbox/news?tab=roles&version=" + version).getContentAsString();
    }

    private MockHttpServletResponse open(String path) throws Exception {
        Text name = new Text("職員", "Officer");
        return pages.perform(get(path).with(justNow(new SignedIn(FullInbox.OFFICER, name, name, "-", true))))
                .andReturn()
                .getResponse();
    }
}
