package org.tasuki.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tasuki.terms.Text;

/** A small form with every kind of field, and an office with one police station. */
final class Samples {

    static final Lookups OFFICE = source -> source.equals("agencies:police")
            ? List.of(new Option("central", new Text("中央警察署", "Central police station")))
            : List.of();

    private Samples() {}

    static String text(String file) {
        try (InputStream in = Samples.class.getResourceAsStream("/forms-samples/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Form sample() {
        FormReader.Result result = FormReader.read("sample.json", text("sample.json"));
        return result.form().orElseThrow(() -> new AssertionError(result.flaws()));
    }

    /** What is required, and nothing else. */
    static Map<String, List<String>> filled() {
        Map<String, List<String>> raw = new LinkedHashMap<>();
        raw.put("childName", List.of("山田花子"));
        raw.put("consent", List.of("yes"));
        return raw;
    }

    static Submission with(String name, String... values) {
        Map<String, List<String>> raw = filled();
        raw.put(name, List.of(values));
        return sample().submit(raw, OFFICE);
    }
}
