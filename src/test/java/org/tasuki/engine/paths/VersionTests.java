package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.util.ReflectionTestUtils;
import org.tasuki.engine.Deployment;
import org.tasuki.engine.Difference;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.ProcessSource;
import org.tasuki.engine.VersionDiff;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.versions.Move;
import org.tasuki.versions.MoveBook;
import org.tasuki.versions.Moves;
import org.tasuki.versions.Version;
import org.tasuki.versions.VersionWatch;
import org.tasuki.versions.Versions;

/** A changed process from its file to the last case that goes over to it; and what is broken, hostile or too early changes nothing. */
@StoryTest
@TestPropertySource(properties = "tasuki.test.many-cases=versions of a process")
class VersionTests {

    private static final Actor ADMIN = Actor.person("story-officer", Set.of(Role.ADMIN), StoryOffice.CENTER, null);

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
    private ProcessCatalog catalog;

    @Autowired
    private Deployment deployment;

    @Autowired
    private TestDatabase database;

    @Test
    void beginsOnItsDayAndRunningCasesFollowInBatches() {
        Story first = stories.accepted();
        Story second = stories.accepted();
        Story third = stories.accepted();
        stories.atPolicyMeeting();
        Version version = byAdmin(
                () -> versions.bring(NextGuidance.file(), versions.today().plusDays(9)));
        assertThat(version.state()).isEqualTo(Version.State.WAITING);
        watch.look();
        assertThat(again(version).state()).as("before its day").isEqualTo(Version.State.WAITING);
        assertThat(catalog.process(NextGuidance.PROCESS).orElseThrow().step("secondLook"))
                .isEmpty();

        theDayComes(version);
        watch.look();

        Version begun = again(version);
        assertThat(begun.state()).isEqualTo(Version.State.EFFECTIVE);
        assertThat(catalog.process(NextGuidance.PROCESS).orElseThrow().step("secondLook"))
                .isPresent();
        assertThat(catalog.step(NextGuidance.PROCESS, "judgementMeeting"))
                .as("cases still stand there")
                .isPresent();
        ReflectionTestUtils.invokeMethod(deployment, "deployShipped");
        assertThat(book(() -> book.newest(begun)))
                .as("after another start of the house")
                .isTrue();
        int size = book(() -> book.behind(begun)).size();
        assertThat(size).isGreaterThanOrEqualTo(4);

        Move move = byAdmin(
                () -> book.find(book.begin(begun, Map.of()).orElseThrow()).orElseThrow());
        assertThat(byAdmin(() -> book.begin(begun, Map.of())))
                .as("one at a time")
                .isEmpty();
        moves.work(move, 1);
        assertThat(progress(move)).isEqualTo(new Move.Progress(size - 1, 1, 0));
        assertThat(byAdmin(() -> book.pause(move, begun))).isTrue();
        watch.look();
        assertThat(progress(move)).as("paused").isEqualTo(new Move.Progress(size - 1, 1, 0));
        // Meanwhile work goes on, by either version.
        first.at("safetyCheck").answers("safety", "confirmed");
        second.at("safetyCheck").answers("safety", "confirmed");
        assertThat(byAdmin(() -> book.resume(move, begun))).isTrue();
        watch.look();

        watch.look();
        assertThat(byAdmin(() -> book.find(move.id()).orElseThrow()).state()).isEqualTo(Move.State.DONE);
        assertThat(progress(move)).isEqualTo(new Move.Progress(0, size, 0));
        assertThat(byAdmin(() -> book.rows(move, 100)))
                .extracting(Move.Row::number)
                .contains(first.number().value(), third.number().value());
        List.of(first, second, third).forEach(Story::check);
        third.at("safetyCheck")
                .answers("safety", "confirmed")
                .isAt("socialDiagnosis", "psychologicalDiagnosis", "medicalDiagnosis", "behaviouralDiagnosis");
        assertThat(database.asSuperuser()
                        .sql("select count(*) from audit_entry where act = 'case-moved'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(size);
    }

    @Test
    void whatIsBrokenOrHostileIsAnsweredAndNotKept() {
        refused("<nothing/>");
        refused("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>");
        refused(
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><x>&b;</x>");
        refused(NextGuidance.shipped().replace("process id=\"guidance-center\"", "process id=\"brand-new\""));
        refused(NextGuidance.shipped().replace(" flowable:formKey=\"safety-check\"", ""));
        refused(NextGuidance.shipped().substring(0, 5000));
        refused("x".repeat(10_000_000));
        stories.accepted().at("safetyCheck").answers("safety", "confirmed");
    }

    /** What it leans on may change while it waits; here the file itself does. */
    @Test
    void whatIsNoLongerSoundOnItsDayIsRefusedAndNothingBegins() {
        String changed = NextGuidance.shipped().replaceFirst("<bpmn:documentation>", "$0別。");
        Version version = byAdmin(() ->
                versions.bring(NextGuidance.file(changed), versions.today().plusDays(3)));
        database.asSuperuser()
                .sql("update process_version set xml = ? where id = ?")
                .params(bytes(changed.replace(" flowable:formKey=\"safety-check\"", "")), version.id())
                .update();
        int before = definitions();
        theDayComes(version);
        watch.look();
        assertThat(again(version).state()).isEqualTo(Version.State.REFUSED);
        assertThat(byAdmin(() -> versions.findings(version))).isNotEmpty();
        assertThat(definitions()).isEqualTo(before);
    }

    private int definitions() {
        return database.asSuperuser()
                .sql("select count(*) from engine.act_re_procdef")
                .query(Integer.class)
                .single();
    }

    /** Whatever the file is called by now, its process says for which one it is. */
    @Test
    void aFileIsKnownByItsProcess() {
        Version version = byAdmin(() -> versions.bring(
                new ProcessSource("調査・援助 (2).bpmn", bytes(NextGuidance.shipped())),
                versions.today().plusDays(3)));
        assertThat(version.state()).isEqualTo(Version.State.WAITING);
        assertThat(version.process()).isEqualTo(NextGuidance.PROCESS);
        assertThat(byAdmin(() -> versions.withdraw(version))).isTrue();
        assertThat(byAdmin(() -> versions.withdraw(version))).isFalse();
    }

    @Test
    void whatHasChangedIsTold() {
        List<Difference> found = VersionDiff.between(bytes(NextGuidance.shipped()), bytes(NextGuidance.changed()));
        assertThat(kind(found, "secondLook")).isEqualTo(Difference.Kind.ADDED);
        assertThat(kind(found, "judgementMeeting")).isEqualTo(Difference.Kind.REMOVED);
        assertThat(kind(found, "compulsoryAccessDue")).isEqualTo(Difference.Kind.CHANGED);
        assertThat(kind(found, "urgencySheetLimit")).isEqualTo(Difference.Kind.ADDED);
        assertThat(VersionDiff.between(bytes(NextGuidance.shipped()), bytes(NextGuidance.shipped())))
                .isEmpty();
        String elsewhere =
                NextGuidance.shipped().replaceFirst("(bpmnElement=\"hearChild\">\\s*<dc:Bounds x=\")", "$11");
        assertThat(VersionDiff.between(bytes(NextGuidance.shipped()), bytes(elsewhere)))
                .singleElement()
                .satisfies(one -> assertThat(one.kind()).isEqualTo(Difference.Kind.MOVED));
    }

    private static Difference.Kind kind(List<Difference> found, String id) {
        return found.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow()
                .kind();
    }

    private void refused(String xml) {
        Version version = byAdmin(() -> versions.bring(
                ProcessSource.of("a.bpmn", new java.io.ByteArrayInputStream(bytes(xml))), versions.today()));
        watch.look();
        assertThat(again(version).state()).isEqualTo(Version.State.REFUSED);
        assertThat(byAdmin(() -> versions.findings(version)))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.message().ja()).isNotBlank());
        assertThat(database.asSuperuser()
                        .sql("select count(*) from process_version where state = 'refused' and xml is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private void theDayComes(Version version) {
        database.asSuperuser()
                .sql("update process_version set effective_on = ? where id = ?")
                .params(versions.today(), version.id())
                .update();
    }

    private Version again(Version version) {
        UUID id = version.id();
        return byAdmin(() -> versions.find(id).orElseThrow());
    }

    private Move.Progress progress(Move move) {
        return byAdmin(() -> book.progress(move));
    }

    private <T> T book(Supplier<T> work) {
        return byAdmin(work);
    }

    private <T> T byAdmin(Supplier<T> work) {
        stories.office().open();
        return stories.acting().as(ADMIN, work);
    }
}
