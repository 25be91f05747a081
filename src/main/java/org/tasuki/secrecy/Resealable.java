package org.tasuki.secrecy;

/** A table of sealed words, which goes along when keys are rotated. */
public interface Resealable {

    /** @param unreadable what no key opens; it stays as it is */
    record Done(int sealed, int unreadable) {}

    /** Seals under the newest key what older keys sealed, as far as the actor may see it. Called in a transaction. */
    Done reseal();
}
