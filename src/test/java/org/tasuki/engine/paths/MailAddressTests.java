package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.tasuki.engine.paths.MailedOffice.Mailbox;
import org.tasuki.outbox.MailAddresses;
import org.tasuki.outbox.OutboxWatch;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;

/** An address counts when its person says that the mail came. */
@MailTest
@Import(MailedStory.class)
@ExtendWith(OutputCaptureExtension.class)
class MailAddressTests {

    private static final Actor ADMIN =
            Actor.person("story-supervisor", java.util.Set.of(Role.ADMIN), StoryOffice.CENTER, null);

    private static final Pattern CODE = Pattern.compile("確認コード：(\\d{8})");

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private Mailbox mailbox;

    @Autowired
    private MailAddresses addresses;

    @Autowired
    private OutboxWatch watch;

    @Autowired
    private MailedStory told;

    @BeforeEach
    void nobodyHasOne() throws Exception {
        office.open();
        mailbox.empty();
    }

    @Test
    void theCodeThatWasSentConfirmsIt(CapturedOutput log) {
        written("madoka.sarage@example.lg.jp");
        assertThat(mine().confirmed()).isFalse();
        String code = code();
        assertThat(as(() -> addresses.confirm(code))).isTrue();
        assertThat(mine().confirmed()).isTrue();
        assertThat(as(() -> addresses.confirm(code))).as("once").isFalse();
        assertThat(log.getAll()).doesNotContain("sarage").doesNotContain(code);
    }

    @Test
    void untilThenNothingElseGoesThere() throws Exception {
        written("madoka.sarage@example.lg.jp");
        code();
        told.isOver(told.opens("2026-11-18T10:00"), "2026-11-18T11:00");
        watch.look();
        assertThat(mailbox.all()).as("the code alone").hasSize(1);
    }

    @Test
    void afterFiveWrongCodesOnlyAnotherMailHelps() {
        written("madoka.sarage@example.lg.jp");
        String code = code();
        String wrong = code.equals("00000000") ? "00000001" : "00000000";
        for (int guess = 0; guess < 5; guess++) {
            assertThat(as(() -> addresses.confirm(wrong))).isFalse();
        }
        assertThat(mine().codeIsSpent()).isTrue();
        assertThat(as(() -> addresses.confirm(code))).isFalse();
        written("madoka.sarage@example.lg.jp");
        assertThat(mine().codeIsSpent()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "name@",
                "@example.jp",
                "a b@example.jp",
                "a@example",
                "a@-example.jp",
                "a@example.jp\nBcc: b@example.jp",
                "a@example.jp,b@example.jp",
                "山田@example.jp",
                "a..b@example.jp"
            })
    void whatIsNoAddressIsRefused(String typed) {
        assertThat(MailAddresses.wellFormed(typed)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fukushi@city.yokosuka.lg.jp", "a.b+c@example.jp", "1@x-1.example.co.jp"})
    void whatIsOneIsNot(String typed) {
        assertThat(MailAddresses.wellFormed(typed)).isTrue();
    }

    private void written(String address) {
        stories.acting().as(ADMIN, () -> addresses.set("story-reception", StoryOffice.CENTER, address));
    }

    private String code() {
        watch.look();
        Matcher code = CODE.matcher(Mailbox.text(mailbox.all().get(0)));
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private MailAddresses.Known mine() {
        return as(() -> addresses.of("story-reception").orElseThrow());
    }

    private <T> T as(Supplier<T> work) {
        return stories.acting().as(office.at("reception"), work);
    }
}
