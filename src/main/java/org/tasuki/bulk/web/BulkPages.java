package org.tasuki.bulk.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.tasuki.bulk.BulkRun;
import org.tasuki.bulk.BulkRuns;
import org.tasuki.bulk.Judge;
import org.tasuki.bulk.Order;
import org.tasuki.bulk.Why;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.Push;
import org.tasuki.people.Acting;
import org.tasuki.people.People;
import org.tasuki.people.Right;

/** Selections and runs as their templates draw them. */
@Component
@Transactional(readOnly = true)
class BulkPages {

    /** What a reader may not see any more is counted, and never named. */
    private static final String HIDDEN = "hidden";

    private final BulkRuns runs;
    private final Judge judge;
    private final StepWords words;
    private final Receivers receivers;
    private final People people;
    private final Acting acting;
    private final MessageSource texts;
    private final Clock clock;

    BulkPages(
            BulkRuns runs,
            Judge judge,
            StepWords words,
            Receivers receivers,
            People people,
            Acting acting,
            MessageSource texts,
            Clock clock) {
        this.runs = runs;
        this.judge = judge;
        this.words = words;
        this.receivers = receivers;
        this.people = people;
        this.acting = acting;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param why a key, of what is not done */
    record Row(
            String number,
            @Nullable String task,
            @Nullable String child,
            String step,
            @Nullable String holder,
            String state,
            @Nullable String why) {}

    record Count(String key, long tasks) {}

    /** @param key whether tasks are given to them or taken from them */
    record Told(String name, String key, long tasks) {}

    record Preview(long able, List<Count> hindered, List<Told> told, List<Row> ableRows, List<Row> hinderedRows) {}

    record Summary(UUID id, String what, String state, int size, Instant at) {}

    public void list(Locale language, Model model) {
        model.addAttribute(
                "runs",
                runs.begun().stream()
                        .map(run -> new Summary(
                                run.id(),
                                what(run, language),
                                run.state().key(),
                                run.size(),
                                Objects.requireNonNull(run.begunAt())))
                        .toList());
        model.addAttribute("now", clock.instant());
    }

    /** @param order null while none is chosen, or with something that lacks */
    public void choose(BulkRun run, OrderSheet sheet, @Nullable Order order, Locale language, Model model) {
        boolean gives = acting.may(Right.ASSIGN_TASK);
        List<BulkRun.Row> rows = runs.rows(run.id());
        model.addAttribute("id", run.id());
        model.addAttribute("size", rows.size());
        model.addAttribute("hidden", run.size() - rows.size());
        model.addAttribute("sheet", sheet);
        model.addAttribute(
                "acts",
                Arrays.stream(Order.Act.values())
                        .filter(act -> gives || act == Order.Act.BACK || act == Order.Act.PRINT)
                        .map(Order.Act::key)
                        .toList());
        model.addAttribute("people", gives ? receivers.all(language) : List.of());
        model.addAttribute(
                "reasons",
                gives
                        ? Arrays.stream(Push.Reason.values())
                                .map(Push.Reason::key)
                                .toList()
                        : List.of());
        model.addAttribute("preview", order == null ? null : preview(order, rows, language));
        model.addAttribute("what", order == null ? null : what(order, language));
    }

    private Preview preview(Order order, List<BulkRun.Row> rows, Locale language) {
        Judge.Verdict verdict =
                judge.on(order, rows.stream().map(BulkRun.Row::taskId).toList());
        List<Row> drawn = rows.stream().map(row -> row(row, verdict, language)).toList();
        List<Row> able = drawn.stream().filter(row -> row.why() == null).toList();
        return new Preview(
                able.size(),
                counts(verdict.hindered().values().stream().map(Why::key).toList()),
                told(order, verdict, language),
                able,
                drawn.stream().filter(row -> row.why() != null).toList());
    }

    private Row row(BulkRun.Row row, Judge.Verdict verdict, Locale language) {
        InboxItem item = verdict.items().get(row.taskId());
        Why why = verdict.hindered().get(row.taskId());
        return new Row(
                row.number().value(),
                item == null ? null : row.taskId(),
                item == null ? null : item.childName(),
                step(row, language),
                item == null || item.assignee() == null
                        ? null
                        : people.name(item.assignee()).in(language),
                "waiting",
                why == null ? null : why.key());
    }

    /** As the notices will say it: nobody is told of what they did themselves. */
    private List<Told> told(Order order, Judge.Verdict verdict, Locale language) {
        if (order.act() != Order.Act.GIVE && order.act() != Order.Act.BACK) {
            return List.of();
        }
        String me = acting.current().account();
        List<InboxItem> able = verdict.items().values().stream()
                .filter(item -> !verdict.hindered().containsKey(item.taskId()))
                .toList();
        Map<String, Long> taken = able.stream()
                .map(InboxItem::assignee)
                .filter(Objects::nonNull)
                .filter(Predicate.not(me::equals))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        List<Told> told = taken.entrySet().stream()
                .map(one -> new Told(people.name(one.getKey()).in(language), "taken", one.getValue()))
                .collect(Collectors.toList());
        String person = order.person();
        if (person != null && !person.equals(me) && !able.isEmpty()) {
            told.add(0, new Told(people.name(person).in(language), "given", able.size()));
        }
        return told;
    }

    public void run(BulkRun run, Locale language, Model model) {
        List<Row> rows = runs.rows(run.id()).stream()
                .map(row -> new Row(
                        row.number().value(),
                        row.taskId(),
                        null,
                        step(row, language),
                        null,
                        row.state().name().toLowerCase(Locale.ROOT),
                        row.why()))
                .toList();
        long hidden = run.size() - rows.size();
        long settled =
                rows.stream().filter(row -> !row.state().equals("waiting")).count();
        model.addAttribute("id", run.id());
        model.addAttribute("what", what(run, language));
        model.addAttribute("state", run.state().key());
        model.addAttribute("print", Objects.requireNonNull(run.order()).act() == Order.Act.PRINT);
        model.addAttribute("size", run.size());
        model.addAttribute("settled", run.state() == BulkRun.State.DONE ? run.size() : settled);
        model.addAttribute(
                "done", rows.stream().filter(row -> row.state().equals("done")).count());
        model.addAttribute("refused", counts(refusals(rows, hidden)));
        model.addAttribute("rows", rows);
        model.addAttribute("sheetsMost", BulkPaper.SHEETS_MOST);
        model.addAttribute("begun", run.begunAt());
        model.addAttribute("ended", run.endedAt());
        model.addAttribute("now", clock.instant());
    }

    private static List<String> refusals(List<Row> rows, long hidden) {
        List<String> why = rows.stream().map(Row::why).filter(Objects::nonNull).collect(Collectors.toList());
        for (long one = 0; one < hidden; one++) {
            why.add(HIDDEN);
        }
        return why;
    }

    private static List<Count> counts(List<String> keys) {
        return keys.stream()
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(one -> new Count(one.getKey(), one.getValue()))
                .toList();
    }

    private String step(BulkRun.Row row, Locale language) {
        return words.step(row.process(), row.step()).in(language);
    }

    private String what(BulkRun run, Locale language) {
        return what(Objects.requireNonNull(run.order()), language);
    }

    private String what(Order order, Locale language) {
        String person = order.person();
        return text(
                "bulk.what." + order.act().key(),
                language,
                person == null ? "" : people.name(person).in(language),
                order.reason() == null ? "" : text("inbox.push.reason." + order.reason(), language));
    }

    private String text(String key, Locale language, Object... values) {
        return Objects.requireNonNull(texts.getMessage(key, values, language));
    }
}
