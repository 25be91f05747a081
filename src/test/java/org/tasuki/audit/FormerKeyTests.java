package org.tasuki.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tasuki.audit.Verdict.Break;
import org.tasuki.audit.Verdict.Fault;

/** The office replaces the key that signs heads, and what the old one signed stays signed as long as the office says so. */
@TrailTest
class FormerKeyTests {

    private static final Pattern OPEN =
            Pattern.compile("-----BEGIN PUBLIC KEY-----.*-----END PUBLIC KEY-----", Pattern.DOTALL);

    @TempDir
    private Path folder = Path.of("");

    @Autowired
    private TrailOffice office;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Chains chains;

    @Autowired
    private Sealer sealer;

    @Autowired
    private Clock clock;

    private String center = "";

    @BeforeEach
    void signedWithTheFirstKey() throws IOException {
        // Heads are every center's: those of another test's keys are none of this office's.
        office.tamper("delete from audit_head");
        center = office.center(3);
        sealer.sealAll();
        heads("first", null).signAll();
        Files.createDirectories(former());
    }

    @Test
    void aNewKeyAloneDoesNotKnowWhatTheOldOneSigned() throws IOException {
        Heads second = heads("second", null);
        assertThat(check(second).of(center).broken()).isEqualTo(new Break(Fault.FORGED_HEAD, 3, 0));
    }

    @Test
    void theOldKeysPublicPartIsEnough() throws IOException {
        retire("first");
        Heads second = heads("second", former());
        assertThat(check(second).of(center).broken()).isNull();
        second.signAll();
        assertThat(heads(center)).as("the new key vouches for what there is").isEqualTo(2);
        office.act(center, Map.of());
        second.signAll();
        assertThat(check(second).of(center).broken()).isNull();
    }

    @Test
    void whatTheOldKeySignedIsStillChecked() throws IOException {
        retire("first");
        office.tamper("update audit_head set seq = 2 where center = ?", center);
        assertThat(check(heads("second", former())).of(center).broken()).isEqualTo(new Break(Fault.FORGED_HEAD, 2, 0));
    }

    /** Whoever owns the database writes the chain anew, signs it, and cannot make the office know their key. */
    @Test
    void aKeyThatTheOfficeDoesNotKnowIsNobodys() throws IOException {
        retire("first");
        HeadKey forger = HeadKey.keptIn(folder.resolve("forger.pem"));
        Head forged = Head.signed(center, new Sealer.Link(3, "0".repeat(64)), clock.instant(), forger);
        office.tamper("delete from audit_head where center = ?", center);
        office.tamper(
                "insert into audit_head values (?, ?, ?, ?::timestamptz, ?, ?)",
                forged.center(),
                forged.seq(),
                forged.hash(),
                forged.at().toString(),
                forged.key(),
                forged.signature());
        assertThat(check(heads("second", former())).of(center).broken()).isEqualTo(new Break(Fault.FORGED_HEAD, 3, 0));
    }

    private Heads heads(String key, @Nullable Path formerKeys) throws IOException {
        return new Heads(
                jdbc,
                chains,
                sealer,
                clock,
                folder.resolve(key + ".pem").toString(),
                "",
                formerKeys == null ? "" : formerKeys.toString());
    }

    private TrailCheck check(Heads heads) {
        return new TrailCheck(jdbc, chains, sealer, heads);
    }

    private Path former() {
        return folder.resolve("former");
    }

    private void retire(String key) throws IOException {
        Matcher open = OPEN.matcher(Files.readString(folder.resolve(key + ".pem")));
        assertThat(open.find()).isTrue();
        Files.writeString(former().resolve(key + ".pem"), open.group());
    }

    private int heads(String of) {
        return chains.at(of, () -> jdbc.sql("select count(distinct key) from audit_head where center = ?")
                .param(of)
                .query(Integer.class)
                .single());
    }
}
