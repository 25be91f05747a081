package org.tasuki.operations.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.engine.Incident;
import org.tasuki.engine.NextStep;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.StepFacts;
import org.tasuki.engine.StepKind;
import org.tasuki.engine.StepLimit;
import org.tasuki.operations.Trouble;

/** Says what failed as somebody at a desk would. */
@Component
class TroubleTable {

    private final ProcessCatalog catalog;
    private final StepWords words;
    private final MessageSource texts;

    TroubleTable(ProcessCatalog catalog, StepWords words, MessageSource texts) {
        this.catalog = catalog;
        this.words = words;
        this.texts = texts;
    }

    /**
     * A row of templates/operations/list.html.
     *
     * @param since when it should have happened, on the case's clock; null when nobody can say
     * @param left how often the engine tries by itself yet; none when it has given up
     */
    record Row(
            String job,
            String number,
            String step,
            String todo,
            @Nullable Instant since,
            Instant now,
            boolean given,
            int left,
            String cause,
            String otherwise) {}

    /** Several of one cause, which one press tries again. */
    record Cause(String key, int count) {}

    List<Row> rows(List<Trouble> troubles, Locale language) {
        return troubles.stream().map(one -> row(one, language)).toList();
    }

    List<Cause> causes(List<Trouble> troubles) {
        Map<String, Integer> counted = new TreeMap<>();
        troubles.forEach(one -> counted.merge(one.cause(), 1, Integer::sum));
        return counted.entrySet().stream()
                .filter(one -> one.getValue() > 1)
                .map(one -> new Cause(one.getKey(), one.getValue()))
                .toList();
    }

    private Row row(Trouble trouble, Locale language) {
        Incident incident = trouble.incident();
        Optional<StepFacts> owner = owner(incident.process(), incident.element());
        StepLimit limit = owner.flatMap(StepFacts::timeLimit).orElse(null);
        return new Row(
                incident.job(),
                incident.number().value(),
                step(incident.process(), incident.element(), language),
                todo(incident, limit, language),
                trouble.due(),
                trouble.now(),
                incident.given(),
                incident.given() ? 0 : incident.left(),
                incident.cause().key(),
                otherwise(incident, limit, language));
    }

    String step(String process, String element, Locale language) {
        return owner(process, element)
                .map(StepFacts::name)
                .orElseGet(() -> words.step(process, element))
                .in(language);
    }

    /** The task at whose edge the timer is drawn. */
    private Optional<StepFacts> owner(String process, String element) {
        return catalog.process(process).stream()
                .flatMap(facts -> facts.tasks().stream())
                .filter(task -> task.timeLimit()
                        .filter(limit -> limit.timer().equals(element))
                        .isPresent())
                .findFirst();
    }

    private String todo(Incident incident, @Nullable StepLimit limit, Locale language) {
        return limit == null
                ? say(incident.timer() ? "operations.todo.timer" : "operations.todo.step", language)
                : say("operations.todo.limit", language, limit.label().in(language));
    }

    private String otherwise(Incident incident, @Nullable StepLimit limit, Locale language) {
        if (!incident.given()) {
            return say("operations.otherwise.again", language, incident.left());
        }
        if (limit == null) {
            return say("operations.otherwise.stands", language);
        }
        String then = String.join(
                say("operations.and", language),
                limit.then().stream()
                        .filter(next -> isWork(incident.process(), next))
                        .map(NextStep::name)
                        .map(name -> name.in(language))
                        .filter(name -> !name.isEmpty())
                        .toList());
        if (then.isEmpty()) {
            return say("operations.otherwise.list", language);
        }
        return say(limit.ends() ? "operations.otherwise.stays" : "operations.otherwise.unborn", language, then);
    }

    /** An end of a way is drawn only to show whom the ladder tells. */
    private boolean isWork(String process, NextStep next) {
        return catalog.step(process, next.step())
                .filter(step -> step.kind() != StepKind.END)
                .isPresent();
    }

    private String say(String key, Locale language, Object... values) {
        return texts.getMessage(key, values, language);
    }
}
