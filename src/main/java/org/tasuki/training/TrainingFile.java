package org.tasuki.training;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.tasuki.terms.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A file of the training by its name: opens it strictly, and refuses what is missing with the place where it is. */
public record TrainingFile(String name) {

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public <T> T open(Resource yaml, Class<T> as) {
        try (InputStream in = yaml.getInputStream()) {
            return given("the whole file", YAML.readValue(in, as));
        } catch (UnrecognizedPropertyException unknown) {
            throw new FaultyStory(name, Problems.unknownWord(unknown.getPropertyName()), unknown);
        } catch (JacksonException unreadable) {
            throw new FaultyStory(name, Problems.notReadable(unreadable.getOriginalMessage()), unreadable);
        } catch (IOException missing) {
            throw new FaultyStory(name, Problems.notOpened(yaml.getDescription()), missing);
        }
    }

    public Text text(String place, @Nullable Words words) {
        Words given = given(place, words);
        return new Text(line(place + ", ja", given.ja()), line(place + ", en", given.en()));
    }

    public String line(String place, @Nullable String written) {
        String line = Objects.requireNonNullElse(written, "").strip();
        if (line.isEmpty()) {
            throw missing(place);
        }
        return line;
    }

    public <T> T given(String place, @Nullable T value) {
        if (value == null) {
            throw missing(place);
        }
        return value;
    }

    public FaultyStory missing(String place) {
        return wrong(place, new Text("がありません", "is missing"));
    }

    /** @param problem what is wrong there, said after the name of the place */
    public FaultyStory wrong(String place, Text problem) {
        return new FaultyStory(name, new Text(place + " " + problem.ja(), place + " " + problem.en()));
    }
}
