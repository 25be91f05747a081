package org.tasuki.courses;

import java.time.Duration;
import org.tasuki.terms.Text;

/**
 * A piece of a course, done in one go.
 *
 * @param key its own in the course; progress refers to it
 * @param refers what it is about: a text's key, a process ({@link Kind#WALKTHROUGH}, {@link Kind#QUESTIONS}), a scenario ({@link Kind#PRACTICE})
 * @param takes how long it takes, roughly
 */
public record Unit(String key, Kind kind, Text name, String refers, Duration takes) {

    public enum Kind {
        TEXT,
        WALKTHROUGH,
        QUESTIONS,
        PRACTICE
    }
}
