package org.tasuki.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every text exists in both languages, and none is kept that no page says. */
class MessagesTest {

    /** Keys that are put together at run time: the code says the beginning, data the end. */
    private static final List<String> PUT_TOGETHER = List.of(
            "courses.audience.",
            "courses.kind.",
            "courses.plan.",
            "courses.problem.",
            "courses.unit.",
            "courses.unit.finish.",
            "training.clock.",
            "training.kind.",
            "training.mark.",
            "training.starts.",
            "training.word.",
            "board.colour.",
            "board.days.",
            "board.stage.",
            "board.review.",
            "board.which.",
            "board.step.none.",
            "web.dates.left.",
            "web.dates.over.",
            "web.dates.ago.",
            "web.error.",
            "operations.run.row.",
            "operations.run.state.",
            "people.role.",
            "enrolment.audience.",
            "enrolment.enrol.",
            "enrolment.field.",
            "enrolment.mark.",
            "enrolment.present.",
            "enrolment.reason.",
            "enrolment.report.column.",
            "enrolment.state.",
            "enrolment.withdraw.",
            "practice.desk.",
            "practice.state.",
            "debrief.limit.",
            "people.browser.",
            "people.signIn.provider.",
            "inbox.filter.",
            "inbox.given.rule.",
            "inbox.given.waits.",
            "inbox.push.",
            "bulk.act.",
            "bulk.told.",
            "bulk.what.",
            "bulk.why.",
            "bulk.row.",
            "bulk.state.",
            "inbox.kept.why.",
            "staffing.absence.kind.",
            "staffing.sex.",
            "notices.kind.",
            "notices.mail.lead.",
            "notices.mail.line.",
            "notices.mail.subject.",
            "notices.settings.day.",
            "notices.settings.quiet.",
            "notices.settings.way.",
            "oncall.field.",
            "oncall.place.",
            "operations.cause.",
            "operations.move.hindrance.",
            "outbox.kind.",
            "outbox.why.",
            "inbox.group.",
            "inbox.standing.",
            "limits.why.",
            "handouts.kind.",
            "figures.accepted.",
            "figures.accepted-",
            "figures.by.",
            "figures.safety",
            "figures.steps.",
            "figures.closed.",
            "figures.renotified.",
            "figures.protections.",
            "figures.report-",
            "figures.measure.",
            "figures.length.",
            "inbox.type.",
            "inbox.age.",
            "inbox.tab.",
            "inbox.empty.",
            "casefile.kind.",
            "casefile.event.",
            "casefile.files.content.",
            "casefile.files.kind.",
            "casefile.outcome.",
            "casefile.relation.",
            "casefile.sex.",
            "casefile.state.",
            "casefile.tab.",
            "casefile.unmasking.reason.",
            "casefile.process.",
            "audit.act.",
            "audit.fault.",
            "audit.field.",
            "audit.anomalies.field.",
            "audit.anomalies.kind.",
            "audit.anomalies.found.",
            "intake.duplicates.field.",
            "matters.kind.",
            "matters.state.",
            "matters.question.state.",
            "disclosure.field.",
            "disclosure.ground.",
            "disclosure.requester.",
            "disclosure.state.",
            "referral.state.",
            "casefile.exclusion.reason.",
            "casefile.restriction.reason.",
            "casefile.emergency.reason.",
            "casefile.emergency.verdict.",
            "disclosure.how.",
            "versions.state.",
            "versions.left.",
            "versions.change.",
            "versions.said.",
            "versions.what.",
            "versions.why.",
            "versions.move.state.",
            "versions.move.row.",
            "versions.before",
            "versions.after",
            "retention.choice.",
            "retention.standing.",
            "retention.state.",
            "workload.field.",
            "workload.sort.",
            "workload.whose.",
            "web.dates.length.");

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern TEMPLATE_KEY =
            Pattern.compile("#\\{\\s*([a-zA-Z][\\w.-]*)|['\"]([a-z][a-zA-Z]*(?:\\.[\\w-]+)+)['\"]");
    private static final Pattern JAVA_KEY = Pattern.compile("\"([a-z][a-zA-Z]*(?:\\.[\\w-]+)+)\"");

    @TestFactory
    Stream<DynamicTest> eachModule() throws IOException {
        return modules().map(module -> DynamicTest.dynamicTest(module, () -> check(module)));
    }

    private static void check(String module) throws IOException {
        Properties japanese = texts(module + ".properties");
        Properties english = texts(module + "_en.properties");
        assertThat(english.stringPropertyNames()).as("English keys").isEqualTo(japanese.stringPropertyNames());
        assertThat(japanese.stringPropertyNames())
                .as("keys start with the module")
                .allMatch(key -> key.startsWith(module + "."));
        Set<String> said = said(module);
        assertThat(said).as("said but missing").allMatch(key -> exists(key, japanese));
        assertThat(new TreeSet<>(japanese.stringPropertyNames()))
                .as("never said")
                .allMatch(key -> isSaid(key, said));
        Stream.of(japanese, english).forEach(MessagesTest::readable);
    }

    private static boolean exists(String key, Properties texts) {
        return texts.containsKey(key) || PUT_TOGETHER.contains(key) || PUT_TOGETHER.contains(key + ".");
    }

    private static boolean isSaid(String key, Set<String> said) {
        return said.contains(key) || PUT_TOGETHER.stream().anyMatch(key::startsWith);
    }

    /** A straight apostrophe vanishes from a message with values and stays in one without: write ’. */
    private static void readable(Properties texts) {
        texts.forEach((key, text) -> {
            assertThat((String) text).as("%s", key).isNotBlank().doesNotContain("'");
            assertThat(new MessageFormat((String) text, Locale.ENGLISH))
                    .as("%s", key)
                    .isNotNull();
        });
    }

    private static Set<String> said(String module) throws IOException {
        Set<String> keys = new TreeSet<>();
        collect(Path.of("src/main/resources/templates"), ".html", TEMPLATE_KEY, keys);
        collect(Path.of("src/main/java"), ".java", JAVA_KEY, keys);
        keys.removeIf(key -> !key.startsWith(module + ".") || looksLikeSomethingElse(key));
        return keys;
    }

    /** Properties of the configuration may begin with a module's name. */
    private static boolean looksLikeSomethingElse(String key) {
        return key.endsWith(".html") || key.endsWith(".yaml") || key.endsWith(".json");
    }

    private static void collect(Path folder, String ending, Pattern pattern, Set<String> keys) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                Matcher found = pattern.matcher(Files.readString(file));
                while (found.find()) {
                    keys.add(found.group(1) != null || found.groupCount() == 1 ? found.group(1) : found.group(2));
                }
            }
        }
    }

    private static Stream<String> modules() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files
                    .map(file -> file.getFileName().toString().replaceFirst("(_en)?\\.properties$", ""))
                    .distinct()
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Properties texts(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
