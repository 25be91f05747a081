package org.tasuki.board;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tasuki.engine.CallSite;

/** A bit for each place of the board: for each step that people do, and for each place that stands for whole processes. */
final class Marks {

    private final List<CallSite> all = new ArrayList<>();
    private final Map<CallSite, Set<Integer>> ofStep = new HashMap<>();
    private final Map<String, Set<Integer>> ofProcess = new HashMap<>();

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

    /** As PostgreSQL reads a row of bits: of a step also those of the places that it lies in. */
    String of(CallSite step) {
        return written(ofStep.getOrDefault(step, Set.of()));
    }

    String of(String process) {
        return written(ofProcess.getOrDefault(process, Set.of()));
    }

    String none() {
        return written(Set.of());
    }

    private String written(Set<Integer> bits) {
        StringBuilder row = new StringBuilder("0".repeat(all.size()));
        bits.forEach(bit -> row.setCharAt(bit, '1'));
        return row.toString();
    }
}
