package org.tasuki.practice;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList;
import org.tasuki.people.Acting;
import org.tasuki.terms.CaseNumber;
import org.tasuki.training.Scenario;
import org.tasuki.training.Scenarios;

/** Which cases of a class follow a named way, and how far they are on it. */
@Component
@Transactional
public class Scripts {

    private final JdbcClient jdbc;
    private final Scenarios scenarios;
    private final InboxList inbox;
    private final Acting acting;

    Scripts(JdbcClient jdbc, Scenarios scenarios, InboxList inbox, Acting acting) {
        this.jdbc = jdbc;
        this.scenarios = scenarios;
        this.inbox = inbox;
        this.acting = acting;
    }

    private record Line(String number, String scenario, int place) {}

    /** In the order of their numbers. @param waiting what waits in the class */
    @Transactional(readOnly = true)
    public List<Scripted> of(PracticeClass held, List<InboxItem> waiting) {
        return acting.as(held.house(), () -> lines(held)).stream()
                .flatMap(line -> scripted(line, waiting).stream())
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Scripted> of(PracticeClass held, String number) {
        return acting.as(held.house(), () -> lines(held).stream()
                .filter(line -> line.number().equals(number))
                .findFirst()
                .flatMap(line -> scripted(line, inbox.ofCase(new CaseNumber(line.number())))));
    }

    void begin(PracticeClass held, CaseNumber number, Scenario scenario) {
        jdbc.sql("insert into practice_script (case_number, center, scenario, place) values (?, ?, ?, 0)")
                .params(number.value(), held.center(), scenario.key())
                .update();
    }

    void happened(Scripted scripted, Scripted.Next next) {
        jdbc.sql("update practice_script set place = ? where case_number = ?")
                .params(next.place(), scripted.number().value())
                .update();
    }

    private List<Line> lines(PracticeClass held) {
        return jdbc.sql(
                        "select case_number, scenario, place from practice_script where center = ? order by case_number")
                .param(held.center())
                .query((row, index) ->
                        new Line(row.getString("case_number"), row.getString("scenario"), row.getInt("place")))
                .list();
    }

    /** Empty for a way that is no longer told. */
    private Optional<Scripted> scripted(Line line, List<InboxItem> waiting) {
        CaseNumber number = new CaseNumber(line.number());
        return scenarios
                .of(line.scenario())
                .map(scenario -> new Scripted(number, scenario, next(scenario, line.place(), number, waiting)));
    }

    /** The first step further on for which a task waits: people may have done some of the way themselves. */
    private static Scripted.@Nullable Next next(
            Scenario scenario, int place, CaseNumber number, List<InboxItem> waiting) {
        return IntStream.range(place, scenario.way().size())
                .boxed()
                .flatMap(at -> waits(scenario.way().get(at), number, waiting)
                        .map(task -> new Scripted.Next(scenario.way().get(at), task, at + 1)))
                .findFirst()
                .orElse(null);
    }

    private static Stream<InboxItem> waits(Scenario.Step step, CaseNumber number, List<InboxItem> waiting) {
        return waiting.stream()
                .filter(task -> task.number().equals(number)
                        && task.process().equals(step.at().process())
                        && task.step().equals(step.at().step()))
                .limit(1);
    }
}
