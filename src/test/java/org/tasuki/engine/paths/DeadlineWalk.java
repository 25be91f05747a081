package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tasuki.casefile.EndingReason;
import org.tasuki.casefile.Refusal;
import org.tasuki.deadlines.DeadlineRule;
import org.tasuki.deadlines.JapaneseCalendar;
import org.tasuki.deadlines.LocalDay;
import org.tasuki.limits.Planned;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.terms.Japan;

/** A case on which two limits run, each beside its model: what is done to the one is done to the other, and both must say the same. */
final class DeadlineWalk {

    private static final Actor ADMIN = Actor.person("story-admin", Set.of(Role.ADMIN), StoryOffice.CENTER, null);
    private static final EndingReason WHY = new EndingReason("請求書の補正を求めたため");

    private final Iterator<OfficeNode> nodes;
    private OfficeNode node;
    private Story story;
    private final List<DeadlineModel> models;

    /** @param nodes in turns, for each restart the next */
    DeadlineWalk(Iterator<OfficeNode> nodes) {
        this.nodes = nodes;
        node = nodes.next();
        node.asUsual();
        story = node.stories().investigated().withOnTeam("officer", "reception");
        as("officer", () -> node.disclosures().open(story.file(), "self", LocalDate.parse("2026-06-01")));
        models = List.of(
                new DeadlineModel.OfRequest(LocalDateTime.parse("2026-06-01T00:00")),
                new DeadlineModel.OfSheet(LocalDateTime.parse("2026-06-01T09:00")));
        settle();
    }

    private record Row(String state, LocalDateTime due, int before, int said, boolean ends) {}

    /** Nothing is known but what the database holds. */
    void restart() {
        node = nodes.next();
        story = new Story(node.stories(), story.number());
    }

    void passes(int minutes) {
        story.letPass(Duration.ofMinutes(minutes));
        settle();
    }

    /** Until right beside a moment at which something comes. */
    void passesTo(int which, int minutesAfter) {
        LocalDateTime now = now();
        List<LocalDateTime> moments = models.stream()
                .flatMap(model -> model.moments().stream())
                .map(moment -> moment.plusMinutes(minutesAfter))
                .filter(moment -> moment.isAfter(now))
                .sorted()
                .toList();
        if (!moments.isEmpty()) {
            story.until(instant(moments.get(which % moments.size())));
            settle();
        }
    }

    void waives(int which, int days) {
        DeadlineModel model = model(which);
        LocalDate day = now().toLocalDate().plusDays(days);
        long id = id(model);
        tried(model.waives(now(), day), () -> node.decisions().waive(story.file(), id, day, WHY));
    }

    void pauses(int which, int days) {
        DeadlineModel model = model(which);
        LocalDate latest = now().toLocalDate().plusDays(days);
        long id = id(model);
        tried(model.pauses(now(), latest), () -> node.decisions().pause(story.file(), id, latest, WHY));
    }

    void resumes(int which) {
        DeadlineModel model = model(which);
        long id = id(model);
        tried(model.resumes(now()), () -> node.decisions().resume(story.file(), id));
    }

    /** Either is done, and is so once, in time or late. */
    private void tried(boolean may, Runnable deed) {
        Throwable refused = catchThrowable(() -> as("supervisor", deed));
        assertThat(refused == null).as("done, and not %s", refused).isEqualTo(may);
        if (!may) {
            assertThat(refused).isInstanceOf(Refusal.class);
        }
        settle();
    }

    void corrects(int which, int days) {
        DeadlineModel model = model(which);
        String fact = model instanceof DeadlineModel.OfRequest ? "disclosure-request" : "acceptance";
        LocalDateTime corrected = LocalDate.parse("2026-06-04").plusDays(days).atStartOfDay();
        model.startsAt(corrected);
        bySystem(on -> on.facts().note(story.number(), StoryOffice.CENTER, Map.of(fact, instant(corrected))));
        settle();
    }

    /** An administrator keeps another calendar, and is told beforehand what it moves. */
    void closes(Set<Integer> days) {
        Set<LocalDate> closed = new TreeSet<>();
        days.forEach(day -> closed.add(LocalDate.parse("2026-06-01").plusDays(day)));
        JapaneseCalendar calendar = JapaneseCalendar.usual(
                closed.stream().map(day -> new LocalDay(day, null, "創立記念日")).toList());
        DeadlineModel sheet = models.get(1);
        LocalDateTime before = sheet.due();
        sheet.closedOn(closed);
        boolean moves = !sheet.due().equals(before);
        byAdmin(() -> {
            Planned plan = node.book().plan(null, calendar);
            foretold(plan, moves ? Optional.of(sheet) : Optional.empty());
            int seen = node.book().current(null).version();
            assertThat(node.book().confirm(null, calendar, seen, plan.mark())).isPresent();
        });
        node.watch().look();
        settle();
    }

    void renews(int which) {
        DeadlineModel model = model(which);
        boolean moves = model.renews();
        byAdmin(() -> {
            DeadlineRule newest = node.moves().find(model.rule).orElseThrow();
            Planned plan = node.moves().plan(newest);
            foretold(plan, moves ? Optional.of(model) : Optional.empty());
            assertThat(node.moves().confirm(newest, plan.mark()).isPresent())
                    .isEqualTo(!plan.moves().isEmpty());
        });
        node.watch().look();
        settle();
    }

    /** Of these two; what comes after them is not looked at. */
    private void foretold(Planned plan, Optional<DeadlineModel> moving) {
        assertThat(plan.moves().stream()
                        .filter(move -> move.number().equals(story.number()))
                        .filter(move -> models.stream().anyMatch(model -> model.step.equals(move.step())))
                        .map(move -> move.step() + " " + local(move.after())))
                .containsExactlyElementsOf(moving.stream()
                        .map(model -> model.step + " " + model.due())
                        .toList());
    }

    void ends(int which) {
        DeadlineModel model = model(which);
        if (model.isDone()) {
            return;
        }
        model.done(now());
        if (model instanceof DeadlineModel.OfRequest) {
            as("officer", () -> node.steps()
                    .propose(node.disclosures().of(story.number()).get(0), "照会の回答を待っていたため"));
        } else {
            story.at(model.step).answers();
        }
        settle();
    }

    private DeadlineModel model(int which) {
        return models.get(which % models.size());
    }

    /** What comes at this moment has a minute to come. */
    private void settle() {
        story.letPass(Duration.ofMinutes(1));
        models.forEach(model -> model.timeIs(now()));
    }

    void standsAsTheModelsSay() {
        models.forEach(this::check);
    }

    private void check(DeadlineModel model) {
        Row row = row(model);
        LocalDateTime now = now();
        assertThat(row.state()).as("%s at %s", model.step, now).isEqualTo(model.state(now));
        assertThat(row.due()).as(model.step).isEqualTo(model.due());
        assertThat(row.before()).as("let go before").isEqualTo(model.letGo());
        assertThat(row.ends()).as("has an end that comes, or has ended").isTrue();
        if (!model.isDone()) {
            assertThat(row.said()).as("said of %s at %s", model.step, now).isEqualTo((int) model.said(now));
        }
    }

    private long id(DeadlineModel model) {
        return one(
                "select id from deadline where case_number = ? and step = ? order by id desc limit 1",
                Long.class,
                model);
    }

    private Row row(DeadlineModel model) {
        return bySystem(() -> node.jdbc()
                .sql(
                        """
                        select d.state, d.due_at at time zone 'Asia/Tokyo' as due,
                               (select count(*) from deadline b where b.case_number = d.case_number and b.step = d.step and b.id < d.id
                                and b.state in ('waived', 'superseded') and b.ended_at is not null) as before,
                               (select count(*) from deadline_announcement a where a.deadline = d.id and a.round = d.round) as said,
                               d.ended_at is not null or d.wake_at is not null or d.state = 'escalated' or exists (
                                   select from engine.act_ru_timer_job j join engine.act_ru_execution e on e.id_ = j.execution_id_
                                   where e.parent_id_ = d.wait_id) as ends
                        from deadline d where d.case_number = ? and d.step = ? order by d.id desc limit 1
                        """)
                .params(story.number().value(), model.step)
                .query(Row.class)
                .single());
    }

    private <T> T one(String sql, Class<T> type, DeadlineModel model) {
        return bySystem(() -> node.jdbc()
                .sql(sql)
                .params(story.number().value(), model.step)
                .query(type)
                .single());
    }

    private LocalDateTime now() {
        return bySystem(() -> LocalDateTime.ofInstant(
                node.stories().clocks().of(story.number()).instant(), Japan.ZONE));
    }

    private static Instant instant(LocalDateTime moment) {
        return moment.atZone(Japan.ZONE).toInstant();
    }

    private static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, Japan.ZONE);
    }

    private void as(String desk, Runnable work) {
        node.stories().acting().as(node.stories().office().at(desk), work);
    }

    private void byAdmin(Runnable work) {
        node.stories().acting().as(ADMIN, work);
    }

    private void bySystem(Consumer<OfficeNode> work) {
        bySystem(() -> {
            work.accept(node);
            return node;
        });
    }

    private <T> T bySystem(Supplier<T> work) {
        return node.stories()
                .acting()
                .as(StoryOffice.SYSTEM, () -> node.stories().transaction().execute(status -> work.get()));
    }
}
