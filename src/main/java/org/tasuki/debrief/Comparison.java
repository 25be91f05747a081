package org.tasuki.debrief;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The groups side by side: the steps of the ideal way in its order, then what was done beside it. */
public record Comparison(IdealWay way, List<Group> groups, List<Row> rows) {

    /**
     * A step, and what each group made of it.
     *
     * @param ideal null for what the ideal way does not come by
     * @param cells one a group, in their order
     */
    public record Row(Spot spot, @Nullable IdealStep ideal, List<Cell> cells) {

        /** Whether the groups decided differently, or some did it and others did not. */
        public boolean apart() {
            return cells.stream().map(Cell::made).distinct().count() > 1;
        }
    }

    /** @param doing null where the group did not come by */
    public record Cell(@Nullable Doing doing, boolean otherwise) {

        /** What of it tells groups apart. */
        private Optional<Map<String, String>> made() {
            return Optional.ofNullable(doing).filter(Doing::done).map(Doing::chosen);
        }
    }

    static Comparison of(IdealWay way, List<Group> groups) {
        Map<Spot, IdealStep> ideal = way.spots();
        List<Map<Spot, Doing>> spots = groups.stream().map(Group::spots).toList();
        List<Row> rows = new ArrayList<>();
        ideal.forEach((spot, step) -> rows.add(row(spot, step, spots)));
        beside(ideal.keySet(), spots).forEach(spot -> rows.add(row(spot, null, spots)));
        return new Comparison(way, groups, List.copyOf(rows));
    }

    private static Row row(Spot spot, @Nullable IdealStep ideal, List<Map<Spot, Doing>> spots) {
        return new Row(
                spot,
                ideal,
                spots.stream().map(done -> cell(ideal, done.get(spot))).toList());
    }

    private static Cell cell(@Nullable IdealStep ideal, @Nullable Doing doing) {
        boolean otherwise = ideal != null
                && doing != null
                && doing.done()
                && (ideal.silent() || Decisions.otherwise(ideal.chosen(), doing.chosen()));
        return new Cell(doing, otherwise);
    }

    /** As the first group came by. */
    private static Set<Spot> beside(Set<Spot> ideal, List<Map<Spot, Doing>> spots) {
        Map<Spot, Instant> first = new LinkedHashMap<>();
        spots.forEach(done -> done.forEach((spot, doing) -> {
            if (!ideal.contains(spot)) {
                first.merge(spot, doing.from(), (one, other) -> one.isBefore(other) ? one : other);
            }
        }));
        return first.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
