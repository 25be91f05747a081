package org.tasuki.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Every form of the office, read once at the start. */
@Component
public class Forms {

    private final Map<String, Form> byKey;

    /** @throws MalformedForms when any file has a flaw */
    public Forms() {
        this("classpath*:forms/*.json");
    }

    Forms(String pattern) {
        Map<String, Form> read = new TreeMap<>();
        List<Flaw> flaws = new ArrayList<>();
        for (Resource file : files(pattern)) {
            FormReader.Result result = FormReader.read(String.valueOf(file.getFilename()), text(file));
            result.form().ifPresent(form -> read.put(form.key(), form));
            flaws.addAll(result.flaws());
        }
        if (!flaws.isEmpty()) {
            throw new MalformedForms(flaws);
        }
        this.byKey = Collections.unmodifiableMap(read);
    }

    /** @throws NoSuchElementException when there is no such form */
    public Form form(String key) {
        Form form = byKey.get(key);
        if (form == null) {
            throw new NoSuchElementException("no form " + key);
        }
        return form;
    }

    public boolean knows(String key) {
        return byKey.containsKey(key);
    }

    /** The process variables that a form sets; none for an unknown form. */
    public Set<String> routingOf(String key) {
        Form form = byKey.get(key);
        return form == null ? Set.of() : form.routing();
    }

    /** Whether an answer to the form is written down elsewhere too: as a fact, in a column, as what follows from it. */
    public boolean keptAside(String key) {
        Form form = byKey.get(key);
        return form == null
                || !form.facts().isEmpty()
                || !form.columns().isEmpty()
                || !form.computes().isEmpty();
    }

    public Set<String> keys() {
        return byKey.keySet();
    }

    private static Resource[] files(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver().getResources(pattern);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
