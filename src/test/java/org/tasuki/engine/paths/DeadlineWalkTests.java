package org.tasuki.engine.paths;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestContextManager;
import org.tasuki.TasukiApplication;
import org.tasuki.launch.TestDatabase;
import org.tasuki.secrecy.MasterKey;

/**
 * Two deadlines go a long way on the real engine: time passes, they are let go, stopped, go on, their start is corrected, the office
 * keeps another calendar, their rule has a newer version, the house is restarted, the step is done in time or late. After each step
 * both stand as a model on paper says ({@link DeadlineModel}). A way that fails is shortened, and its seed said.
 *
 * <p>The seed is fixed, so that a build fails for what was changed in it; without it, and with more tries, other ways are gone.
 */
@StoryTest
@Tag("slow")
class DeadlineWalkTests {

    private static final int STEPS = 16;
    private static final Path RULES = Path.of("target", "walked-deadlines.yaml");

    private static OfficeNode first;
    private static OfficeNode second;
    private static ConfigurableApplicationContext another;

    @DynamicPropertySource
    static void withNewerVersions(DynamicPropertyRegistry properties) {
        properties.add("tasuki.deadlines.rules", RULES.toUri()::toString);
    }

    /** jqwik knows nothing of Spring; the house is asked for as any other test does, and a second one stands on the same database. */
    @BeforeContainer
    static void open() throws Exception {
        Files.writeString(RULES, rules());
        TestContextManager spring = new TestContextManager(DeadlineWalkTests.class);
        ApplicationContext house = spring.getTestContext().getApplicationContext();
        first = OfficeNode.in(house);
        another = new SpringApplicationBuilder(
                        TasukiApplication.class,
                        Stories.class,
                        HurriedHand.class,
                        Ledger.class,
                        Endings.class,
                        OpenHandOver.class,
                        Footprints.class)
                .profiles("test")
                .initializers(context -> sharing((GenericApplicationContext) context, house))
                .run(
                        "--server.port=0",
                        "--flowable.async-executor-activate=false",
                        "--tasuki.deadlines.rules=" + RULES.toUri());
        second = OfficeNode.in(another);
    }

    @AfterContainer
    static void close() {
        another.close();
    }

    private static void sharing(GenericApplicationContext node, ApplicationContext house) {
        Stream.of(
                        TestDatabase.class,
                        MasterKey.class,
                        JdbcConnectionDetails.class,
                        FlywayConnectionDetails.class,
                        StoryOffice.class)
                .forEach(type -> share(node, house, type));
    }

    private static <T> void share(GenericApplicationContext node, ApplicationContext house, Class<T> type) {
        node.registerBean(type, () -> house.getBean(type));
    }

    /** The request may be let go as well, so that one deadline can go through every state; both rules have a version from 2 June on. */
    private static String rules() throws IOException {
        String shipped = Files.readString(Path.of("processes/deadlines.yaml"));
        String request = entry(shipped, "disclosure-request").replace("mark: O", "waivable: true\n    mark: O");
        String sheet = entry(shipped, "urgency-sheet")
                .replace("limit: 1", "limit: 10")
                .replace("starts: task", "starts: acceptance")
                .replace("[PT4H]", "[P2D]")
                .replace("mark: O", "waivable: true\n    mark: O");
        return String.join(
                "\n\n",
                shipped.replace(entry(shipped, "disclosure-request"), request)
                        .replace(entry(shipped, "urgency-sheet"), sheet),
                request.replace("limit: 30", "limit: 45").replace("2023-04-01", "2026-06-02"),
                sheet.replace("limit: 10", "limit: 15").replace("2020-04-01", "2026-06-02"));
    }

    private static String entry(String file, String rule) {
        int from = file.indexOf("  - id: " + rule + "\n");
        return file.substring(from, file.indexOf("\n\n", from) + 1);
    }

    @Property(tries = 20, seed = "4242")
    void theyStandAsTheModelSaysAtEachStep(@ForAll("walks") ActionChain<DeadlineWalk> walk) {
        walk.withInvariant("as the models say", DeadlineWalk::standsAsTheModelsSay)
                .run();
    }

    @Provide
    ActionChainArbitrary<DeadlineWalk> walks() {
        return ActionChain.<DeadlineWalk>startWith(() -> new DeadlineWalk(nodes()))
                .withAction(3, act("%d minutes pass", DeadlineWalk::passes, number(1, 9 * 24 * 60)))
                .withAction(3, act("to moment %d, %d min after", DeadlineWalk::passesTo, number(0, 3), number(-2, 1)))
                .withAction(2, act("waive %d for %d days", DeadlineWalk::waives, number(0, 1), number(-1, 95)))
                .withAction(3, act("pause %d for %d days", DeadlineWalk::pauses, number(0, 1), number(-1, 33)))
                .withAction(2, act("resume %d", DeadlineWalk::resumes, number(0, 1)))
                .withAction(3, act("correct %d by %d days", DeadlineWalk::corrects, number(0, 1), number(-12, 6)))
                .withAction(2, closing())
                .withAction(1, act("newer rule %d", DeadlineWalk::renews, number(0, 1)))
                .withAction(1, Action.just("restart", Transformer.mutate("restart", DeadlineWalk::restart)))
                .withAction(1, act("end %d", DeadlineWalk::ends, number(0, 1)))
                .withMaxTransformations(STEPS);
    }

    private static Iterator<OfficeNode> nodes() {
        return Stream.iterate(first, node -> node == first ? second : first).iterator();
    }

    private interface One {
        void on(DeadlineWalk walk, int a);
    }

    private interface Two {
        void on(DeadlineWalk walk, int a, int b);
    }

    private static Action.Independent<DeadlineWalk> act(String name, One deed, Arbitrary<Integer> of) {
        return () -> of.map(a -> Transformer.mutate(name.formatted(a), walk -> deed.on(walk, a)));
    }

    private static Action.Independent<DeadlineWalk> act(
            String name, Two deed, Arbitrary<Integer> of, Arbitrary<Integer> and) {
        return () -> Combinators.combine(of, and)
                .as((a, b) -> Transformer.mutate(name.formatted(a, b), walk -> deed.on(walk, a, b)));
    }

    private static Action.Independent<DeadlineWalk> closing() {
        return () -> number(0, 60)
                .set()
                .ofMaxSize(8)
                .map(days -> Transformer.mutate("closed on days " + days, walk -> walk.closes(days)));
    }

    private static Arbitrary<Integer> number(int least, int most) {
        return Arbitraries.integers().between(least, most);
    }
}
