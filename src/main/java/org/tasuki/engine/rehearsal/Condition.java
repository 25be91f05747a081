package org.tasuki.engine.rehearsal;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an arrow asks: comparisons joined by && and ||, as the linter lets them stand. Anything else does not hold. */
final class Condition {

    /** What a form sets where nothing was answered. */
    private static final String NOTHING = "none";

    private static final Pattern WHOLE = Pattern.compile("\\$\\{(.*)\\}", Pattern.DOTALL);

    private static final Pattern COMPARISON = Pattern.compile("(\\w+)\\s*(==|!=)\\s*'([^']*)'");

    private Condition() {}

    static boolean holds(String condition, Map<String, String> variables) {
        Matcher whole = WHOLE.matcher(condition.strip());
        return whole.matches()
                && Arrays.stream(whole.group(1).split("\\|\\|"))
                        .anyMatch(part -> Arrays.stream(part.split("&&")).allMatch(term -> term(term, variables)));
    }

    private static boolean term(String term, Map<String, String> variables) {
        Matcher compared = COMPARISON.matcher(term.strip());
        if (!compared.matches()) {
            // On paper every hand-over was answered; whether one is open is known of a case alone.
            return term.strip().equals("handOvers.noneOpen(caseNumber)");
        }
        boolean same = variables.getOrDefault(compared.group(1), NOTHING).equals(compared.group(3));
        return same == compared.group(2).equals("==");
    }
}
