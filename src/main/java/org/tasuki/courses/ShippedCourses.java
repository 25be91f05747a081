package org.tasuki.courses;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The courses of the house, {@code processes/courses/}, read when somebody first asks for one. */
@Component
class ShippedCourses {

    private static final String ROOT = "classpath:processes/";
    private static final String ENDING = ".yaml";

    private final ResourcePatternResolver files;
    private volatile @Nullable List<Material> read;

    ShippedCourses(ResourcePatternResolver files) {
        this.files = files;
    }

    /** One audience after the other. */
    List<Material> all() {
        List<Material> known = read;
        if (known == null) {
            known = readAll();
            read = known;
        }
        return known;
    }

    Optional<Material> find(String key) {
        return all().stream()
                .filter(material -> material.course().key().equals(key))
                .findFirst();
    }

    private List<Material> readAll() {
        try {
            return Arrays.stream(files.getResources("classpath*:processes/" + Material.FOLDER + "*" + ENDING))
                    .map(file -> String.valueOf(file.getFilename()))
                    .map(name -> read(name.substring(0, name.length() - ENDING.length())))
                    .sorted(Comparator.<Material, Audience>comparing(
                                    material -> material.course().audience())
                            .thenComparing(material -> material.course().key()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Material read(String key) {
        Map<String, String> texts = new HashMap<>();
        put(Material.definition(key), texts);
        Material course = Material.read(key, texts);
        Material.names(course.course()).forEach(name -> put(name, texts));
        return new Material(course.course(), Map.copyOf(texts));
    }

    private void put(String name, Map<String, String> texts) {
        Resource file = files.getResource(ROOT + name);
        try {
            if (file.exists()) {
                texts.put(name, file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
