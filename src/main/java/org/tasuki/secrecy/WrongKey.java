package org.tasuki.secrecy;

/** The key outside the database is not the one that this database's keys were sealed under. */
public final class WrongKey extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongKey(Throwable cause) {
        super("the secret key does not fit this database", cause);
    }
}
