package org.tasuki.web;

import java.io.Serializable;
import java.util.List;

/**
 * A sentence that a page says once, above its content, after something was done. Put it as flash attribute
 * {@code notice}; it is a key and not a text, because the language may change before it is read.
 */
public record Notice(Tone tone, String key, List<String> values) implements Serializable {

    public enum Tone {
        DONE,
        CAUTION
    }

    public static Notice done(String key, String... values) {
        return new Notice(Tone.DONE, key, List.of(values));
    }

    public static Notice caution(String key, String... values) {
        return new Notice(Tone.CAUTION, key, List.of(values));
    }
}
