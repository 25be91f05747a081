package org.tasuki.forms;

import java.util.List;

/**
 * Why a form was not accepted. It never repeats what was typed.
 *
 * @param path the field, as {@code childName} or {@code siblings[0].name}; empty for the form as a whole
 * @param message the key of a message
 * @param args the message's arguments: limits and counts
 */
public record Problem(String path, String message, List<Object> args) {

    /** Lets a core module refuse an answer that is well-formed but wrong in its own eyes. */
    public static Problem at(String path, String message, Object... args) {
        return new Problem(path, message, List.of(args));
    }
}
