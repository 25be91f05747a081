package org.tasuki.engine.paths;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.tasuki.board.AnsweringAgencies;
import org.tasuki.board.Load;
import org.tasuki.board.Loads;
import org.tasuki.board.Protections;
import org.tasuki.board.Reviews;
import org.tasuki.board.Spent;
import org.tasuki.board.StepTimes;
import org.tasuki.board.Waiting;
import org.tasuki.engine.CallSite;
import org.tasuki.inbox.InboxItem;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.Japan;

/**
 * Each number of the board once more, slowly and in another way: from the engine's own tasks and the raw rows, in Java. The board
 * counts in the inbox's table, which is not looked at here.
 */
@TestComponent
record BoardRecount(
        Loads loads,
        Waiting waiting,
        Protections protections,
        AnsweringAgencies agencies,
        Reviews reviews,
        StepTimes times,
        Acting acting,
        StoryOffice office,
        TestDatabase database) {

    private static final Set<String> NO_STAY = Set.of("protectionDecision", "protectionNotice", "sharePoliceReturn");

    private record Task(String id, String number, CallSite site, Instant due, @Nullable String handOver) {}

    private record Sent(String agency, String id, String state, @Nullable Instant sent, @Nullable Instant answered) {}

    private record Answer(CallSite site, @Nullable Instant born, Instant at) {

        double took() {
            return ChronoUnit.MICROS.between(born, at) / 1e6;
        }
    }

    /** @param now of the office's clock, which all cases of the simulation follow */
    void agree(Instant now) {
        List<Task> tasks = tasks();
        String day = now.toString();
        assertThat(board(() -> loads.at(Map.of()))).as("%s: loads", day).isEqualTo(loads(tasks, now));
        CallSite whole = new CallSite("everything", "");
        Set<String> processes =
                tasks.stream().map(task -> task.site().process()).collect(toSet());
        assertThat(board(() -> loads.at(Map.of(whole, processes))).getOrDefault(whole, Load.NONE))
                .as("%s: great numbers", day)
                .isEqualTo(load(tasks, now));
        assertThat(board(() -> waiting.next(10_000)))
                .as("%s: the next 48 hours", day)
                .extracting(InboxItem::taskId)
                .containsExactlyInAnyOrderElementsOf(tasks.stream()
                        .filter(task -> !task.due().isAfter(now.plus(Duration.ofHours(48))))
                        .map(Task::id)
                        .toList());
        assertThat(board(protections::now).stream().collect(toMap(Protections.Stay::number, stay -> stay)))
                .as("%s: stays", day)
                .isEqualTo(stays(tasks, now));
        assertThat(board(agencies::byAgency).stream().collect(toMap(AnsweringAgencies.OfAgency::agency, one -> one)))
                .as("%s: agencies", day)
                .isEqualTo(agencies(tasks, now));
        assertThat(board(() -> reviews.latest(100_000)).stream()
                        .collect(groupingBy(one -> one.what().name(), summingInt(one -> 1))))
                .as("%s: reviews", day)
                .isEqualTo(reviews(now));
        assertThat(board(() -> times.of(Period.ofDays(90))))
                .as("%s: times", day)
                .isEqualTo(times(now));
    }

    private <T> T board(Supplier<T> work) {
        return acting.as(office.at("supervisor"), work);
    }

    private List<Task> tasks() {
        return rows(
                """
                select t.id_, e.business_key_, t.proc_def_id_, t.task_def_key_, d.due_at, v.text_
                from engine.act_ru_task t
                join engine.act_ru_execution e on e.id_ = t.proc_inst_id_
                join deadline d on d.wait_id = t.execution_id_ and d.ended_at is null
                left join engine.act_ru_variable v on v.execution_id_ = t.proc_inst_id_ and v.name_ = 'handOver' and v.task_id_ is null
                """,
                row -> new Task(
                        row.getString(1),
                        row.getString(2),
                        new CallSite(row.getString(3).split(":")[0], row.getString(4)),
                        moment(row, 5),
                        row.getString(6)));
    }

    private static Map<CallSite, Load> loads(List<Task> tasks, Instant now) {
        return tasks.stream().collect(groupingBy(Task::site, collectingAndThen(toList(), all -> load(all, now))));
    }

    /** A case counts once, and as its soonest task does. */
    private static Load load(List<Task> tasks, Instant now) {
        Map<String, Instant> cases = new TreeMap<>();
        tasks.forEach(
                task -> cases.merge(task.number(), task.due(), (one, other) -> one.isBefore(other) ? one : other));
        return new Load(
                cases.size(),
                count(cases.values().stream(), due -> !due.isAfter(now)),
                count(cases.values().stream(), due -> due.isAfter(now) && !due.isAfter(now.plus(Duration.ofDays(2)))));
    }

    private Map<CaseNumber, Protections.Stay> stays(List<Task> tasks, Instant now) {
        Map<String, Instant> began = fact("protection-start");
        Map<String, Instant> extended = fact("protection-extension");
        Map<CaseNumber, Protections.Stay> stays = new HashMap<>();
        tasks.stream()
                .filter(task -> task.site().process().equals("temporary-protection"))
                .filter(task -> !NO_STAY.contains(task.site().step()))
                .collect(groupingBy(Task::number))
                .forEach((number, all) -> {
                    Instant start = began.get(number);
                    long day = start == null ? 0 : ChronoUnit.DAYS.between(date(start), date(now)) + 1;
                    Protections.Stage stage = extended.containsKey(number)
                            ? Protections.Stage.EXTENDED
                            : day > 7 ? Protections.Stage.TWO_MONTHS : Protections.Stage.FIRST_DAYS;
                    Instant due =
                            all.stream().map(Task::due).min(Instant::compareTo).orElseThrow();
                    boolean warrant =
                            all.stream().anyMatch(task -> task.site().step().startsWith("warrant"));
                    CaseNumber of = new CaseNumber(number);
                    stays.put(of, new Protections.Stay(of, (int) day, stage, due, warrant));
                });
        return stays;
    }

    private record Fact(String number, String name, Instant at) {}

    private Map<String, Instant> fact(String name) {
        return rows(
                        "select case_number, name, at from case_fact",
                        row -> new Fact(row.getString(1), row.getString(2), moment(row, 3)))
                .stream()
                .filter(fact -> fact.name().equals(name))
                .collect(toMap(Fact::number, Fact::at));
    }

    private Map<String, AnsweringAgencies.OfAgency> agencies(List<Task> tasks, Instant now) {
        Instant since = now.minus(Duration.ofDays(365));
        return rows(
                        "select agency, id, state, sent_at, answered_at from hand_over where agency is not null",
                        row -> new Sent(
                                row.getString(1), row.getString(2), row.getString(3), moment(row, 4), moment(row, 5)))
                .stream()
                .filter(one -> one.state().equals("sent")
                        || one.sent() != null && one.sent().isAfter(since))
                .collect(groupingBy(Sent::agency))
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, one -> agency(one.getKey(), one.getValue(), tasks, now)));
    }

    private static AnsweringAgencies.OfAgency agency(String key, List<Sent> all, List<Task> tasks, Instant now) {
        Set<String> late = tasks.stream()
                .filter(task ->
                        task.site().step().startsWith("await") && !task.due().isAfter(now))
                .map(Task::handOver)
                .collect(toSet());
        double[] took = all.stream()
                .filter(one -> one.answered() != null && !one.state().equals("silent"))
                .mapToDouble(one -> Duration.between(one.sent(), one.answered()).toMillis() / 1000.0)
                .sorted()
                .toArray();
        return new AnsweringAgencies.OfAgency(
                key,
                count(all.stream(), one -> one.state().equals("sent")),
                count(all.stream(), one -> one.state().equals("sent") && late.contains(one.id())),
                count(all.stream(), one -> Set.of("accepted", "undertaken").contains(one.state())),
                count(all.stream(), one -> one.state().equals("declined")),
                count(all.stream(), one -> one.state().equals("silent")),
                took.length == 0 ? null : share(took, 0.5));
    }

    private Map<String, Integer> reviews(Instant now) {
        Instant since = now.minus(Duration.ofDays(30));
        Map<String, Integer> found = new HashMap<>();
        rows("select at, 'WAIVED', false from deadline_waiver", BoardRecount::review)
                .forEach(one -> tell(one, since, found));
        rows("select ended_at, 'BREACH', false from deadline where state = 'met late'", BoardRecount::review)
                .forEach(one -> tell(one, since, found));
        rows("select opened_at, 'EMERGENCY', verdict is null from emergency_access", BoardRecount::review)
                .forEach(one -> tell(one, since, found));
        return found;
    }

    private record Review(Instant at, String what, boolean open) {}

    private static Review review(ResultSet row) throws SQLException {
        return new Review(moment(row, 1), row.getString(2), row.getBoolean(3));
    }

    private static void tell(Review one, Instant since, Map<String, Integer> found) {
        if (one.open() || one.at().isAfter(since)) {
            found.merge(one.what(), 1, Integer::sum);
        }
    }

    private Map<CallSite, Spent> times(Instant now) {
        Instant since = now.minus(Duration.ofDays(90));
        Map<CallSite, List<Answer>> answers = rows(
                        "select process, step, born_at, answered_at from form_answer where withdrawn_at is null",
                        row -> new Answer(
                                new CallSite(row.getString(1), row.getString(2)), moment(row, 3), moment(row, 4)))
                .stream()
                .filter(answer -> answer.born() != null && answer.at().isAfter(since))
                .collect(groupingBy(Answer::site));
        Map<CallSite, Spent> spent = new HashMap<>();
        answers.forEach((site, all) -> {
            double[] took = all.stream().mapToDouble(Answer::took).sorted().toArray();
            spent.put(site, new Spent(took.length, share(took, 0.5), share(took, 0.9)));
        });
        return spent;
    }

    /** Between the two that are nearest, as far as the share lies between them. */
    private static Duration share(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = (int) Math.ceil(at);
        return Duration.ofSeconds(Math.round(sorted[below] + (at - below) * (sorted[above] - sorted[below])));
    }

    private static <T> int count(Stream<T> all, Predicate<T> which) {
        return (int) all.filter(which).count();
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String sql, Reading<T> reading) {
        return database.asSuperuser()
                .sql(sql)
                .query((row, index) -> reading.of(row))
                .list();
    }

    private static LocalDate date(Instant moment) {
        return LocalDate.ofInstant(moment, Japan.ZONE);
    }

    private static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
