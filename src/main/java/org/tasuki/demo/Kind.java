package org.tasuki.demo;

import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** What a case is about: how often it comes, by which routes, what ways it takes, and what people say in it. */
record Kind(
        String abuse,
        int weight,
        Map<String, Integer> routes,
        Map<String, Integer> chances,
        Map<String, Integer> levels,
        boolean older,
        List<String> story,
        List<String> abuseFacts,
        List<String> childState,
        List<String> childWords,
        List<String> guardianWords,
        List<String> problems) {

    static Map<String, Kind> read() {
        return DemoFiles.read("kinds.yaml", new TypeReference<>() {});
    }

    int chance(String way) {
        return chances.getOrDefault(way, 0);
    }

    /** By which channels a route's contacts come, and the words they begin with. */
    record Route(Map<String, Integer> channels, List<String> opening) {

        static Map<String, Route> read() {
            return DemoFiles.read("routes.yaml", new TypeReference<>() {});
        }
    }
}
