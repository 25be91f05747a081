package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.casefile.CaseEnding;
import org.tasuki.casefile.EndingReason;
import org.tasuki.casefile.Refusal;
import org.tasuki.deadlines.Deadlines;
import org.tasuki.deadlines.RunningDeadline;
import org.tasuki.disclosure.DisclosureSteps;
import org.tasuki.disclosure.Disclosures;
import org.tasuki.disclosure.Request;

/** Whoever asks to see the records is answered within the time of the law, whatever becomes of the case. */
abstract class DisclosureStories {

    private static final EndingReason WHY = new EndingReason("記録が多く、確認に時間を要するため");
    private static final String LATE = "照会への回答を待っていたため";

    @Autowired
    private Stories stories;

    @Autowired
    private Disclosures disclosures;

    @Autowired
    private DisclosureSteps steps;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private CaseEnding ending;

    @Test
    void preparedDecidedBySomebodyElseAndHandedOut() {
        Story story = asked();
        story.at("prepare").isDue("2026-07-02T00:00");
        does(story, "officer", (request, late) -> steps.propose(request, late));
        story.at("decide").isDue("2026-07-02T00:00");
        does(story, "director", (request, late) -> steps.disclose(story.file(), request, late));
        story.at("handOut").isDue("2026-07-02T00:00");
        does(story, "officer", (request, late) -> steps.handOut(request, "post", late));
        assertThat(last(story).state()).isEqualTo("given");
        story.isAt("safetyCheck");
    }

    @Test
    void itsDeadlineStandsAmongThoseOfTheCaseAndWarns() {
        Story story = asked();
        RunningDeadline running =
                as("officer", () -> stories.transaction().execute(status -> deadlines.ofCase(story.number()).stream()
                        .filter(deadline -> deadline.rule().equals("disclosure-request"))
                        .findFirst()
                        .orElseThrow()));
        assertThat(running.source().ja()).contains("第83条");
        story.until("2026-06-22T09:00");
        assertThat(story.at("prepare").item().nearlyOver()).isTrue();
        assertThat(last(story).dueOn()).isEqualTo(LocalDate.parse("2026-07-01"));
    }

    @Test
    void itIsExtendedOnceAndIsDueAfterSixtyDays() {
        Story story = extended();
        story.at("prepareExtended").isDue("2026-08-01T00:00");
        assertThat(last(story).dueOn()).isEqualTo(LocalDate.parse("2026-07-31"));
        assertThatThrownBy(() -> does(story, "officer", (request, late) -> steps.extend(request, WHY, late)))
                .isInstanceOf(Refusal.class);
        does(story, "officer", (request, late) -> steps.propose(request, late));
        story.at("decideExtended").isDue("2026-08-01T00:00");
        does(story, "director", (request, late) -> steps.giveBack(request, WHY, late));
        story.at("prepareExtended").timesOut();
        does(story, "officer", (request, late) -> steps.propose(request, late));
        story.at("decideExtended").timesOut();
        does(story, "director", (request, late) -> steps.refuse(request, WHY, late));
        story.at("handOut").timesOut();
        does(story, "officer", (request, late) -> steps.handOut(request, "notice", late));
        assertThat(last(story).refusedWhy()).isEqualTo(WHY.text());
    }

    @Test
    void whatIsOverIsGoneOnWithAndSaysWhy() {
        Story story = asked();
        story.at("prepare").timesOut();
        assertThatThrownBy(() -> does(story, "officer", (request, late) -> steps.propose(request, "")))
                .isInstanceOf(Refusal.class)
                .hasMessage("inbox.late.reasonMissing");
        does(story, "officer", (request, late) -> steps.propose(request, late));
        story.letPass(Duration.ofDays(1));
        does(story, "director", (request, late) -> steps.giveBack(request, WHY, late));
        does(story, "officer", (request, late) -> steps.propose(request, late));
        story.at("decide").timesOut();
        does(story, "director", (request, late) -> steps.disclose(story.file(), request, late));
        story.at("handOut");
    }

    @Test
    void theRequesterTakesItBackAtAnyTimeBeforeTheDecision() {
        Story prepared = asked();
        does(prepared, "officer", (request, late) -> steps.drop(request, WHY, late));
        prepared.isAt("safetyCheck");
        Story proposed = asked();
        does(proposed, "officer", (request, late) -> steps.propose(request, late));
        does(proposed, "director", (request, late) -> steps.drop(request, WHY, late));
        proposed.isAt("safetyCheck");
        Story extended = extended();
        does(extended, "officer", (request, late) -> steps.drop(request, WHY, late));
        extended.isAt("safetyCheck");
        Story last = extended();
        does(last, "officer", (request, late) -> steps.propose(request, late));
        does(last, "director", (request, late) -> steps.drop(request, WHY, late));
        last.isAt("safetyCheck");
        assertThat(last(last).droppedWhy()).isEqualTo(WHY.text());
    }

    @Test
    void noStepIsDoneByItsFormAlone() {
        Story story = asked();
        story.at("prepare").isRefused("", "preparation", "propose");
        story.at("prepare").isRefused("", "preparation", "withdrawn", "reason", "取下げ");
        assertThat(last(story).state()).isEqualTo("open");
    }

    @Test
    void itGoesOnWhenTheCaseIsWithdrawn() {
        Story story = asked();
        as("supervisor", () -> {
            ending.withdraw(story.number(), WHY);
            return true;
        });
        story.isAt("prepare");
        does(story, "officer", (request, late) -> steps.propose(request, late));
        does(story, "director", (request, late) -> steps.disclose(story.file(), request, late));
        does(story, "officer", (request, late) -> steps.handOut(request, "in-person", late));
        story.isAt();
    }

    private Story asked() {
        Story story = stories.accepted().withOnTeam("officer");
        as("officer", () -> disclosures.open(story.file(), "self", story.today().toLocalDate()));
        return story.check();
    }

    private Story extended() {
        Story story = asked();
        does(story, "officer", (request, late) -> steps.extend(request, WHY, late));
        return story;
    }

    private void does(Story story, String desk, BiConsumer<Request, String> step) {
        as(desk, () -> {
            step.accept(last(story), LATE);
            return true;
        });
        story.check();
    }

    private Request last(Story story) {
        return as("director", () -> disclosures.of(story.number()).get(0));
    }

    private <T> T as(String desk, Supplier<T> work) {
        return stories.acting().as(stories.office().at(desk), work::get);
    }
}
