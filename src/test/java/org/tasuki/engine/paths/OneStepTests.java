package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tasuki.engine.paths.Sabotage.Broken;
import org.tasuki.engine.paths.Sabotage.Moment;
import org.tasuki.launch.TestDatabase;

/** Case rows, engine step, inbox row, deadline and audit entry commit together or not at all. */
@StoryTest
class OneStepTests {

    @Autowired
    private Stories stories;

    @Autowired
    private Sabotage sabotage;

    @Autowired
    private TestDatabase database;

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "TIMER_FIRED")
    void ofAStepThatBreaksNothingRemains(Moment moment) {
        Story story = stories.accepted();
        Map<String, String> before = everything();
        sabotage.at(moment);
        Story.Step safetyCheck = story.at("safetyCheck");
        assertThatThrownBy(() -> safetyCheck.tries("protection", "start"))
                .hasStackTraceContaining(Broken.class.getSimpleName());
        assertThat(everything()).isEqualTo(before);
        story.at("safetyCheck").answers("protection", "start");
    }

    @Test
    void ofATimerThatBreaksNothingRemains() {
        Story story = stories.accepted();
        Map<String, String> before = everything();
        sabotage.at(Moment.TIMER_FIRED);
        assertThatThrownBy(() -> story.at("safetyCheck").timesOut())
                .hasStackTraceContaining(Broken.class.getSimpleName());
        assertThat(everything()).isEqualTo(before);
        story.at("safetyCheck").timesOut().isAt("safetyCheck", "sharePoliceUnconfirmed");
    }

    @Test
    void ofARefusedAnswerOnlyTheDraftAndTheClaimRemain() {
        Story story = stories.atPolicyMeeting();
        Map<String, String> before = everything();
        story.at("supportPolicyMeeting").isRefused("services", "serviceReferral", "yes");
        Map<String, String> after = everything();
        after.entrySet().removeAll(before.entrySet());
        assertThat(after)
                .containsOnlyKeys("public.draft", "public.inbox_item", "public.audit_entry", "engine.act_ru_task");
        assertThat(story.at("supportPolicyMeeting").item().assignee()).isEqualTo("story-supervisor");
    }

    /** A digest of each table, read as the superuser. */
    private Map<String, String> everything() {
        JdbcClient superuser = database.asSuperuser();
        Map<String, String> digests = new TreeMap<>();
        superuser
                .sql("select schemaname || '.' || tablename from pg_tables where schemaname in ('public', 'engine')")
                .query(String.class)
                .list()
                .forEach(table -> digests.put(
                        table,
                        superuser
                                .sql("select coalesce(md5(string_agg(t::text, '' order by t::text)), '') from " + table
                                        + " t")
                                .query(String.class)
                                .single()));
        return digests;
    }
}
