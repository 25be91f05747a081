package org.tasuki.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tasuki.audit.Verdict.Break;
import org.tasuki.audit.Verdict.Fault;

/** Whatever the server's superuser does to the trail, the check names the first entry that it broke. */
@TrailTest
class AuditTamperingTests {

    @TempDir
    private static Path folder = Path.of("");

    @Autowired
    private TrailOffice office;

    @Autowired
    private TrailCheck check;

    @Autowired
    private Heads heads;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry settings) {
        settings.add("tasuki.audit.key", () -> folder.resolve("key.pem").toString());
        settings.add("tasuki.audit.heads", () -> folder.resolve("heads.jsonl").toString());
    }

    @Test
    void whatNobodyTouchedIsWhole() {
        String center = signed(5);
        Verdict verdict = check.of(center);
        assertThat(verdict.broken()).isNull();
        assertThat(verdict.entries()).isEqualTo(5);
        assertThat(verdict.head()).isEqualTo(5);
        assertThat(verdict.waiting()).isZero();
        assertThat(check.of(Chains.NO_CENTER).broken()).isNull();
    }

    @Test
    void aChangedDetailIsFound() {
        String center = signed(5);
        long third = office.entries(center).get(2);
        office.tamper("update audit_entry set detail = '{\"step\": \"another\"}' where id = ?", third);
        assertThat(check.of(center).broken()).isEqualTo(new Break(Fault.CHANGED, 3, third));
    }

    @Test
    void aChangedTimeIsFoundToTheMicrosecond() {
        String center = signed(5);
        long second = office.entries(center).get(1);
        office.tamper("update audit_entry set at = at + interval '1 microsecond' where id = ?", second);
        assertThat(check.of(center).broken()).isEqualTo(new Break(Fault.CHANGED, 2, second));
    }

    @Test
    void anotherActorIsFound() {
        String center = signed(2);
        long first = office.entries(center).get(0);
        office.tamper("update audit_entry set actor = 'somebody' where id = ?", first);
        assertThat(check.of(center).broken()).isEqualTo(new Break(Fault.CHANGED, 1, first));
    }

    @Test
    void aDeletedEntryIsFound() {
        String center = signed(5);
        long fourth = office.entries(center).get(3);
        office.tamper("delete from audit_entry where id = ?", fourth);
        assertThat(check.of(center).broken()).isEqualTo(new Break(Fault.MISSING, 4, fourth));
    }

    @Test
    void anEntryMovedToAnotherCenterIsMissingFromItsOwn() {
        String center = signed(3);
        long second = office.entries(center).get(1);
        office.tamper("update audit_entry set center = ? where id = ?", office.center(0), second);
        assertThat(check.of(center).broken()).isEqualTo(new Break(Fault.MISSING, 2, second));
    }

    @Test
    void aDeletedLinkNamesItsEntry() {
        String center = signed(5);
        long third = office.entries(center).get(2);
        office.tamper("delete from audit_link where entry = ?", third);
        assertThat(check.of(center).broken()).isEqualTo(new Break(Fault.UNLINKED, 3, third));
    }

    @Test
    void anEntryThatVanishedWithItsLinkLeavesAGap() {
        String center = signed(5);
        long third = office.entries(center).get(2);
        office.tamper("delete from audit_link where entry = ?", third);
        office.tamper("delete from audit_entry where id = ?", third);
        assertThat(check.of(center).broken()).isEqualTo(new Break(Fault.UNLINKED, 3, 0));
    }

    @Test
    void linksThatChangedPlacesAreFound() {
        String center = signed(5);
        List<Long> entries = office.entries(center);
        office.tamper("update audit_link set entry = -entry where entry in (?, ?)", entries.get(1), entries.get(2));
        office.tamper("update audit_link set entry = ? where entry = ?", entries.get(2), -entries.get(1));
        office.tamper("update audit_link set entry = ? where entry = ?", entries.get(1), -entries.get(2));
        assertThat(check.of(center).broken()).isEqualTo(new Break(Fault.REORDERED, 2, entries.get(2)));
    }

    @Test
    void entriesThatChangedPlacesAreFound() {
        String center = signed(5);
        List<Long> entries = office.entries(center);
        office.tamper(
                """
                update audit_entry e set at = o.at, recorded_at = o.recorded_at, detail = o.detail, act = o.act
                from audit_entry o where e.id in (:1, :2) and o.id in (:1, :2) and o.id <> e.id
                """
                        .replace(":1", entries.get(1).toString())
                        .replace(":2", entries.get(3).toString()));
        assertThat(check.of(center).broken()).isEqualTo(new Break(Fault.REORDERED, 2, entries.get(1)));
    }

    @Test
    void aTailThatWasCutOffIsMissedBecauseAHeadVouchesForIt() {
        String center = signed(5);
        cutAfterThree(center);
        long third = office.entries(center).get(2);
        assertThat(check.of(center).broken()).isEqualTo(new Break(Fault.TRUNCATED, 4, third));
    }

    @Test
    void itIsMissedByTheFileTooWhenTheHeadsWereCutAsWell() {
        String center = signed(5);
        cutAfterThree(center);
        office.tamper("delete from audit_head where center = ?", center);
        long third = office.entries(center).get(2);
        assertThat(check.of(center).broken()).isEqualTo(new Break(Fault.TRUNCATED, 4, third));
    }

    @Test
    void aChainThatGrewAgainAfterACutIsNotTheOneThatWasSigned() {
        String center = signed(5);
        cutAfterThree(center);
        for (int i = 0; i < 4; i++) {
            office.act(center, Map.of("step", "anew"));
        }
        assertThat(check.of(center).broken())
                .isEqualTo(new Break(Fault.REWRITTEN, 5, office.entries(center).get(0)));
    }

    @Test
    void anEntryForgedIntoThePastIsFoundOnceItIsSealed() {
        String center = signed(5);
        office.tamper(
                """
                insert into audit_entry (id, at, recorded_at, actor, center, act) overriding system value
                values (-17, now() - interval '2 days', now() - interval '2 days', 'officer', ?, 'case-viewed')
                """,
                center);
        assertThat(check.of(center).broken()).isEqualTo(new Break(Fault.INSERTED, 6, -17));
    }

    @Test
    void anEntryWithAnotherTimeThanItsRecordingIsFoundToo() {
        String center = signed(2);
        office.tamper(
                "insert into audit_entry (at, actor, center, act) values (now() - interval '2 days', 'officer', ?, 'case-viewed')",
                center);
        long forged = office.entries(center).get(2);
        assertThat(check.of(center).broken()).isEqualTo(new Break(Fault.INSERTED, 3, forged));
    }

    @Test
    void aForgedHeadIsFound() {
        String center = signed(2);
        office.tamper("update audit_head set at = at - interval '1 day' where center = ?", center);
        assertThat(check.of(center).broken()).isEqualTo(new Break(Fault.FORGED_HEAD, 2, 0));
    }

    @Test
    void theLastLinksAreCheckedAloneForAPage() {
        String center = signed(5);
        List<Long> entries = office.entries(center);
        office.tamper("update audit_entry set act = 'another' where id = ?", entries.get(0));
        assertThat(check.tail(center, 2).broken()).isNull();
        office.tamper("update audit_entry set act = 'another' where id = ?", entries.get(4));
        assertThat(check.tail(center, 2).broken()).isEqualTo(new Break(Fault.CHANGED, 5, entries.get(4)));
    }

    @Test
    void theKeyIsItsOwnersAloneAndTheHeadsCanBeCheckedWithItsPublicPart() throws IOException {
        String center = signed(1);
        Path key = folder.resolve("key.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        Path open = Files.writeString(
                folder.resolve("public.pem"), Files.readString(key).replaceFirst("(?s)^.*(?=-----BEGIN PUBLIC)", ""));
        assertThat(HeadKey.read(open).secret()).isNull();
        assertThat(heads.kept())
                .filteredOn(head -> head.center().equals(center))
                .singleElement()
                .satisfies(
                        head -> assertThat(head.isSignedBy(HeadKey.read(open))).isTrue());
    }

    private String signed(int acts) {
        String center = office.center(acts);
        check.of(center);
        heads.signAll();
        return center;
    }

    private void cutAfterThree(String center) {
        long third = office.entries(center).get(2);
        office.tamper("delete from audit_link where center = ? and seq > 3", center);
        office.tamper("delete from audit_entry where center = ? and id > ?", center, third);
    }
}
