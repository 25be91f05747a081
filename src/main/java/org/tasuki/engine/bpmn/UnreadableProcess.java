package org.tasuki.engine.bpmn;

import org.tasuki.terms.Text;

/** A process file that is not even opened; the reason never repeats the file's own words. */
public class UnreadableProcess extends Exception {

    private final transient Text reason;

    UnreadableProcess(String ja, String en) {
        super(en);
        this.reason = new Text(ja, en);
    }

    public Text reason() {
        return reason;
    }
}
