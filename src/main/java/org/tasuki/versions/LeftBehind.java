package org.tasuki.versions;

import java.util.List;
import org.tasuki.engine.ProcessSource;
import org.tasuki.terms.Text;

/**
 * What is told of a process elsewhere, and would no longer fit it: whoever tells something looks at a version before it is put to work.
 * It forbids nothing: an office may need the version tomorrow, and a training text can be written the day after.
 */
public interface LeftBehind {

    /**
     * In the order in which it is to be read; nothing, where all of it fits or the version cannot be read.
     *
     * @param process the key of the process
     */
    List<Left> by(String process, ProcessSource version);

    /**
     * Something that does not fit.
     *
     * @param kind the end of the message that says what it is: way, text, question
     * @param name what it is called
     * @param step the id of the step where it does not fit
     * @param stepName as the step is called, or was
     * @param said why it does not fit
     */
    record Left(String kind, Text name, String step, Text stepName, Text said) {}
}
