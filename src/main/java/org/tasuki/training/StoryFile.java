package org.tasuki.training;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.tasuki.terms.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A story as it is written: a text that lacks one of the languages is a fault, and so is a word that nobody knows. */
final class StoryFile {

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final String name;

    private StoryFile(String name) {
        this.name = name;
    }

    private record File(@Nullable Words intro, @Nullable Map<String, @Nullable Step> steps) {}

    private record Step(
            @Nullable Words story,
            @Nullable List<@Nullable Words> wrong,
            @Nullable Words passesOn,
            @Nullable Words notes) {}

    private record Words(@Nullable String ja, @Nullable String en) {}

    /** @throws FaultyStory naming the place, and what is wrong with it */
    static ProcessStory read(String process, Resource yaml) {
        return new StoryFile(process + ".yaml").story(process, yaml);
    }

    private ProcessStory story(String process, Resource yaml) {
        File file = file(yaml);
        Map<String, StepStory> steps = new LinkedHashMap<>();
        given("steps", file.steps()).forEach((id, step) -> steps.put(id, step(id, given(id, step))));
        return new ProcessStory(process, text("intro", file.intro()), steps);
    }

    private StepStory step(String id, Step step) {
        List<Text> wrong = given(id + ", wrong", step.wrong()).stream()
                .map(each -> text(id + ", wrong", each))
                .toList();
        return new StepStory(
                text(id + ", story", step.story()),
                wrong,
                text(id + ", passesOn", step.passesOn()),
                text(id + ", notes", step.notes()));
    }

    private Text text(String place, @Nullable Words words) {
        Words given = given(place, words);
        return new Text(line(place + ", ja", given.ja()), line(place + ", en", given.en()));
    }

    private String line(String place, @Nullable String written) {
        String line = Objects.requireNonNullElse(written, "").strip();
        if (line.isEmpty()) {
            throw new FaultyStory(name, place + " is missing");
        }
        return line;
    }

    private <T> T given(String place, @Nullable T value) {
        if (value == null) {
            throw new FaultyStory(name, place + " is missing");
        }
        return value;
    }

    private File file(Resource yaml) {
        try (InputStream in = yaml.getInputStream()) {
            return YAML.readValue(in, File.class);
        } catch (JacksonException unreadable) {
            throw new FaultyStory(name, "not readable: " + unreadable.getOriginalMessage(), unreadable);
        } catch (IOException missing) {
            throw new FaultyStory(name, "cannot be opened: " + yaml.getDescription(), missing);
        }
    }
}
