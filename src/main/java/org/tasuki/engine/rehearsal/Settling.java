package org.tasuki.engine.rehearsal;

import java.util.List;
import org.tasuki.engine.bpmn.FlowNode;

/** After an answer: joins at which all have arrived let go, parts and calls in which nothing is left are over. */
final class Settling {

    private final Run run;

    private Settling(Run run) {
        this.run = run;
    }

    static void of(Run run) {
        Settling settling = new Settling(run);
        while (settling.once()) {
            run.stage().moves();
        }
    }

    private boolean once() {
        for (Token token : List.copyOf(run.tokens())) {
            token.called().forEach(Settling::of);
        }
        // A join that waits for whatever may still come is looked at last.
        return List.copyOf(run.tokens()).stream().anyMatch(this::done)
                || List.copyOf(run.tokens()).stream()
                        .filter(token -> token.at().is("inclusiveGateway"))
                        .anyMatch(this::nothingElseComes);
    }

    private boolean done(Token token) {
        return switch (token.at().kind()) {
            case "parallelGateway" -> allArrived(token.at());
            case "callActivity" -> token.called().stream().allMatch(Run::isOver) && returned(token);
            case "subProcess" -> isEmpty(token.at()) && let(token);
            default -> false;
        };
    }

    private boolean allArrived(FlowNode join) {
        List<Token> here =
                run.tokens().stream().filter(token -> token.at().equals(join)).toList();
        int ways = Math.max(1, run.graph().predecessors(join).size());
        if (here.size() < ways) {
            return false;
        }
        here.subList(0, ways).forEach(run.tokens()::remove);
        run.leave(join);
        return true;
    }

    private boolean nothingElseComes(Token waiting) {
        FlowNode join = waiting.at();
        boolean comes = run.tokens().stream()
                .map(Token::at)
                .filter(at -> !at.equals(join))
                .anyMatch(at -> run.graph().reachable(List.of(at)).contains(join));
        if (!comes) {
            run.tokens().removeIf(token -> token.at().equals(join));
            run.leave(join);
        }
        return !comes;
    }

    private boolean returned(Token call) {
        call.called().forEach(called -> call.at().mappings("flowable:out").forEach(out -> run.variables()
                .put(out.getAttribute("target"), called.variables().getOrDefault(out.getAttribute("source"), "none"))));
        return let(call);
    }

    private boolean isEmpty(FlowNode part) {
        return run.tokens().stream().noneMatch(token -> new Ending(run).within(token.at(), part));
    }

    private boolean let(Token token) {
        run.tokens().remove(token);
        run.leave(token.at());
        return true;
    }
}
