package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.tasuki.people.JustSignedIn.justNow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.SignedIn;
import org.tasuki.practice.Checkpoints;
import org.tasuki.practice.ClassClock;
import org.tasuki.practice.ClassDebrief;
import org.tasuki.practice.ClassDesk;
import org.tasuki.practice.ClassEnd;
import org.tasuki.practice.ClassOpening;
import org.tasuki.practice.PracticeClass;
import org.tasuki.practice.ScriptPlay;
import org.tasuki.practice.Seats;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.Text;
import org.tasuki.training.Scenarios;

/**
 * Whatever a real office opens, or takes home, is byte for byte what it was before a class: each address of {@code access.txt} that answers
 * somebody there, so that a new one cannot be forgotten. The clock stands; only what is made anew for every answer is left out.
 */
@StoryTest
@Import({EveryThing.class, SeparationEverywhereTests.Standing.class})
class SeparationEverywhereTests {

    private static final List<String> READERS =
            List.of("supervisor", "director", "officer", "admin", "trainer", "auditor");

    /** The trainer's classes themselves; and the trail, in which the reading of all this stands: its rows are compared instead. */
    private static final Set<String> NOT_COMPARED =
            Set.of("/practice", "/actuator/health", "/audit", "/audit/anomalies");

    private static final Pattern MADE_ANEW = Pattern.compile(
            "name=\"_csrf\"[^>]*>|<meta name=\"csrf\"[^>]*>|nonce-[^'\"]+|name=\"(_entry|_draft|draft|token|run)\"[^>]*>"
                    + "|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    @TestConfiguration(proxyBeanMethods = false)
    static class Standing {

        @Bean
        @Primary
        Clock clock() {
            return Clock.fixed(Instant.now(), ZoneOffset.UTC);
        }
    }

    @Autowired
    private EveryThing things;

    @Autowired
    private Acting acting;

    @Autowired
    private ClassOpening opening;

    @Autowired
    private ClassClock time;

    @Autowired
    private ClassDebrief debrief;

    @Autowired
    private ClassEnd end;

    @Autowired
    private Checkpoints checkpoints;

    @Autowired
    private ScriptPlay script;

    @Autowired
    private Seats seats;

    @Autowired
    private Scenarios scenarios;

    @Autowired
    private TestDatabase database;

    @Autowired
    private WebApplicationContext house;

    private MockMvc pages;

    @BeforeEach
    void open() {
        things.makeThemOnce();
        pages = MockMvcBuilders.webAppContextSetup(house)
                .apply(springSecurity())
                .build();
    }

    @Test
    void everyAddressAnswersAsBefore() throws Exception {
        everything(); // what the first look itself changes (who has read what) is changed
        Map<String, String> before = everything();
        assertThat(before).hasSizeGreaterThan(100);
        List<String> trail = trail();
        aClassIsHeld();
        assertThat(trail()).isEqualTo(trail);
        Map<String, String> after = everything();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.keySet().stream().filter(address -> !after.get(address).equals(before.get(address))))
                .isEmpty();
    }

    /** Every entry that is none of a class's, as text. */
    private List<String> trail() {
        return database.asSuperuser()
                .sql(
                        """
                        select t::text from audit_entry t where coalesce(center, '') not in (select center from practice_class) order by 1
                        """)
                .query(String.class)
                .list();
    }

    private Map<String, String> everything() throws Exception {
        Map<String, String> answers = new TreeMap<>();
        for (AccessTable.Line line : AccessTable.lines()) {
            if (line.method().equals("GET") && compared(line.address())) {
                for (String reader : READERS) {
                    if ("yes".equals(line.answers().get(reader))) {
                        answers.put(line + " " + reader, read(line, reader));
                    }
                }
            }
        }
        return answers;
    }

    private static boolean compared(String address) {
        return !NOT_COMPARED.contains(address) && !address.endsWith("/stream");
    }

    private String read(AccessTable.Line line, String reader) throws Exception {
        Text name = new Text(reader, reader);
        var request = things.request(line).with(justNow(new SignedIn(things.person(reader), name, name, "-", true)));
        byte[] body = pages.perform(request).andReturn().getResponse().getContentAsByteArray();
        String text = new String(body, StandardCharsets.UTF_8);
        return text.startsWith("%PDF") ? words(body) : MADE_ANEW.matcher(text).replaceAll("");
    }

    /** A paper bears the second in which it was printed, and a number of its own: what can be read on it is compared. */
    private static String words(byte[] paper) throws IOException {
        try (PDDocument printed = Loader.loadPDF(paper)) {
            return new PDFTextStripper().getText(printed);
        }
    }

    private void aClassIsHeld() {
        Actor person = things.person("trainer");
        SignedIn trainer = new SignedIn(person, new Text("講師", "Trainer"), new Text("所", "Office"), "-", true);
        PracticeClass held = acting.as(person, () -> opening.open("分離の確認"));
        seats.take(held, "はなこ", ClassDesk.of("all").orElseThrow()).orElseThrow();
        CaseNumber number = script.begin(
                        held, trainer, scenarios.of("night-handover").orElseThrow())
                .orElseThrow();
        assertThat(script.next(held, trainer, number.value())).isEqualTo(ScriptPlay.Outcome.DONE);
        assertThat(checkpoints.keep(held, "途中")).isEqualTo(Checkpoints.Outcome.DONE);
        time.letPass(held, Duration.ofDays(7));
        debrief.open(held, "");
        time.pause(held);
        time.goOn(held);
        end.end(held);
        time.stop(held);
    }
}
