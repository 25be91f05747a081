package org.tasuki.deadlines;

/** How firm a rule's source is. M and O are defaults that an office may change. */
public enum Mark {
    /** A cited law, ministry or court text. */
    H,
    /** A secondary source, or the practice of one place. */
    M,
    /** Unverified practice. */
    O
}
