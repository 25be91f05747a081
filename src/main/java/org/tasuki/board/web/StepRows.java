package org.tasuki.board.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tasuki.board.Load;
import org.tasuki.board.Loads;
import org.tasuki.board.Spent;
import org.tasuki.board.StepTimes;
import org.tasuki.engine.CallSite;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.ProcessFacts;
import org.tasuki.engine.StepFacts;
import org.tasuki.engine.StepKind;

/** Puts the counts on a process's steps. A step that leads into another process bears all that is inside. */
@Component
class StepRows {

    /** The place that stands for a whole process. */
    private static final String WHOLE = "";

    private final Loads loads;
    private final StepTimes times;
    private final ProcessCatalog catalog;

    StepRows(Loads loads, StepTimes times, ProcessCatalog catalog) {
        this.loads = loads;
        this.times = times;
        this.catalog = catalog;
    }

    /** The steps of one process, in the order of its file, and how many cases are in each process. */
    record Read(List<StepRow> steps, Map<String, Load> processes, Load all) {}

    Read of(ProcessFacts process, BoardView view, Locale language) {
        Map<CallSite, Load> at = loads.at(places());
        Map<CallSite, Spent> spent = times.of(view.period());
        List<StepFacts> shown = process.steps().stream()
                .filter(step -> step.kind() == StepKind.TASK || step.kind() == StepKind.CALL)
                .toList();
        Levels levels = levels(process, shown, view, at, spent);
        List<StepRow> rows = shown.stream()
                .map(step -> row(process.key(), step, view, at, spent, levels, language))
                .toList();
        return new Read(rows, wholes(at), at.getOrDefault(new CallSite(WHOLE, WHOLE), Load.NONE));
    }

    /** All cases of the center together, wherever they are. */
    Load all() {
        CallSite everywhere = new CallSite(WHOLE, WHOLE);
        Set<String> processes =
                catalog.processes().stream().map(ProcessFacts::key).collect(Collectors.toSet());
        return loads.at(Map.of(everywhere, processes)).getOrDefault(everywhere, Load.NONE);
    }

    private static Levels levels(
            ProcessFacts process,
            List<StepFacts> shown,
            BoardView view,
            Map<CallSite, Load> at,
            Map<CallSite, Spent> spent) {
        List<CallSite> sites = shown.stream()
                .map(step -> new CallSite(process.key(), step.id()))
                .toList();
        return new Levels(
                view.colour(),
                sites.stream().map(at::get).filter(Objects::nonNull).toList(),
                sites.stream().map(spent::get).filter(Objects::nonNull).toList());
    }

    private static StepRow row(
            String process,
            StepFacts step,
            BoardView view,
            Map<CallSite, Load> at,
            Map<CallSite, Spent> spent,
            Levels levels,
            Locale language) {
        CallSite site = new CallSite(process, step.id());
        Load load = at.getOrDefault(site, Load.NONE);
        String called = step.called();
        return new StepRow(
                step.id(),
                step.name().in(language),
                called != null,
                called == null ? "/board/steps/" + process + "/" + step.id() : view.address(called),
                load,
                spent.get(site),
                levels.of(load, spent.get(site)));
    }

    private static Map<String, Load> wholes(Map<CallSite, Load> at) {
        Map<String, Load> wholes = new HashMap<>();
        at.forEach((site, load) -> {
            if (site.step().equals(WHOLE)) {
                wholes.put(site.process(), load);
            }
        });
        return wholes;
    }

    /** Each process with what it calls, each call with what is inside, and everything together. */
    private Map<CallSite, Set<String>> places() {
        Map<CallSite, Set<String>> places = new LinkedHashMap<>();
        Set<String> all = new TreeSet<>();
        for (ProcessFacts process : catalog.processes()) {
            places.put(new CallSite(process.key(), WHOLE), inside(process.key(), new TreeSet<>()));
            for (StepFacts call : process.calls()) {
                if (call.called() != null) {
                    places.put(new CallSite(process.key(), call.id()), inside(call.called(), new TreeSet<>()));
                }
            }
            all.add(process.key());
        }
        places.put(new CallSite(WHOLE, WHOLE), all);
        return places;
    }

    private Set<String> inside(String key, Set<String> found) {
        if (found.add(key)) {
            catalog.process(key).stream()
                    .flatMap(process -> process.calls().stream())
                    .map(StepFacts::called)
                    .filter(Objects::nonNull)
                    .forEach(called -> inside(called, found));
        }
        return found;
    }
}
