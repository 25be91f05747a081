package org.tasuki.engine;

/** A step of a process, by their ids. */
public record StepPlace(String process, String step) {

    @Override
    public String toString() {
        return process + "/" + step;
    }
}
