package org.tasuki.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.Filter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.TasukiTest;
import org.tasuki.deadlines.JapaneseCalendar;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Accounts;
import org.tasuki.web.FooterLine.Shown;

/** A small demo office on the real engine and database. */
@TasukiTest(properties = {"demo.cases=30", "tasuki.database=test", "tasuki.audit.key=", "tasuki.audit.heads="})
@ActiveProfiles("demo")
class DemoOfficeTests {

    private final TestDatabase database;
    private final DemoProgress progress;
    private final Accounts accounts;
    private final Teller teller;
    private final StoryShelf shelf;
    private final WebApplicationContext context;
    private final StoryBook book = new StoryBook(OfficeBook.read(), JapaneseCalendar.usual());

    @Autowired
    DemoOfficeTests(
            TestDatabase database,
            DemoProgress progress,
            Accounts accounts,
            Teller teller,
            StoryShelf shelf,
            WebApplicationContext context) {
        this.database = database;
        this.progress = progress;
        this.accounts = accounts;
        this.teller = teller;
        this.shelf = shelf;
        this.context = context;
    }

    @Test
    void theYearIsTold() {
        assertThat(progress.now()).isEqualTo(new DemoProgress.Filling(30, 0, 30));
        assertThat(progress.now().finished()).isTrue();
        assertThat(count("select count(*) from demo_story where told and seq < 30"))
                .isEqualTo(30);
    }

    @Test
    void whenTheYearIsToldThereIsNothingMoreToSay() throws Exception {
        assertThat(progress.shown()).isEmpty();
        MockHttpServletResponse answer = MockMvcBuilders.webAppContextSetup(context)
                .addFilters(context.getBean("springSecurityFilterChain", Filter.class))
                .build()
                .perform(get("/demo/progress"))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as("asks no more").isEqualTo(286);
        assertThat(answer.getContentAsString()).isBlank();
    }

    @Test
    void whileItIsToldEveryPageSaysHowFarAndWhatFailed() {
        DemoProgress telling = new DemoProgress();
        telling.begin(3, 1);
        assertThat(telling.shown()).map(Shown::facts).contains(new DemoProgress.Filling(1, 0, 3));
        telling.missed();
        telling.told();
        assertThat(telling.now().finished()).isTrue();
        assertThat(telling.shown()).map(Shown::facts).contains(new DemoProgress.Filling(2, 1, 3));
    }

    @Test
    void whoeverIsNamedAfterARoleMaySignIn() {
        for (String account : List.of(
                "reception officer officer2 psychologist supervisor director police support municipal trainer analyst admin auditor medical lawyer protection"
                        .split(" "))) {
            assertThat(accounts.find(account)).as(account).isPresent();
        }
    }

    @Test
    void everyOpenTaskHasADeskADeadlineAndATimer() {
        assertThat(count("select count(*) from inbox_item")).isPositive();
        assertThat(count("select count(*) from engine.act_ru_task"))
                .isEqualTo(count("select count(*) from inbox_item"));
        assertThat(
                        count(
                                """
                        select count(*) from inbox_item i where not exists (
                            select from deadline d where d.wait_id = i.wait_id and d.ended_at is null)
                        """))
                .isZero();
    }

    @Test
    void toldCasesLiveInThePresent() {
        assertThat(count("select count(*) from case_clock")).isZero();
        assertThat(count("select count(*) from inbox_item where born_at > now()"))
                .isZero();
    }

    @Test
    void consultationsAreWhatTheStoriesSay() {
        Map<Integer, String> taken = new TreeMap<>();
        sql().sql(
                        "select seq, abuse_type || ' ' || route as what from demo_story join consultation using (case_number)")
                .query(row -> {
                    taken.put(row.getInt("seq"), row.getString("what"));
                });

        assertThat(taken).hasSizeGreaterThan(25);
        taken.forEach((seq, what) -> {
            Story story = book.story(seq, anchor());
            assertThat(what)
                    .isEqualTo(story.kind().abuse() + " " + story.facts().get("route"));
        });
    }

    @Test
    void aStoryThatWasCutOffGoesOn() {
        Story story = book.story(200, anchor());
        AtomicInteger steps = new AtomicInteger();

        teller.tell(story, () -> steps.incrementAndGet() > 2);
        assertThat(shelf.told()).doesNotContain(200);
        long before = answers(200);
        teller.tell(story, () -> false);

        assertThat(shelf.told()).contains(200);
        assertThat(before).isBetween(1L, 2L);
        assertThat(answers(200)).isGreaterThan(before);
        assertThat(count("select count(*) from case_clock")).isZero();
    }

    @Test
    void toldAgainItIsTheSame() {
        for (int seq : new int[] {201, 204, 207}) {
            Story story = book.story(seq, anchor());
            teller.tell(story, () -> false);
            List<String> first = way(seq);
            sql().sql("delete from demo_story where seq = ?").param(seq).update();
            teller.tell(story, () -> false);

            assertThat(way(seq)).as("story %s", seq).isNotEmpty().isEqualTo(first);
        }
    }

    private Instant anchor() {
        return shelf.anchor().orElseThrow();
    }

    private long answers(int seq) {
        return way(seq).size();
    }

    /** The steps of a story by the minute. */
    private List<String> way(int seq) {
        return sql().sql(
                        """
                        select a.step || ' ' || date_trunc('minute', a.answered_at) || ' ' || a.answered_by
                        from form_answer a join demo_story s using (case_number) where s.seq = ? order by a.answered_at, a.step
                        """)
                .param(seq)
                .query(String.class)
                .list();
    }

    private long count(String sql) {
        return sql().sql(sql).query(Long.class).single();
    }

    private JdbcClient sql() {
        return database.asSuperuser();
    }
}
