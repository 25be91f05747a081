package org.tasuki.figures;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.tasuki.terms.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The groups of the national report, as the office's file has them; checked before the office opens. */
@Component
public class ReportLayout {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final List<Integer> ages;
    private final Text source;

    ReportLayout(@Value("${tasuki.report:classpath:processes/report.yaml}") Resource file) {
        File read = read(file);
        if (read.ages() == null || read.source() == null || read.ages().size() < 2) {
            throw new FaultyReport("give \"ages\" (two or more) and \"source\"", null);
        }
        if (!read.ages().equals(read.ages().stream().distinct().sorted().toList())) {
            throw new FaultyReport("\"ages\" must go upwards: " + read.ages(), null);
        }
        this.ages = List.copyOf(read.ages());
        this.source = new Text(said(read.source().ja()), said(read.source().en()));
    }

    private record File(@Nullable List<Integer> ages, @Nullable Said source, @Nullable String mark) {}

    private record Said(@Nullable String ja, @Nullable String en) {}

    /** @param key as a cell of the table spells it */
    public record Age(String key, int from, int to) {}

    public List<Age> ages() {
        return IntStream.range(1, ages.size())
                .mapToObj(place -> new Age(String.valueOf(place), ages.get(place - 1), ages.get(place) - 1))
                .toList();
    }

    /** Those who are older than the oldest group. */
    public Age older() {
        return new Age(String.valueOf(ages.size()), ages.get(ages.size() - 1), Integer.MAX_VALUE);
    }

    /** As the cells of the table spell them, the youngest first. */
    public List<String> keys() {
        return Stream.concat(Stream.concat(ages().stream(), Stream.of(older())).map(Age::key), Stream.of("unknown"))
                .toList();
    }

    public Text source() {
        return source;
    }

    /** As PostgreSQL reads an array. */
    String steps() {
        return ages.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private static String said(@Nullable String words) {
        if (words == null || words.isBlank()) {
            throw new FaultyReport("\"source\" is given in ja and en", null);
        }
        return words;
    }

    private static File read(Resource yaml) {
        try (InputStream in = yaml.getInputStream()) {
            return YAML.readValue(in, File.class);
        } catch (JacksonException unreadable) {
            throw new FaultyReport("not readable: " + unreadable.getOriginalMessage(), unreadable);
        } catch (IOException missing) {
            throw new FaultyReport("cannot be opened: " + yaml.getDescription(), missing);
        }
    }
}
