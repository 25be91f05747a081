package org.tasuki.deadlines;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The time limits that {@code processes/deadlines.yaml} states, in all their versions. */
@Component
public final class DeadlineRules {

    private final Map<String, List<DeadlineRule>> versions;

    /** @throws FaultyRule when the file cannot be used */
    @Autowired
    DeadlineRules(@Value("${tasuki.deadlines.rules:classpath:processes/deadlines.yaml}") Resource file) {
        this(read(file));
    }

    /** Those that are shipped. @throws FaultyRule when the file on the class path cannot be used */
    public DeadlineRules() {
        this(read(new ClassPathResource("processes/deadlines.yaml")));
    }

    private DeadlineRules(List<DeadlineRule> rules) {
        versions = rules.stream().collect(groupingBy(DeadlineRule::id, LinkedHashMap::new, toList()));
        versions.replaceAll((id, unsorted) ->
                unsorted.stream().sorted(comparing(DeadlineRule::effectiveFrom)).toList());
        versions.values().forEach(DeadlineRules::refuseTwoOnOneDay);
    }

    /** Reads rules from elsewhere; the stream stays open. @throws FaultyRule when they cannot be used */
    public static DeadlineRules read(InputStream yaml) {
        return new DeadlineRules(RuleFile.read(yaml));
    }

    private static List<DeadlineRule> read(Resource file) {
        try (InputStream yaml = file.getInputStream()) {
            return RuleFile.read(yaml);
        } catch (IOException cause) {
            throw new UncheckedIOException("the rules of time limits cannot be read: " + file.getDescription(), cause);
        }
    }

    private static void refuseTwoOnOneDay(List<DeadlineRule> sorted) {
        for (int later = 1; later < sorted.size(); later++) {
            DeadlineRule rule = sorted.get(later);
            if (rule.effectiveFrom().equals(sorted.get(later - 1).effectiveFrom())) {
                throw new FaultyRule(
                        rule.id(),
                        "two versions are effective from " + rule.effectiveFrom() + "; give one of them another day");
            }
        }
    }

    public boolean knows(String id) {
        return versions.containsKey(id);
    }

    /** The ids of those that count from one of these facts, or take their date from it, in any version. */
    List<String> countingFrom(Set<String> facts) {
        return all().stream()
                .filter(rule -> facts.contains(rule.starts())
                        || rule.limit() instanceof GivenDate date && facts.contains(date.fact()))
                .map(DeadlineRule::id)
                .distinct()
                .toList();
    }

    /**
     * The version in effect on a day.
     *
     * @throws NoSuchElementException when no rule has the id, or none was in effect yet
     */
    public DeadlineRule rule(String id, LocalDate on) {
        List<DeadlineRule> known = versions.getOrDefault(id, List.of());
        return known.stream()
                .filter(rule -> !rule.effectiveFrom().isAfter(on))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new NoSuchElementException(
                        known.isEmpty()
                                ? "deadlines.yaml has no rule " + id
                                : "rule %s is not in effect on %s; its first version is of %s"
                                        .formatted(id, on, known.get(0).effectiveFrom())));
    }

    /**
     * The version that a deadline began under. Should the file have lost it, the one in effect then stands in, or else the
     * first that there is: a deadline that runs is never without its rule.
     *
     * @throws NoSuchElementException when no rule has the id
     */
    public DeadlineRule kept(String id, LocalDate version) {
        List<DeadlineRule> known = versions.getOrDefault(id, List.of());
        return known.isEmpty() || !known.get(0).effectiveFrom().isAfter(version) ? rule(id, version) : known.get(0);
    }

    /** Every version of every rule: the rules in the order of the file, the versions of each in order of time. */
    public List<DeadlineRule> all() {
        return versions.values().stream().flatMap(List::stream).toList();
    }
}
