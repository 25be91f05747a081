package org.tasuki.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.tasuki.terms.Text;

/** A story as it is written: a text that lacks one of the languages is a fault, and so is a word that nobody knows. */
final class StoryFile {

    private final TrainingFile file;

    private StoryFile(TrainingFile file) {
        this.file = file;
    }

    private record File(
            @Nullable Words intro,
            @Nullable Map<String, @Nullable Step> steps,
            @Nullable Map<String, @Nullable Words> events,
            @Nullable Map<String, QuestionFile.@Nullable Written> questions) {}

    private record Step(
            @Nullable Words story,
            @Nullable List<@Nullable Words> wrong,
            @Nullable Words passesOn,
            @Nullable Words notes) {}

    /** @throws FaultyStory naming the place, and what is wrong with it */
    static ProcessStory read(String process, Resource yaml) {
        TrainingFile file = new TrainingFile(process + ".yaml");
        return new StoryFile(file).story(process, file.open(yaml, File.class));
    }

    private ProcessStory story(String process, File written) {
        Map<String, StepStory> steps = new LinkedHashMap<>();
        file.given("steps", written.steps()).forEach((id, step) -> steps.put(id, step(id, file.given(id, step))));
        Map<String, Text> events = new LinkedHashMap<>();
        file.given("events", written.events()).forEach((id, words) -> events.put(id, file.text(id, words)));
        return new ProcessStory(
                process,
                file.text("intro", written.intro()),
                steps,
                events,
                new QuestionFile(file).questions(written.questions()));
    }

    private StepStory step(String id, Step step) {
        return new StepStory(
                file.text(id + ", story", step.story()),
                wrong(id + ", wrong", step.wrong()),
                file.text(id + ", passesOn", step.passesOn()),
                file.text(id + ", notes", step.notes()));
    }

    /** A step at which nothing can go wrong was not thought about. */
    private List<Text> wrong(String place, @Nullable List<@Nullable Words> written) {
        List<Text> wrong = file.given(place, written).stream()
                .map(each -> file.text(place, each))
                .toList();
        if (wrong.isEmpty()) {
            throw file.missing(place);
        }
        return wrong;
    }
}
