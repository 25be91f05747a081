package org.tasuki.board;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tasuki.engine.CallSite;

/** A bit for each place of the board: for each step that people do, and for each place that stands for whole processes. */
final class Marks {

    private final List<CallSite> all = new ArrayList<>();
    private final Map<CallSite, Set<Integer>> ofStep = new LinkedHashMap<>();
    private final Map<String, Set<Integer>> ofProcess = new LinkedHashMap<>();

    /** @param places by a name that no step has */
    Marks(Collection<CallSite> steps, Map<CallSite, ? extends Collection<String>> places) {
        places.forEach((place, inside) -> {
            inside.forEach(process ->
                    ofProcess.computeIfAbsent(process, first -> new HashSet<>()).add(all.size()));
            all.add(place);
        });
        steps.forEach(step -> {
            Set<Integer> bits = new HashSet<>(ofProcess.getOrDefault(step.process(), Set.of()));
            bits.add(all.size());
            ofStep.put(step, bits);
            all.add(step);
        });
    }

    /** The place that the bit stands for. */
    CallSite place(int bit) {
        return all.get(bit);
    }

    List<CallSite> steps() {
        return List.copyOf(ofStep.keySet());
    }

    List<String> processes() {
        return List.copyOf(ofProcess.keySet());
    }

    /** Into so many numbers of 64 bits the marks go. */
    int words() {
        return (all.size() + Long.SIZE - 1) / Long.SIZE;
    }

    /** One word of each step's marks, in the order of {@link #steps}: of a step also those of the places that it lies in. */
    Long[] ofSteps(int word) {
        return ofStep.values().stream().map(bits -> word(bits, word)).toArray(Long[]::new);
    }

    Long[] ofProcesses(int word) {
        return ofProcess.values().stream().map(bits -> word(bits, word)).toArray(Long[]::new);
    }

    private static long word(Set<Integer> bits, int word) {
        return bits.stream()
                .filter(bit -> bit / Long.SIZE == word)
                .mapToLong(bit -> 1L << bit % Long.SIZE)
                .reduce(0, (one, other) -> one | other);
    }
}
