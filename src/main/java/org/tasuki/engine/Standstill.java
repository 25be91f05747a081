package org.tasuki.engine;

import java.util.Locale;

/** Why a case stays with its version: the element where it stands, and what is the matter there. */
public record Standstill(String element, Why why) {

    public enum Why {
        /** The case has come to its end meanwhile. */
        GONE,
        /** The step is not in the other version, and nothing was named in its place. */
        LOST,
        /** What stands there is something else: a task, a call, a branching. */
        KIND,
        /** The step lies in another part of the process. */
        SCOPE,
        /** The task would belong to another desk. */
        DESK,
        /** The call leads into another process. */
        CALL,
        /** Several branches run, and the other version joins them otherwise: the case would wait for ever. */
        JOIN,
        /** The time limit goes away, but somebody has stopped it or agreed on another end. */
        DECIDED,
        /** A timer is going off, or has failed. */
        BUSY,
        /** It waits where this cannot be done: for a message, say. */
        WAIT,
        /** New cases begin by a newer version meanwhile, and nobody is moved to an older one. */
        NEWER;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
