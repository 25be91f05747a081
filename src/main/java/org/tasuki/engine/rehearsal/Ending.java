package org.tasuki.engine.rehearsal;

import org.tasuki.engine.bpmn.FlowNode;

/** What an end takes with it: nothing, all that stands in its part, or the part itself, by the way of an error. */
final class Ending {

    private final Run run;

    Ending(Run run) {
        this.run = run;
    }

    void at(FlowNode end) {
        boolean terminates = end.has("terminateEventDefinition");
        if (!run.graph().contains(end.scope())) {
            if (terminates) {
                run.tokens().clear();
            }
            return;
        }
        FlowNode part = run.graph().node(end.scope());
        if (terminates) {
            clear(part);
        } else if (end.has("errorEventDefinition")) {
            clear(part);
            run.tokens().removeIf(token -> token.at().equals(part));
            run.graph().boundaryEvents(part).stream()
                    .filter(event -> event.has("errorEventDefinition"))
                    .forEach(run::leave);
        }
    }

    private void clear(FlowNode part) {
        run.tokens().removeIf(token -> within(token.at(), part));
    }

    boolean within(FlowNode node, FlowNode part) {
        return node.scope().equals(part.id())
                || run.graph().contains(node.scope()) && within(run.graph().node(node.scope()), part);
    }
}
