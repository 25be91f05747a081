package org.tasuki.practice.web;

import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.tasuki.people.Acting;
import org.tasuki.practice.PracticeClass;
import org.tasuki.practice.Seats;
import org.tasuki.web.FooterLine.Shown;
import org.tasuki.web.PracticeStrip;

/** Whether the class stands, and whether its people may look back: on each of their pages, and news to those that are open. */
@Component
class ClassStrip implements PracticeStrip {

    private final Seats seats;
    private final Acting acting;

    ClassStrip(Seats seats, Acting acting) {
        this.seats = seats;
        this.acting = acting;
    }

    /** @param key what a page that shows it asks with */
    record State(String key, boolean paused, boolean over, boolean debriefs) {

        static State of(PracticeClass held) {
            String time = held.open() ? held.paused() ? "paused" : "open" : "over";
            return new State(
                    held.debriefs() ? time + "-debrief" : time,
                    held.open() && held.paused(),
                    !held.open(),
                    held.debriefs());
        }
    }

    @Override
    public Optional<Shown> shown() {
        try {
            return now().map(state -> new Shown("practice/strip", state));
        } catch (DataAccessException | TransactionException away) {
            return Optional.empty();
        }
    }

    /** Empty for whoever sits in no class. */
    Optional<State> now() {
        return seats.classOf(acting.current().account()).map(State::of);
    }
}
