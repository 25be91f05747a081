package org.tasuki.training.paper;

import java.util.List;
import org.tasuki.engine.ProcessFacts;

/** A letter for each process, in the order in which they are told. */
record Signs(List<String> processes) {

    private static final int LETTERS = 26;

    static Signs of(List<ProcessFacts> processes) {
        return new Signs(processes.stream().map(ProcessFacts::key).toList());
    }

    /** A to Z, then A2 to Z2. */
    String of(String process) {
        int at = processes.indexOf(process);
        String letter = Character.toString('A' + at % LETTERS);
        return at < LETTERS ? letter : letter + (at / LETTERS + 1);
    }

    boolean knows(String process) {
        return processes.contains(process);
    }
}
