package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.inbox.AgeBand;
import org.tasuki.inbox.Desk;
import org.tasuki.inbox.InboxList;
import org.tasuki.inbox.InboxList.After;
import org.tasuki.inbox.InboxList.Filter;
import org.tasuki.inbox.InboxList.Tab;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.retention.RetentionList;
import org.tasuki.terms.FiscalYear;

/** How many statements a step sends to the database. A number that grows is a decision, not an accident. */
@StoryTest
class StatementCountTests {

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private Desk desk;

    @Autowired
    private InboxList inbox;

    @Autowired
    private RetentionList retention;

    @Autowired
    private Acting acting;

    @Test
    void aStepThatBearsFourTasks() {
        stories.accepted().at("safetyCheck").answers();
        Story.Step step = stories.accepted().at("safetyCheck");
        Map<String, List<String>> typed = step.typed("safety", "confirmed");
        List<String> sent = CountedStatements.during(() ->
                acting.as(office.at("officer"), () -> desk.complete(step.item().taskId(), typed)));
        assertThat(sent).as(kinds(sent)).hasSize(38);
    }

    /** Two of them write down what the step changes, so that it can be taken back. */
    @Test
    void aStepThatMayBeTakenBack() {
        stories.begin().at("reception").answers().at("screening").answers("meeting", "regular");
        Story.Step step = stories.begin().at("reception").answers().at("screening");
        Map<String, List<String>> typed = step.typed("meeting", "regular");
        List<String> sent = CountedStatements.during(() -> acting.as(
                office.at("supervisor"), () -> desk.complete(step.item().taskId(), typed)));
        assertThat(sent.stream().filter(sql -> sql.contains("undo")))
                .as(kinds(sent))
                .hasSize(2);
    }

    @Test
    void aPageOfTheInbox() {
        Actor officer = office.at("officer");
        List<String> sent = CountedStatements.during(
                () -> acting.as(officer, () -> inbox.page(Tab.ROLES, Filter.NONE, After.NOTHING, 50)));
        assertThat(sent).as(kinds(sent)).hasSize(2);
    }

    /** However a page is narrowed, by whatever two things, it is the same two. */
    @Test
    void aPageOfTheInboxThatIsNarrowedTwice() {
        for (Tab tab : Tab.values()) {
            for (Filter filter : List.of(
                    new Filter(null, "safetyCheck", "AA", null, null, null, null),
                    new Filter(null, null, null, "story-officer", null, AgeBand.HIGH, null),
                    new Filter("officer", null, null, null, "neglect", null, null),
                    new Filter(null, "awaitPoliceAnswer", null, null, null, null, "story-police"))) {
                List<String> sent = CountedStatements.during(
                        () -> acting.as(office.at("officer"), () -> inbox.page(tab, filter, After.NOTHING, 50)));
                assertThat(sent).as(tab + " " + filter).hasSize(2);
            }
        }
    }

    @Test
    void aPageOfTheRetentionListHoweverManyCasesHaveEnded() {
        Actor supervisor = office.at("supervisor");
        FiscalYear year = new FiscalYear(2030);
        List<String> sent = CountedStatements.during(
                () -> acting.as(supervisor, () -> retention.page(year, RetentionList.After.FIRST, 51)));
        assertThat(sent).as(kinds(sent)).hasSize(2);
    }

    private static String kinds(List<String> sent) {
        return sent.stream()
                .map(sql -> sql.strip().replaceAll("\\s+", " ").replaceAll("(?i)^(select).* from (\\S+).*", "$1 $2"))
                .map(sql -> sql.length() > 45 ? sql.substring(0, 45) : sql)
                .collect(Collectors.groupingBy(sql -> sql, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(kind -> kind.getValue() + " × " + kind.getKey())
                .collect(Collectors.joining("\n"));
    }
}
