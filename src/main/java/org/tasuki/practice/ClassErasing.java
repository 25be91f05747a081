package org.tasuki.practice;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.SignedIn;
import org.tasuki.terms.Text;

/**
 * What was done in a class that is over goes for good: its cases, its checkpoints, and what people called themselves. That there was a
 * class stays, and its chain.
 */
@Component
@Transactional
public class ClassErasing {

    private final JdbcClient jdbc;
    private final Classes classes;
    private final Seats seats;
    private final Accounts accounts;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;

    ClassErasing(
            JdbcClient jdbc,
            Classes classes,
            Seats seats,
            Accounts accounts,
            Acting acting,
            AuditTrail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.classes = classes;
        this.seats = seats;
        this.accounts = accounts;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    /** @return whether it was there to be erased: over, and not erased before */
    public boolean erase(PracticeClass held) {
        return acting.as(held.house(), () -> {
            PracticeClass now = classes.hold(held);
            if (now.open() || now.erased()) {
                return false;
            }
            int cases =
                    jdbc.sql("select practice_forget()").query(Integer.class).single();
            nameless(seats.people(held));
            classes.erase(held, clock.instant());
            trail.note(Act.CLASS_ERASED, Map.of("cases", String.valueOf(cases)));
            return true;
        });
    }

    private void nameless(List<SignedIn> people) {
        for (int place = 0; place < people.size(); place++) {
            SignedIn person = people.get(place);
            Text name = new Text("参加者" + (place + 1), "Participant " + (place + 1));
            accounts.change(person, name, person.roles(), person.actor().agency(), null);
        }
    }
}
