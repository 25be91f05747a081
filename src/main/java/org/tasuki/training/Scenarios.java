package org.tasuki.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The named ways, {@code processes/scenarios/}, read when somebody first asks for one. */
@Component
public class Scenarios {

    private static final String ENDING = ".yaml";

    private final ResourcePatternResolver files;
    private volatile @Nullable List<Scenario> read;

    Scenarios(ResourcePatternResolver files) {
        this.files = files;
    }

    /** In the order of their keys. */
    public List<Scenario> all() {
        List<Scenario> known = read;
        if (known == null) {
            known = readAll();
            read = known;
        }
        return known;
    }

    public Optional<Scenario> of(String key) {
        return all().stream().filter(scenario -> scenario.key().equals(key)).findFirst();
    }

    /** Those that come through this process. */
    public List<Scenario> through(String process) {
        return all().stream()
                .filter(scenario -> scenario.way().stream()
                        .anyMatch(step -> step.at().process().equals(process)))
                .toList();
    }

    private List<Scenario> readAll() {
        try {
            return Arrays.stream(files.getResources("classpath*:processes/scenarios/*" + ENDING))
                    .map(file -> ScenarioFile.read(key(file), file))
                    .sorted(Comparator.comparing(Scenario::key))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String key(Resource file) {
        String name = String.valueOf(file.getFilename());
        return name.substring(0, name.length() - ENDING.length());
    }
}
