package org.tasuki.retention;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Text;

/**
 * One version of a rule, as {@code processes/retention.yaml} says it.
 *
 * @param years the age, or the years after closing; null when kept for ever
 * @param least never sooner than these years after closing
 * @param answered any of these answers stands in the case; empty: the rule is for all
 * @param source the law behind it, or that it is an office default
 */
public record RetentionRule(
        String id,
        Text label,
        String keeps,
        @Nullable Integer years,
        int least,
        List<Answered> answered,
        Text source,
        String mark,
        LocalDate effectiveFrom) {

    private static final String FOR_EVER = "for-ever";
    private static final Set<String> KEEPS = Set.of(FOR_EVER, "until-age", "years-after-closing");

    /** An answer to a form that the rule asks for. */
    public record Answered(String form, String field, @JsonProperty("in") List<String> values) {}

    /** @throws IllegalArgumentException saying what is wrong with the rule, and how to put it right */
    public RetentionRule {
        answered = Objects.requireNonNullElse(answered, List.of());
        if (!KEEPS.contains(keeps)) {
            throw new IllegalArgumentException("retention.yaml, rule " + id + ": \"keeps\" is one of " + KEEPS);
        }
        if (keeps.equals(FOR_EVER) != (years == null) || years != null && years < 1 || least < 0) {
            throw new IllegalArgumentException(
                    "retention.yaml, rule " + id + ": give \"years\" of 1 or more, unless it keeps for ever");
        }
    }
}
