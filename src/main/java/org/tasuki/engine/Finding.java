package org.tasuki.engine;

import org.tasuki.terms.Text;

/**
 * Why a process file may not be deployed.
 *
 * @param file the file's name
 * @param element the id of the element to look at, or the file's key where the whole file is meant
 * @param message what is wrong, and what to do
 */
public record Finding(String file, String element, Text message) {

    @Override
    public String toString() {
        return "%s: %s: %s / %s".formatted(file, element, message.ja(), message.en());
    }
}
