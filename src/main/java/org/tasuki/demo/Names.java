package org.tasuki.demo;

import java.util.List;
import tools.jackson.core.type.TypeReference;

/** Common names and imagined places, from {@code db/demo/names.yaml}. A name is its characters and its reading. */
record Names(
        List<List<String>> surnames,
        List<List<String>> girls,
        List<List<String>> boys,
        List<List<String>> mothers,
        List<List<String>> fathers,
        List<String> towns,
        List<String> buildings,
        List<String> occupations,
        List<String> elementary,
        List<String> junior,
        List<String> high,
        List<String> nursery) {

    static Names read() {
        return DemoFiles.read("names.yaml", new TypeReference<>() {});
    }
}
