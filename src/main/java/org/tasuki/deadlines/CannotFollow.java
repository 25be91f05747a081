package org.tasuki.deadlines;

/** A deadline could not be counted anew, or its timer not be moved. Says which rule, at which step, and what is in the way; no case. */
public final class CannotFollow extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    CannotFollow(String rule, String step, RuntimeException cause) {
        super("rule %s at %s: %s".formatted(rule, step, why(cause)), cause);
    }

    /** What the house itself says names no person; of what others throw nobody knows, and so it is not repeated. */
    private static String why(RuntimeException cause) {
        StackTraceElement[] from = cause.getStackTrace();
        boolean ours = from.length > 0 && from[0].getClassName().startsWith("org.tasuki.");
        return ours ? String.valueOf(cause.getMessage()) : cause.getClass().getName();
    }
}
