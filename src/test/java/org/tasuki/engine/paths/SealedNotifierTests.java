package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.tasuki.casefile.Answers;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.CaseFiles;
import org.tasuki.casefile.Drafts;
import org.tasuki.casefile.Resealing;
import org.tasuki.casefile.Unmasking;
import org.tasuki.casefile.UnmaskingReason;
import org.tasuki.inbox.Desk;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.secrecy.SecondProcess;
import org.tasuki.secrecy.SecretPlace;
import org.tasuki.secrecy.Secrets;
import org.tasuki.terms.CaseNumber;

/** Whoever steals a dump of the database does not learn who spoke (CAPA 7). */
@StoryTest
class SealedNotifierTests {

    private static final String NAME = "御手洗 ツギ代";
    private static final String PHONE = "045-999-31415";
    private static final String TRACE = "向かいの三階の窓から見えた";
    private static final SecretPlace NOWHERE = new SecretPlace("nowhere", new CaseNumber("ST-2026-00001"), "1");
    /** No digits alone: five of them stand in some microsecond or other. */
    private static final List<String> WORDS = List.of(NAME, "御手洗", PHONE, "999-31415", TRACE, "三階の窓");

    @Autowired
    private Stories stories;

    @Autowired
    private StoryOffice office;

    @Autowired
    private Desk desk;

    @Autowired
    private Drafts drafts;

    @Autowired
    private CaseFiles files;

    @Autowired
    private Resealing resealing;

    @Autowired
    private Secrets secrets;

    @Autowired
    private SecondProcess keys;

    @Autowired
    private Answers answers;

    @Autowired
    private Unmasking unmasking;

    @Autowired
    private Acting acting;

    @Autowired
    private TestDatabase database;

    @Test
    void noTableSaysWhoSpokeWhetherTypedOrSentAndTheChildStaysSearchable() {
        Story story = stories.begin();
        Story.Step reception = story.at("reception");
        Map<String, List<String>> typed = reception.typed(
                "notifierName", NAME, "notifierContact", PHONE, "notifierTraces", TRACE, "childName", "鵜飼 みずほ");
        String task = reception.item().taskId();
        acting.as(office.at("reception"), () -> desk.claim(task));
        acting.as(office.at("reception"), () -> desk.saveDraft(task, typed));
        nobodyReads(WORDS);
        assertThat(acting.as(office.at("reception"), () -> drafts.find(task, "story-reception")))
                .hasValueSatisfying(kept -> assertThat(kept).containsEntry("notifierName", List.of(NAME)));
        acting.as(office.at("reception"), () -> desk.complete(task, typed));
        story.isAt("screening");
        nobodyReads(WORDS);
        assertThat(acting.as(office.at("supervisor"), () -> files.search("鵜飼", 5)))
                .extracting(CaseFile::number)
                .containsExactly(story.number());
    }

    @Test
    void whatWasWrittenBeforeThereWereKeysIsSealedByTheNextStart() {
        String before = "昔の通告者 前田";
        // Other tests of this house tamper with rows, to see that the page bears it.
        int tampered = resealing.all().unreadable();
        Story story = stories.begin();
        String task = story.at("reception").item().taskId();
        Story sent = stories.accepted();
        acting.as(office.at("reception"), () -> desk.claim(task));
        acting.as(office.at("reception"), () -> desk.saveDraft(task, Map.of()));
        assertThat(plant("draft set sealed = null, answers = '{\"notifierName\": [\"" + before + "\"]}'", story))
                .isOne();
        assertThat(plant(
                        "form_answer set unsealed = true, answers = answers || '{\"notifierName\": \"" + before
                                + "\"}' where form = 'intake-sheet' and",
                        sent))
                .isOne();
        assertThat(resealing.all().unreadable()).isEqualTo(tampered);
        nobodyReads(List.of(before, "前田"));
        assertThat(acting.as(office.at("reception"), () -> drafts.find(task, "story-reception")))
                .hasValueSatisfying(kept -> assertThat(kept).containsEntry("notifierName", List.of(before)));
    }

    /** Two servers on one database, of which one rotates the keys while the other goes on working. */
    @Test
    void aRotationInTheMiddleOfWorkLosesNothingEvenWhenItIsInterrupted() {
        Story one = told("rotation one");
        Story draft = stories.begin();
        String task = draft.at("reception").item().taskId();
        acting.as(office.at("reception"), () -> desk.claim(task));
        acting.as(
                office.at("reception"), () -> desk.saveDraft(task, Map.of("notifierName", List.of("rotation draft"))));
        Secrets elsewhere = keys.anotherProcess();
        elsewhere.rotate();
        Story two = told("rotation two");
        byte[] underTheNewest = elsewhere.seal("rotation three", NOWHERE);
        assertThat(secrets.open(underTheNewest, NOWHERE))
                .as("a key made elsewhere")
                .contains("rotation three");
        Story four = told("rotation four");

        jdbcFails(one);
        assertThatThrownBy(resealing::all).isInstanceOf(DataAccessException.class);
        database.asSuperuser().sql("drop trigger interrupted on form_answer").update();
        assertThat(notifiers(one, two, four)).containsExactly("rotation one", "rotation two", "rotation four");

        Resealing.Count count = resealing.all();
        assertThat(count.answers()).isPositive();
        assertThat(count.drafts()).isPositive();
        // Rows that other tests of this house tampered with stay as they are.
        assertThat(resealing.all()).isEqualTo(new Resealing.Count(0, 0, 0, 0, count.unreadable()));
        assertThat(notifiers(one, two, four)).containsExactly("rotation one", "rotation two", "rotation four");
        assertThat(acting.as(office.at("reception"), () -> drafts.find(task, "story-reception")))
                .hasValue(Map.of("notifierName", List.of("rotation draft")));
        assertThat(database.asSuperuser()
                        .sql(
                                "select count(distinct substring(sealed for 5)) from form_answer where case_number in (:told)")
                        .param(
                                "told",
                                Stream.of(one, two, four)
                                        .map(told -> told.number().value())
                                        .toList())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private Story told(String name) {
        return stories.begin().at("reception").answers("notifierName", name);
    }

    /** As the page shows it to the supervisor. */
    private List<String> notifiers(Story... told) {
        return Stream.of(told)
                .map(story -> acting.as(office.at("supervisor"), () -> {
                    Answers.Given sheet = answers.of(story.number()).get(0);
                    return unmasking
                            .show(story.file(), sheet, UnmaskingReason.of("call-back", ""))
                            .orElseThrow()
                            .get("notifierName")
                            .toString();
                }))
                .toList();
    }

    /** The power fails when the rotation reaches this case. */
    private void jdbcFails(Story story) {
        database.asSuperuser()
                .sql(
                        """
                        create or replace function interrupted() returns trigger language plpgsql as
                        $$ begin raise exception 'interrupted'; end $$;
                        create trigger interrupted before update on form_answer for each row
                        when (old.case_number = '%s') execute function interrupted()
                        """
                                .formatted(story.number()))
                .update();
    }

    private int plant(String change, Story story) {
        String where = change.contains("where") ? " " : " where ";
        return database.asSuperuser()
                .sql("update " + change + where + "case_number = ?")
                .param(story.number().value())
                .update();
    }

    private void nobodyReads(List<String> words) {
        assertThat(new WholeDatabase(database).holding(words)).isEmpty();
    }
}
