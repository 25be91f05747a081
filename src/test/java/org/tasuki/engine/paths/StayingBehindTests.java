package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.TestPropertySource;
import org.tasuki.casefile.EndingReason;
import org.tasuki.disclosure.Disclosures;
import org.tasuki.engine.Moved;
import org.tasuki.engine.ProcessSource;
import org.tasuki.engine.RunningInstance;
import org.tasuki.engine.ShippedProcesses;
import org.tasuki.engine.Standstill;
import org.tasuki.engine.Standstill.Why;
import org.tasuki.engine.TaskMoved;
import org.tasuki.inbox.Completion;
import org.tasuki.launch.TestDatabase;
import org.tasuki.limits.LimitDecisions;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.terms.CaseNumber;
import org.tasuki.versions.Move;
import org.tasuki.versions.MoveBook;
import org.tasuki.versions.Moves;
import org.tasuki.versions.Version;
import org.tasuki.versions.VersionWatch;
import org.tasuki.versions.Versions;

/**
 * A case that cannot go over to a version stays as it is, task, timers and limits, and both the dry run and the run say why; those
 * beside it go.
 */
@StoryTest
@Import(StayingBehindTests.Breaking.class)
@TestPropertySource(properties = "tasuki.test.many-cases=cases that stay behind")
class StayingBehindTests {

    private static final Actor ADMIN = Actor.person("story-officer", Set.of(Role.ADMIN), StoryOffice.CENTER, null);
    private static final EndingReason WHY = new EndingReason("関係機関との日程の都合のため");
    private static final String GUIDANCE = NextGuidance.PROCESS;

    @Autowired
    private Stories stories;

    @Autowired
    private Versions versions;

    @Autowired
    private VersionWatch watch;

    @Autowired
    private MoveBook book;

    @Autowired
    private Moves moves;

    @Autowired
    private LimitDecisions decisions;

    @Autowired
    private Disclosures disclosures;

    @Autowired
    private BrokenTimers broken;

    @Autowired
    private Breaking breaking;

    @Autowired
    private TestDatabase database;

    @Test
    void theStepIsLost() {
        asShipped(GUIDANCE);
        Story stays = judged();
        Story goes = stories.accepted();
        stays(begun(GUIDANCE, xml -> NextGuidance.changed()), Map.of(), stays, "judgementMeeting", Why.LOST, goes);
    }

    @Test
    void theStepIsSaidToBeOneThatIsNotThere() {
        asShipped(GUIDANCE);
        Story stays = judged();
        Story goes = stories.accepted();
        Map<String, String> nowhere = Map.of("judgementMeeting", "noSuchStep");
        stays(begun(GUIDANCE, xml -> NextGuidance.changed()), nowhere, stays, "judgementMeeting", Why.LOST, goes);
    }

    @Test
    void theTaskWouldGoToAnotherDesk() {
        asShipped(GUIDANCE);
        Story stays = stories.accepted();
        Story goes = judged();
        Version version = begun(
                GUIDANCE,
                xml -> xml.replace(
                        "candidateGroups=\"officer\" flowable:formKey=\"safety-check\"",
                        "candidateGroups=\"supervisor\" flowable:formKey=\"safety-check\""));
        stays(version, Map.of(), stays, "safetyCheck", Why.DESK, goes);
        assertThat(stays.at("safetyCheck").item().desk()).isEqualTo("officer");
        stays.at("safetyCheck").answers("safety", "confirmed");
    }

    @Test
    void anAgencysTaskWouldGoToOtherAgencies() {
        asShipped("support-referral");
        Story stays = stories.toServices();
        Story goes = stories.toServices();
        for (int sheet = 0; sheet < 2; sheet++) {
            stays.at("prepareSupportReferral")
                    .answers()
                    .at("approveSupportReferral")
                    .answers("approval", "approved");
        }
        Version version = begun(
                "support-referral",
                xml -> xml.replace(
                        "candidateGroups=\"support,municipal,school\" flowable:formKey=\"hand-over-answer\"",
                        "candidateGroups=\"support,municipal\" flowable:formKey=\"hand-over-answer\""));
        stays(version, Map.of(), stays, "awaitServiceAnswer", Why.DESK, goes);
        stays.at("awaitServiceAnswer").answers("answer", "accepted");
    }

    @Test
    void theOpenBranchesWouldBeJoinedOtherwise() {
        asShipped(GUIDANCE);
        Story stays = stories.accepted().at("safetyCheck").answers("safety", "confirmed");
        Story goes = judged();
        Version version = begun(GUIDANCE, xml -> xml.replaceAll("\\bdiagnosesEnd\\b", "diagnosesDone"));
        stays(version, Map.of(), stays, GUIDANCE, Why.JOIN, goes);
        stories.diagnosed(stays).isAt("urgencySheet");
    }

    @Test
    void somebodyAgreedOnAnotherEnd() {
        asShipped(GUIDANCE);
        Story stays = judged();
        Story goes = judged();
        decide(() -> decisions.waive(stays.file(), limit(stays), LocalDate.parse("2026-07-10"), WHY));
        Version version =
                begun(GUIDANCE, xml -> xml.replace("(execution, 'judgement-meeting')", "(execution, 'measure')"));
        stays(version, Map.of(), stays, "judgementMeeting", Why.DECIDED, goes);
        stays.at("judgementMeeting").isDue("2026-07-11T00:00");
    }

    @Test
    void somebodyStoppedTheLimit() {
        asShipped("disclosure");
        Story stays = disclosing();
        Story goes = disclosing();
        decide(() -> decisions.pause(stays.file(), limit(stays), LocalDate.parse("2026-06-20"), WHY));
        Version version = begun(
                "disclosure",
                xml -> xml.replaceFirst("\\(execution, 'disclosure-request'\\)", "(execution, 'measure')"));
        stays(version, Map.of(), stays, "prepare", Why.DECIDED, goes);
    }

    @Test
    void somethingElseStandsInItsPlace() {
        asShipped(GUIDANCE);
        Story stays = stories.accepted().at("safetyCheck").answers("safety", "unconfirmed");
        Story goes = judged();
        Version version = begun(GUIDANCE, xml -> swapped(xml, "compulsoryAccess", "protectionAtOnce"));
        stays(version, Map.of(), stays, "compulsoryAccess", Why.KIND, goes);
    }

    @Test
    void theStepLiesInAnotherPart() {
        asShipped("temporary-protection");
        Story stays = stories.atProtectionDecision();
        Story goes = stories.inProtection("yes");
        Version version = begun("temporary-protection", UnaryOperator.identity());
        Map<String, String> inside = Map.of("protectionDecision", "cancellationRequest");
        stays(version, inside, stays, "protectionDecision", Why.SCOPE, goes);
    }

    @Test
    void theCallWouldLeadIntoAnotherProcess() {
        asShipped(GUIDANCE);
        Story stays = stories.toPolice();
        Story goes = judged();
        Version version = begun(
                GUIDANCE,
                xml -> xml.replace("calledElement=\"police-referral\"", "calledElement=\"temporary-protection\""));
        stays(version, Map.of(), stays, "policeReferral", Why.CALL, goes);
    }

    @Test
    void aTimerHasFailed() {
        asShipped(GUIDANCE);
        Story stays = stories.accepted();
        Story goes = stories.accepted();
        broken.fails(stays, "safetyCheck", 3);
        Version version = begun(GUIDANCE, UnaryOperator.identity());
        stays(version, Map.of(), stays, null, Why.BUSY, goes);
    }

    /** Whatever it is that breaks: it is tried some times, named, and holds up nobody. */
    @Test
    void movingBreaksEachTime() {
        asShipped(GUIDANCE);
        Story stays = stories.accepted();
        Story goes = stories.accepted();
        Version version = begun(GUIDANCE, UnaryOperator.identity());
        Move move = begin(version, Map.of());
        List<Map<String, Object>> before = all(stays);
        breaking.number = stays.number();
        moves.work(move, 1000);
        breaking.number = null;
        assertThat(why(move, stays)).containsExactly("failed");
        assertThat(why(move, goes)).containsExactly("moved");
        assertThat(all(stays)).as("untouched").isEqualTo(before);
        assertThat(again(move).state()).isEqualTo(Move.State.DONE);
        moves.work(begin(version, Map.of()), 1000);
        assertThat(goneOver(version, stays)).as("another run takes it along").isTrue();
        stays.check();
    }

    private boolean goneOver(Version version, Story story) {
        return byAdmin(() -> book.behind(version)).stream()
                .noneMatch(one -> one.number().equals(story.number()));
    }

    /** Between the dry run and the run one case comes to its end, another goes on, and a third comes where it cannot go over. */
    @Test
    void casesChangeBetweenTheDryRunAndTheRun() {
        asShipped(GUIDANCE);
        Story ends = stories.followedUp();
        Story goesOn = stories.accepted();
        Story comes = stories.investigated()
                .at("urgencySheet")
                .answers()
                .at("hearChild")
                .answers();
        comes.isAt("judgementMeeting");
        Story turns = stories.investigated().at("urgencySheet").answers();
        Version version = begun(GUIDANCE, xml -> NextGuidance.changed());
        Map<String, String> renamed = Map.of("followUp", "followUpVisit");
        assertThat(dry(version, renamed, turns).goes()).isTrue();
        assertThat(dry(version, renamed, ends).goes()).isTrue();
        Move move = begin(version, renamed);
        ends.at("followUp").answers("next", "close");
        goesOn.at("safetyCheck").answers("safety", "confirmed");
        turns.at("hearChild").answers();
        moves.work(move, 1000);
        assertThat(why(move, ends)).containsExactly("gone");
        assertThat(why(move, turns)).containsExactly("lost");
        assertThat(why(move, goesOn)).containsExactly("moved");
        List.of(turns, goesOn, comes, ends).forEach(Story::check);
    }

    /** It waits for word from outside, where nothing of the engine's can be carried over by hand. */
    @Test
    void itWaitsForAMessage() {
        begun(GUIDANCE, StayingBehindTests::waitingForWord);
        Story stays = stories.investigated().at("urgencySheet").answers();
        // The ledger knows of limits with a task only; here nobody has one.
        assertThat(stays.at("hearChild").tries()).isInstanceOf(Completion.Done.class);
        stays.isAt();
        Story goes = stories.accepted();
        Version version = begun(GUIDANCE, xml -> waitingForWord(xml).replaceFirst("<bpmn:documentation>", "$0別。"));
        stays(version, Map.of(), stays, "judgementMeeting", Why.WAIT, goes);
        Version shipped = begun(GUIDANCE, UnaryOperator.identity());
        stays(shipped, Map.of(), stays, "judgementMeeting", Why.WAIT, goes);
    }

    /** The judgement is made elsewhere: the case only waits to hear of it, no longer than its limit. */
    private static String waitingForWord(String xml) {
        return xml.replaceAll(
                        "(?s)<bpmn:userTask id=\"judgementMeeting\" name=\"([^\"]*)\"[^>]*>(.*?)</bpmn:userTask>",
                        "<bpmn:receiveTask id=\"judgementMeeting\" name=\"$1\">$2</bpmn:receiveTask>")
                .replace(" tasuki:sendBackTo=\"judgementMeeting\"", "")
                .replaceFirst("(<bpmn:userTask id=\"hearChild\"[^>]*?) tasuki:undo=\"PT1M\"", "$1");
    }

    /** Those that went stay where they are, those that wait are told of it; then all follow to the newer one. */
    @Test
    void aNewerVersionBeginsInTheMiddleOfARun() {
        asShipped(GUIDANCE);
        Story goes = stories.accepted();
        Story waits = stories.accepted();
        Move move = halfway(begun(GUIDANCE, xml -> said(xml, "一")), goes, waits);
        Version newer = begunInTheMiddle(xml -> said(xml, "二"));
        watch.look();
        watch.look();
        assertThat(why(move, goes)).containsExactly("moved");
        assertThat(why(move, waits)).containsExactly("newer");
        assertThat(again(move).state()).isEqualTo(Move.State.DONE);
        moves.work(begin(newer, Map.of()), 1000);
        List.of(goes, waits).forEach(story -> {
            assertThat(goneOver(newer, story)).isTrue();
            story.check().at("safetyCheck").answers("safety", "confirmed");
        });
    }

    /** A run that was paused, and goes on when its cases have been moved to the newer version, takes nobody back. */
    @Test
    void aPausedRunTakesNobodyBackToAnOlderVersion() {
        asShipped(GUIDANCE);
        Story goes = stories.accepted();
        Story waits = stories.accepted();
        Version older = begun(GUIDANCE, xml -> said(xml, "三"));
        Move move = halfway(older, goes, waits);
        assertThat(byAdmin(() -> book.pause(move, older))).isTrue();
        Version newer = begunInTheMiddle(xml -> said(xml, "四"));
        moves.work(begin(newer, Map.of()), 1000);
        assertThat(goneOver(newer, waits)).isTrue();
        assertThat(byAdmin(() -> book.resume(move, older))).isTrue();
        moves.work(move, 1000);
        assertThat(why(move, waits)).containsExactly("newer");
        List.of(goes, waits).forEach(story -> assertThat(goneOver(newer, story)).isTrue());
        waits.check().at("safetyCheck").answers("safety", "confirmed");
    }

    private Move halfway(Version version, Story goes, Story waits) {
        Move move = begin(version, Map.of());
        while (why(move, goes).equals(List.of("waiting"))) {
            moves.work(move, 1);
        }
        assertThat(why(move, waits)).containsExactly("waiting");
        return move;
    }

    /** It lay there, and its day comes now. */
    private Version begunInTheMiddle(UnaryOperator<String> change) {
        Version version = byAdmin(() -> versions.bring(
                NextGuidance.file(change.apply(NextGuidance.shipped())),
                versions.today().plusDays(3)));
        database.asSuperuser()
                .sql("update process_version set effective_on = ? where id = ?")
                .params(versions.today(), version.id())
                .update();
        watch.begin();
        Version begun = byAdmin(() -> versions.find(version.id()).orElseThrow());
        assertThat(begun.state()).isEqualTo(Version.State.EFFECTIVE);
        return begun;
    }

    private static String said(String xml, String word) {
        return xml.replaceFirst("<bpmn:documentation>", "$0" + word + "。");
    }

    private void stays(Version version, Map<String, String> renamed, Story stays, String element, Why why, Story goes) {
        Moved foretold = dry(version, renamed, stays);
        assertThat(foretold.hindrances()).extracting(Standstill::why).contains(why);
        if (element != null) {
            assertThat(foretold.hindrances()).contains(new Standstill(element, why));
        }
        assertThat(dry(version, renamed, goes).goes()).isTrue();
        List<Map<String, Object>> before = all(stays);
        Move move = begin(version, renamed);
        moves.work(move, 1000);
        assertThat(why(move, stays)).contains(why.key());
        assertThat(why(move, goes)).contains("moved");
        assertThat(all(stays)).as("untouched").isEqualTo(before);
        assertThat(again(move).state()).isEqualTo(Move.State.DONE);
        if (why != Why.BUSY && why != Why.WAIT) {
            stays.check();
        }
        goes.check();
    }

    /** All of a case that runs: executions, tasks, timers, limits, the inbox. */
    private List<Map<String, Object>> all(Story story) {
        return database.asSuperuser()
                .sql(
                        """
                with mine as (select id_ from engine.act_ru_execution where proc_inst_id_ in
                                  (select id_ from engine.act_ru_execution where business_key_ = :number))
                select to_jsonb(e)::text as row from engine.act_ru_execution e join mine using (id_)
                union all select to_jsonb(t)::text from engine.act_ru_task t where execution_id_ in (table mine)
                union all select to_jsonb(j)::text from engine.act_ru_timer_job j where execution_id_ in (table mine)
                union all select to_jsonb(j)::text from engine.act_ru_deadletter_job j where execution_id_ in (table mine)
                union all select to_jsonb(d)::text from deadline d where case_number = :number
                union all select to_jsonb(i)::text from inbox_item i where case_number = :number
                order by 1
                """)
                .param("number", story.number().value())
                .query()
                .listOfRows();
    }

    private Moved dry(Version version, Map<String, String> renamed, Story story) {
        RunningInstance running = byAdmin(() -> book.behind(version)).stream()
                .filter(one -> one.number().equals(story.number()))
                .findFirst()
                .orElseThrow();
        return moves.dry(running, version, renamed);
    }

    private Move begin(Version version, Map<String, String> renamed) {
        return byAdmin(
                () -> book.find(book.begin(version, renamed).orElseThrow()).orElseThrow());
    }

    private Move again(Move move) {
        return byAdmin(() -> book.find(move.id()).orElseThrow());
    }

    private List<String> why(Move move, Story story) {
        return byAdmin(() -> book.rows(move, 10_000)).stream()
                .filter(row -> story.number().value().equals(row.number()))
                .map(row -> row.why() == null ? row.state() : row.why())
                .toList();
    }

    private Story judged() {
        return stories.investigated()
                .at("urgencySheet")
                .answers()
                .at("hearChild")
                .answers()
                .isAt("judgementMeeting");
    }

    private Story disclosing() {
        Story story = stories.accepted().withOnTeam("officer", "supervisor");
        stories.acting().as(stories.office().at("officer"), () -> {
            disclosures.open(story.file(), "self", LocalDate.parse("2026-06-01"));
            return true;
        });
        return story;
    }

    private long limit(Story story) {
        return database.asSuperuser()
                .sql(
                        """
                select id from deadline where case_number = ? and ended_at is null and rule in ('judgement-meeting', 'disclosure-request')
                """)
                .param(story.number().value())
                .query(Long.class)
                .single();
    }

    private void decide(Runnable decision) {
        stories.acting().as(stories.office().at("supervisor"), () -> {
            decision.run();
            return true;
        });
    }

    /** Each story of this class begins by what ships. */
    private void asShipped(String process) {
        begun(process, UnaryOperator.identity());
    }

    private Version begun(String process, UnaryOperator<String> change) {
        String xml = ShippedProcesses.all().stream()
                .filter(file -> file.name().equals(process + ".bpmn"))
                .map(file -> new String(file.xml(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
        ProcessSource source =
                new ProcessSource(process + ".bpmn", change.apply(xml).getBytes(StandardCharsets.UTF_8));
        Version version = byAdmin(() -> versions.bring(source, versions.today()));
        assertThat(byAdmin(() -> versions.findings(version))).isEmpty();
        watch.begin();
        return byAdmin(() -> versions.find(version.id()).orElseThrow());
    }

    private static String swapped(String xml, String one, String other) {
        return xml.replaceAll("\\b" + one + "\\b", "swapped")
                .replaceAll("\\b" + other + "\\b", one)
                .replaceAll("\\bswapped\\b", other);
    }

    private <T> T byAdmin(Supplier<T> work) {
        stories.office().open();
        return stories.acting().as(ADMIN, work);
    }

    /** Something that listens, and cannot bear one case. */
    static class Breaking {

        private volatile CaseNumber number;

        @EventListener
        void on(TaskMoved moved) {
            if (moved.number().equals(number)) {
                throw new IllegalStateException("as it happens");
            }
        }
    }
}
