package org.tasuki.training.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tasuki.deadlines.DeadlineRule;
import org.tasuki.deadlines.DeadlineRules;
import org.tasuki.engine.NextStep;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.ProcessFacts;
import org.tasuki.engine.StepFacts;
import org.tasuki.engine.StepLimit;
import org.tasuki.terms.Japan;
import org.tasuki.terms.Text;
import org.tasuki.training.ProcessStories;
import org.tasuki.training.paper.Booklet.Limit;
import org.tasuki.training.paper.Booklet.Next;
import org.tasuki.training.paper.Booklet.Step;
import org.tasuki.training.paper.Booklet.Told;

/** The steps of a booklet: what the process file, the rule of the limit, the form and the story say of each. */
@Component
class BookletSteps {

    private final ProcessCatalog catalog;
    private final ProcessStories stories;
    private final DeadlineRules rules;
    private final FormsOnPaper forms;
    private final Clock clock;

    BookletSteps(ProcessCatalog catalog, ProcessStories stories, DeadlineRules rules, FormsOnPaper forms, Clock clock) {
        this.catalog = catalog;
        this.stories = stories;
        this.rules = rules;
        this.forms = forms;
        this.clock = clock;
    }

    /** What all steps of a booklet share. */
    private record For(ProcessFacts process, Map<String, Integer> numbers, Locale language) {

        String in(Text text) {
            return text.in(language);
        }

        List<Next> next(List<NextStep> steps) {
            return steps.stream()
                    .map(step -> new Next(in(step.when()), numbers.get(step.step()), in(step.name())))
                    .toList();
        }

        List<String> names(List<String> ids) {
            return ids.stream()
                    .flatMap(id -> process.step(id).stream())
                    .map(step -> in(step.name()))
                    .toList();
        }
    }

    List<Step> of(ProcessFacts process, Map<String, Integer> numbers, Locale language) {
        For reader = new For(process, numbers, language);
        return process.steps().stream()
                .filter(step -> numbers.containsKey(step.id()))
                .map(step -> step(step, reader))
                .toList();
    }

    private Step step(StepFacts step, For reader) {
        return new Step(
                step.id(),
                reader.numbers().getOrDefault(step.id(), 0),
                step.kind().name().toLowerCase(Locale.ROOT),
                reader.in(step.name()),
                step.roles(),
                reader.in(step.documentation()),
                told(step, reader),
                step.formKey() == null ? null : forms.of(step.formKey(), reader.language()),
                step.limit() == null ? null : limit(step.limit(), reader),
                reader.next(step.next()),
                reader.names(step.sendBackTo()),
                reader.names(step.notBy()),
                step.called() == null ? null : called(step.called(), reader));
    }

    private Told told(StepFacts step, For reader) {
        return stories.of(reader.process().key())
                .flatMap(story -> story.step(step.id()))
                .map(story -> new Told(
                        reader.in(story.story()),
                        story.wrong().stream().map(reader::in).toList(),
                        reader.in(story.passesOn())))
                .orElse(Told.NOTHING);
    }

    private Limit limit(StepLimit limit, For reader) {
        Optional<DeadlineRule> rule = rule(limit.rule());
        return new Limit(
                reader.in(limit.label()),
                rule.map(found -> reader.in(found.label())).orElse(""),
                rule.map(found -> reader.in(found.source())).orElse(""),
                limit.ends(),
                reader.next(limit.then()),
                rule.map(DeadlineRule::ladder).orElse(List.of()));
    }

    private Optional<DeadlineRule> rule(String key) {
        return rules.knows(key)
                ? Optional.of(rules.rule(key, LocalDate.ofInstant(clock.instant(), Japan.ZONE)))
                : Optional.empty();
    }

    private String called(String process, For reader) {
        return catalog.process(process).map(found -> reader.in(found.name())).orElse(process);
    }
}
