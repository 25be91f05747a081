package org.tasuki.bench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.casefile.CaseFiles;
import org.tasuki.casefile.CaseTeam;
import org.tasuki.engine.CaseFlow;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.Desk;
import org.tasuki.inbox.InboxList;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.terms.CaseNumber;

/**
 * A closing, with everything on: case rows, sealed answers, inbox, deadlines and their ladder, timeline, trail, row-level
 * security.
 */
final class TasukiCase implements SmallCase {

    private final BenchOffice office;
    private final CaseFiles files;
    private final CaseTeam team;
    private final CaseFlow flow;
    private final InboxList inbox;
    private final Desk desk;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<String, List<String>> proposal;
    private final Map<String, List<String>> approval;

    TasukiCase(BenchOffice office) {
        this.office = office;
        this.files = office.get(CaseFiles.class);
        this.team = office.get(CaseTeam.class);
        this.flow = office.get(CaseFlow.class);
        this.inbox = office.get(InboxList.class);
        this.desk = office.get(Desk.class);
        this.acting = office.get(Acting.class);
        this.transaction = office.get(TransactionTemplate.class);
        this.clock = office.get(Clock.class);
        this.proposal = proposal(LocalDate.now(clock));
        this.approval = approval();
    }

    @Override
    public String name() {
        return "Tasuki";
    }

    @Override
    public void run() {
        int next = turn.getAndIncrement();
        Actor officer = office.officers.get(next % office.officers.size());
        CaseNumber number = begin(officer);
        work(number, officer, proposal);
        work(number, office.supervisors.get(next % office.supervisors.size()), approval);
    }

    @Override
    public void begin() {
        begin(office.officers.get(turn.getAndIncrement() % office.officers.size()));
    }

    private CaseNumber begin(Actor officer) {
        return acting.as(officer, () -> transaction.execute(status -> start(officer)));
    }

    CaseNumber start(Actor officer) {
        String center = officer.center();
        CaseNumber number = acting.as(officer.at(center), () -> {
            CaseNumber opened = files.open(center, clock.instant());
            flow.startBeside("closing", opened, center, Map.of());
            return opened;
        });
        team.join(number, center, officer.account());
        return number;
    }

    private void work(CaseNumber number, Actor person, Map<String, List<String>> answers) {
        acting.as(person, () -> {
            String task = inbox.ofCase(number).get(0).taskId();
            mustBeDone(desk.claim(task));
            mustBeDone(desk.complete(task, answers));
        });
    }

    private static void mustBeDone(Completion completion) {
        if (!(completion instanceof Completion.Done)) {
            throw new IllegalStateException(completion.toString());
        }
    }

    private static Map<String, List<String>> proposal(LocalDate today) {
        Map<String, List<String>> typed = new HashMap<>();
        for (String field : List.of(
                "reasons",
                "course",
                "lastSeenBy",
                "arrangement",
                "safetyNet",
                "reopening",
                "childView",
                "guardianView")) {
            typed.put(field, List.of("記録"));
        }
        typed.put("outcome", List.of("resolved"));
        typed.put("lastSeenOn", List.of(today.toString()));
        typed.put("remainingRisk", List.of("none"));
        typed.put("siblings", List.of("safe"));
        typed.put("followUp", List.of("council"));
        typed.put("told", List.of("both"));
        return typed;
    }

    private static Map<String, List<String>> approval() {
        return Map.of(
                "closing", List.of("approved"),
                "checked", List.of("safety", "handOvers", "views", "arrangement", "records", "meeting"),
                "signing", List.of("own"));
    }
}
