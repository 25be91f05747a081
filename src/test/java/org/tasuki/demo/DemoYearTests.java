package org.tasuki.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.context.ActiveProfiles;
import org.tasuki.TasukiTest;
import org.tasuki.launch.TestDatabase;

/** What is there when the demo office says that it is ready. */
@TasukiTest(properties = {"demo.cases=120", "tasuki.database=test", "tasuki.audit.key=", "tasuki.audit.heads="})
@ActiveProfiles("demo")
class DemoYearTests {

    private static final Pattern USER_TASK = Pattern.compile("<bpmn:userTask id=\"(\\w+)\"");

    private final TestDatabase database;

    @Autowired
    DemoYearTests(TestDatabase database) {
        this.database = database;
    }

    /** What runs beside the flow, in some cases. */
    private static final Set<String> BESIDE = Set.of("emergency-access", "disclosure", "matter", "question");

    @Test
    void aCaseStandsAtEveryStepOfTheFlow() throws IOException {
        assertThat(texts("select distinct process || ' ' || step from inbox_item"))
                .containsAll(steps());
    }

    @Test
    void somebodyLookedIntoACaseAtNightAndWaitsForAReview() {
        assertThat(texts("select distinct step from inbox_item where process = 'emergency-access'"))
                .contains("reviewBySupervisor", "reviewByDirector");
    }

    @Test
    void someAreLateAndSayWhy() {
        assertThat(count("select count(*) from inbox_item where due_at < now()"))
                .isBetween(5L, 40L);
        assertThat(count("select count(*) from deadline where state = 'met late' and reason is null"))
                .isZero();
        assertThat(count("select count(*) from deadline where state = 'met late'"))
                .isPositive();
    }

    @Test
    void casesEndInEachWay() {
        assertThat(texts("select distinct outcome from case_file where outcome is not null"))
                .contains("closed", "adviceOnly", "passedOn");
    }

    @Test
    void agenciesAcceptDeclineAndKeepSilent() {
        assertThat(texts("select distinct state from hand_over")).contains("sent", "accepted", "declined");
        assertThat(texts("select distinct act || coalesce(detail ->> 'accepted', '') from audit_entry"))
                .contains("hand-over-answeredtrue", "hand-over-answeredfalse", "hand-over-silent");
    }

    @Test
    void childrenAreProtectedWithConsentAndWithout() {
        assertThat(
                        texts(
                                "select distinct answers ->> 'consent' from form_answer where answers ->> 'consent' in ('yes', 'no')"))
                .contains("yes", "no");
    }

    @Test
    void somebodyHasAskedToSeeTheRecords() {
        assertThat(texts("select state from disclosure_request")).contains("open", "proposed");
        assertThat(texts("select step from inbox_item where process = 'disclosure'"))
                .containsExactlyInAnyOrder("prepare", "decide");
    }

    private static Set<String> steps() throws IOException {
        Set<String> steps = new TreeSet<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:processes/*.bpmn")) {
            String process = String.valueOf(file.getFilename()).replace(".bpmn", "");
            if (BESIDE.contains(process)) {
                continue;
            }
            Matcher task = USER_TASK.matcher(file.getContentAsString(StandardCharsets.UTF_8));
            while (task.find()) {
                steps.add(process + " " + task.group(1));
            }
        }
        return steps;
    }

    private Set<String> texts(String sql) {
        return Set.copyOf(database.asSuperuser().sql(sql).query(String.class).list());
    }

    private long count(String sql) {
        return database.asSuperuser().sql(sql).query(Long.class).single();
    }
}
