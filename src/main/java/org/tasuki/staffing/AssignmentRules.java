package org.tasuki.staffing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.tasuki.people.Role;
import org.tasuki.terms.Text;

/** How this office gives its tasks to people: {@code processes/assignment.yaml}, checked whole before it opens. */
@Component
public class AssignmentRules {

    /** How the tasks of a desk find somebody. */
    enum Way {
        PULL, // 手挙げ
        OFFICER, // 担当者
        SHARE; // 自動割当

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param share of the step's limit, in percent */
    record Unclaimed(int share, Duration atMost, List<Role> climbs) {}

    record Read(
            Map<Role, Way> ways,
            Set<Criterion> must,
            List<Criterion> prefer,
            Map<String, Set<String>> steps,
            Map<String, Text> skills,
            Map<String, Text> languages,
            int cases,
            Unclaimed unclaimed,
            int longAbsence) {}

    private final Read rules;

    AssignmentRules(@Value("${tasuki.assignment:classpath:processes/assignment.yaml}") Resource file) {
        rules = AssignmentFile.read(file);
    }

    Way way(Role role) {
        return rules.ways().getOrDefault(role, Way.PULL);
    }

    Set<Criterion> must() {
        return rules.must();
    }

    List<Criterion> prefer() {
        return rules.prefer();
    }

    Set<String> skillsFor(String step) {
        return rules.steps().getOrDefault(step, Set.of());
    }

    public Map<String, Text> skills() {
        return rules.skills();
    }

    public Map<String, Text> languages() {
        return rules.languages();
    }

    /** Open cases that an officer is planned to carry. */
    public int plannedCases() {
        return rules.cases();
    }

    public Duration longAbsence() {
        return Duration.ofDays(rules.longAbsence());
    }

    /** How long a task may lie unclaimed before the next desk hears of it. */
    public Duration unclaimed(Instant from, Instant due) {
        Duration share = Duration.between(from, due)
                .multipliedBy(rules.unclaimed().share())
                .dividedBy(100);
        if (share.isNegative()) {
            return Duration.ZERO;
        }
        return share.compareTo(rules.unclaimed().atMost()) > 0
                ? rules.unclaimed().atMost()
                : share;
    }

    /** Which desk hears of it after so many others; null when none is left. Nobody is told of what lies before them. */
    public @Nullable String climbsTo(String desk, int told) {
        return rules.unclaimed().climbs().stream()
                .map(Role::key)
                .filter(to -> !to.equals(desk))
                .skip(told)
                .findFirst()
                .orElse(null);
    }
}
