package org.tasuki.engine.rehearsal;

import java.util.List;
import org.tasuki.engine.bpmn.FlowNode;

/** One of the places at which a process stands; two at the same node are two. Of a call it holds what was called. */
public final class Token {

    private final FlowNode at;
    private final List<Run> called;

    Token(FlowNode at) {
        this(at, List.of());
    }

    Token(FlowNode at, List<Run> called) {
        this.at = at;
        this.called = called;
    }

    FlowNode at() {
        return at;
    }

    List<Run> called() {
        return called;
    }
}
