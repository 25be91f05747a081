package org.tasuki.engine;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/**
 * Why the engine could not do something, as far as the kind of failure tells. The words of an exception may hold anything, and
 * are never shown: only the names of its classes are looked at.
 */
public enum IncidentCause {
    /** The database was away, or answered too late. */
    AWAY(
            "CannotGetJdbcConnection|DataAccessResourceFailure|CannotCreateTransaction|SQLTransientConnection|ConnectException"),
    /** Two things wanted the same at once. */
    BUSY("OptimisticLocking|CannotAcquireLock|PessimisticLocking|Deadlock|QueryTimeout|ConcurrencyFailure"),
    /** A time limit could not be counted or moved. */
    LIMIT("org\\.tasuki\\.deadlines\\.|DateTimeException"),
    /** The process file asks for something that is not there. */
    FILE("PropertyNotFound|MethodNotFound|ELException|FlowableObjectNotFound"),
    /** The database did not take what was to be written. */
    WRITING("org\\.springframework\\.dao\\.|PSQLException|PersistenceException|java\\.sql\\."),
    OTHER("");

    /** An exception's name begins the text, or a line after "Caused by:". */
    private static final Pattern NAMES = Pattern.compile("^(?:Caused by: )?([\\w.$]+)(?=:|\\s*$)", Pattern.MULTILINE);

    private final Pattern known;

    IncidentCause(String known) {
        this.known = Pattern.compile(known);
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param trace as the engine keeps it; null where it kept nothing */
    static IncidentCause of(@Nullable String trace) {
        String names = trace == null
                ? ""
                : NAMES.matcher(trace).results().map(name -> name.group(1)).reduce("", (all, one) -> all + ' ' + one);
        for (IncidentCause cause : values()) {
            if (cause.known.matcher(names).find()) {
                return cause;
            }
        }
        return OTHER;
    }

    /** Of a failure that has just been met. */
    public static IncidentCause of(Throwable failure) {
        StringBuilder names = new StringBuilder();
        for (Throwable one = failure; one != null && names.length() < 5_000; one = before(one)) {
            names.append(one.getClass().getName()).append('\n');
        }
        return of(names.toString());
    }

    /** Whether the database was lost in the middle: nothing was tried to its end, and whoever had it in hands leaves it as it was. */
    public static boolean isAway(Throwable failure) {
        return of(failure) == AWAY;
    }

    /** A connection that broke in the middle of work cannot even be rolled back; what broke it is kept beside that failure. */
    private static @Nullable Throwable before(Throwable failure) {
        Throwable work =
                failure instanceof TransactionSystemException unfinished ? unfinished.getApplicationException() : null;
        return work == null ? failure.getCause() : work;
    }
}
