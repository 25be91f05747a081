package org.tasuki.engine.lint;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The few expressions that a process may contain, letter by letter; anything else never reaches the engine. */
final class Doors {

    /** What the engine itself gives each case; routing values come from forms. */
    static final Set<String> VARIABLES =
            Set.of("caseNumber", "center", "services", "handOver", "policeHandOver", "agency", "closing", "reviewer");

    /** Of these, what a process may set; the case's number and center stay what they are. */
    static final Set<String> SETTABLE = Set.of("handOver", "agency");

    private static final int LONGEST = 400;

    private static final String TERM =
            "(?:[a-z][A-Za-z0-9]*\\s*(?:==|!=)\\s*'[A-Za-z0-9_-]+'" + "|handOvers\\.noneOpen\\(caseNumber\\))";

    private static final Pattern CONDITION =
            Pattern.compile("\\$\\{\\s*" + TERM + "(?:\\s*(?:&&|\\|\\|)\\s*" + TERM + ")*\\s*\\}");

    private static final Pattern COMPARED = Pattern.compile("([a-z][A-Za-z0-9]*)\\s*(?:==|!=)");

    private static final Pattern CALL = Pattern.compile("\\$\\{handOvers\\.(?:send|silent)\\(handOver\\)\\}");

    private Doors() {}

    static boolean isCondition(String text) {
        return text.length() <= LONGEST && CONDITION.matcher(text).matches();
    }

    static boolean isCall(String text) {
        return CALL.matcher(text).matches();
    }

    /** The variables that a condition compares. */
    static Stream<String> variables(String condition) {
        return COMPARED.matcher(condition).results().map(found -> found.group(1));
    }

    /** Whether the engine would evaluate something in this text. */
    static boolean looksEvaluated(String text) {
        return text.contains("${") || text.contains("#{");
    }
}
