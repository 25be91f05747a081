package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.board.AnsweringAgencies;
import org.tasuki.board.Load;
import org.tasuki.board.Loads;
import org.tasuki.board.Protections;
import org.tasuki.board.Protections.Stage;
import org.tasuki.board.Reviews;
import org.tasuki.board.Spent;
import org.tasuki.board.StepTimes;
import org.tasuki.board.Waiting;
import org.tasuki.engine.CallSite;
import org.tasuki.inbox.InboxItem;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/** The board's numbers are the raw tables' numbers, and everybody's who may see the cases, nobody else's. */
@StoryTest
class BoardTests {

    private static final CallSite SAFETY_CHECK = new CallSite("guidance-center", "safetyCheck");

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private Acting acting;

    @Autowired
    private Loads loads;

    @Autowired
    private StepTimes times;

    @Autowired
    private Waiting waiting;

    @Autowired
    private AnsweringAgencies agencies;

    @Autowired
    private Protections protections;

    @Autowired
    private Reviews reviews;

    @Autowired
    private TestDatabase database;

    private final Browser browser;

    @Autowired
    BoardTests(WebApplicationContext house) {
        browser = new Browser(house);
    }

    @Test
    void eachStepCountsWhatTheTableHolds() {
        accepted();
        protectedWithoutConsent();
        Map<CallSite, Load> raw = new HashMap<>();
        database.asSuperuser()
                .sql(
                        """
                        select distinct on (process, step) process, step,
                               (select count(distinct case_number) from inbox_item o where o.process = i.process and o.step = i.step
                                and o.center = 'story' and ahead >= interval '0') as cases,
                               (select count(distinct case_number) from inbox_item o where o.process = i.process and o.step = i.step
                                and o.center = 'story' and ahead >= interval '0' and due_here <= now()) as late
                        from inbox_item i where center = 'story' and ahead >= interval '0'
                        """)
                .query((row, index) -> raw.put(
                        new CallSite(row.getString("process"), row.getString("step")),
                        new Load(row.getInt("cases"), row.getInt("late"), 0)))
                .list();
        Map<CallSite, Load> shown = as("supervisor", () -> loads.at(Map.of()));
        assertThat(shown.keySet()).isEqualTo(raw.keySet());
        assertThat(shown).allSatisfy((site, load) -> {
            assertThat(load.cases()).isEqualTo(raw.get(site).cases());
            assertThat(load.late()).isEqualTo(raw.get(site).late());
            assertThat(load.late() + load.soon()).isLessThanOrEqualTo(load.cases());
        });
    }

    @Test
    void aCaseIsLateOnlyWhenItsLimitIsPast() {
        Load before = atSafetyCheck();
        Story story = accepted().isAt("safetyCheck");
        Load now = atSafetyCheck();
        assertThat(now.cases()).isEqualTo(before.cases() + 1);
        assertThat(now.soon() - before.soon())
                .as("48 hours are within 48 hours")
                .isEqualTo(1);
        assertThat(now.late()).isEqualTo(before.late());
        story.letPass(Duration.ofHours(49));
        assertThat(atSafetyCheck().late()).isEqualTo(before.late() + 1);
        assertThat(as("supervisor", () -> waiting.next(1_000)))
                .extracting(InboxItem::number)
                .contains(story.number());
    }

    @Test
    void aCaseAtTwoPlacesOfAProcessCountsOnceInIt() {
        accepted().at("safetyCheck").answers("safety", "confirmed");
        Map<CallSite, Set<String>> whole = Map.of(new CallSite("all", ""), Set.of("guidance-center", "referral"));
        int cases = as("supervisor", () -> loads.at(whole))
                .get(new CallSite("all", ""))
                .cases();
        assertThat(cases)
                .isEqualTo(
                        count(
                                """
                        select count(distinct case_number) from inbox_item where center = 'story' and ahead >= interval '0'
                        and process in ('guidance-center', 'referral')
                        """));
    }

    /** Cases go on under the version of a process with which they began. */
    @Test
    void aStepThatNoProcessKnowsAnyMoreIsToldByItsName() {
        Story story = accepted().isAt("safetyCheck");
        Map<CallSite, Set<String>> whole = Map.of(new CallSite("all", ""), Set.of("guidance-center"));
        Map<CallSite, Load> before = as("supervisor", () -> loads.at(whole));
        renamed(story, "safetyCheck", "stepOfOld");
        Map<CallSite, Load> now = as("supervisor", () -> loads.at(whole));
        renamed(story, "stepOfOld", "safetyCheck");
        assertThat(now.get(new CallSite("guidance-center", "stepOfOld"))).isEqualTo(new Load(1, 0, 1));
        assertThat(now.get(new CallSite("all", ""))).isEqualTo(before.get(new CallSite("all", "")));
    }

    private void renamed(Story story, String from, String to) {
        database.asSuperuser()
                .sql("update inbox_item set step = ? where case_number = ? and step = ?")
                .params(to, story.number().value(), from)
                .update();
    }

    @Test
    void whatIsKeptFromSomebodyDoesNotCountForThem() {
        Story story = accepted().isAt("safetyCheck");
        Load everybody = atSafetyCheck();
        database.asSuperuser()
                .sql(
                        """
                        insert into case_exclusion (case_number, center, account, reason, decided_by, decided_at)
                        select number, center, 'story-director', 'relative', 'story-supervisor', now() from case_file where number = ?
                        """)
                .param(story.number().value())
                .update();
        assertThat(as("director", () -> loads.at(Map.of())).get(SAFETY_CHECK).cases())
                .isEqualTo(everybody.cases() - 1);
        assertThat(atSafetyCheck()).isEqualTo(everybody);
    }

    @Test
    void aStepTookFromItsTaskToItsAnswer() {
        Story story = accepted().isAt("safetyCheck").letPass(Duration.ofHours(5));
        Spent before = as("supervisor", () -> times.of(Period.ofDays(400))).get(SAFETY_CHECK);
        story.at("safetyCheck").answers("safety", "confirmed");
        Spent after = as("supervisor", () -> times.of(Period.ofDays(400))).get(SAFETY_CHECK);
        assertThat(after.done()).isEqualTo(before == null ? 1 : before.done() + 1);
        Double median = database.asSuperuser()
                .sql(
                        """
                        select percentile_cont(0.5) within group (order by extract(epoch from answered_at - born_at))
                        from form_answer where center = 'story' and step = 'safetyCheck' and withdrawn_at is null
                        """)
                .query(Double.class)
                .single();
        assertThat(after.median().toSeconds()).isEqualTo(Math.round(median));
        assertThat(after.p90()).isGreaterThanOrEqualTo(after.median());
    }

    @Test
    void whatIsSentToAnAgencyShows() {
        toPolice()
                .at("preparePoliceReferral")
                .answers()
                .at("approvePoliceReferral")
                .answers();
        AnsweringAgencies.OfAgency police = as("supervisor", agencies::byAgency).stream()
                .filter(one -> one.agency().equals("story-police"))
                .findFirst()
                .orElseThrow();
        assertThat(police.waiting())
                .isPositive()
                .isEqualTo(count("select count(*) from hand_over where agency = 'story-police' and state = 'sent'"));
    }

    @Test
    void aStayHasItsDay() {
        Story story = protectedWithoutConsent().letPass(Duration.ofDays(2));
        Protections.Stay stay = as("supervisor", protections::now).stream()
                .filter(one -> one.number().equals(story.number()))
                .findFirst()
                .orElseThrow();
        assertThat(stay.day()).isBetween(3, 4);
        assertThat(stay.stage()).isEqualTo(Stage.FIRST_DAYS);
        assertThat(stay.warrant()).isTrue();
    }

    @Test
    void aLimitThatWasMetLateIsLookedAt() {
        Story story = accepted().isAt("safetyCheck").letPass(Duration.ofHours(60));
        story.at("safetyCheck").answers("safety", "confirmed");
        assertThat(as("supervisor", () -> reviews.latest(500)))
                .anySatisfy(seen -> assertThat(seen.number()).isEqualTo(story.number()));
    }

    @Test
    void aPageCostsTheSameHoweverManyCases() {
        assertThat(statements()).isEqualTo(statementsAfterMore());
    }

    private int statementsAfterMore() {
        accepted();
        accepted();
        return statements();
    }

    private int statements() {
        browser.opens(office.at("supervisor"), "/board");
        List<String> sent = CountedStatements.during(() -> browser.opens(office.at("supervisor"), "/board"));
        assertThat(sent.size()).as(String.join("\n", sent)).isLessThanOrEqualTo(25);
        return sent.size();
    }

    @Test
    void thePagesSayWhatTheyCount() {
        accepted().isAt("safetyCheck");
        assertThat(text("/board?process=guidance-center")).contains("安全確認").contains("これから48時間");
        assertThat(text("/board/steps/guidance-center/safetyCheck?which=soon")).contains("安全確認");
        assertThat(text("/board/meeting")).contains("進行管理会議");
        assertThat(text("/board?process=guidance-center&colour=x&days=-1")).contains("期限の状況");
    }

    @Test
    void whatIsNoStepIsNotFound() {
        Actor supervisor = office.at("supervisor");
        assertThat(browser.opens(supervisor, "/board?process=nothing")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(browser.opens(supervisor, "/board/steps/guidance-center/nothing"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void theMorningSheetIsAPaperThatLeavesATrail() {
        int before = count("select count(*) from audit_entry where act = 'board-printed'");
        MvcTestResult printed = browser.sends(office.at("supervisor"), "/board/sheet");
        assertThat(printed).hasStatusOk();
        assertThat(new String(printed.getResponse().getContentAsByteArray(), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        assertThat(count("select count(*) from audit_entry where act = 'board-printed'"))
                .isEqualTo(before + 1);
    }

    @Test
    void anOpenBoardIsToldOfOtherNumbersOnly() {
        String page = text("/board");
        String seen =
                page.replaceAll("(?s).*?/board/news\\?seen=([0-9,%C]+).*", "$1").replace("%2C", ",");
        assertThat(text("/board/news?seen=" + seen)).doesNotContain("状況が変わりました");
        assertThat(text("/board/news?seen=0,0,0")).contains("状況が変わりました");
    }

    /** Not before today: a case whose clock runs behind is still being told, and on no list. */
    private Story accepted() {
        return stories.begin("2027-06-07T09:00")
                .at("reception")
                .answers()
                .at("screening")
                .answers("meeting", "regular")
                .at("acceptanceMeeting")
                .answers("acceptance", "accepted");
    }

    private Story protectedWithoutConsent() {
        return accepted()
                .at("safetyCheck")
                .answers("safety", "confirmed", "protection", "start")
                .until("2027-06-08T10:00")
                .at("protectionDecision")
                .answers("protect", "yes", "consent", "no", "startedAt", "2027-06-08T10:00");
    }

    private Story toPolice() {
        return stories.diagnosed(accepted().at("safetyCheck").answers("safety", "confirmed"))
                .at("urgencySheet")
                .answers()
                .at("hearChild")
                .answers()
                .at("judgementMeeting")
                .answers()
                .at("supportPolicyMeeting")
                .answers("policeReferral", "yes", "policeAgency", "story-police", "policePurpose", "援助要請");
    }

    private Load atSafetyCheck() {
        return as("supervisor", () -> loads.at(Map.of())).getOrDefault(SAFETY_CHECK, Load.NONE);
    }

    private <T> T as(String desk, java.util.function.Supplier<T> work) {
        return acting.as(office.at(desk), work);
    }

    private int count(String sql) {
        return database.asSuperuser().sql(sql).query(Integer.class).single();
    }

    private String text(String path) {
        MvcTestResult page = browser.opens(office.at("supervisor"), path);
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
