package org.tasuki.operations;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.engine.Incident;
import org.tasuki.engine.IncidentCause;
import org.tasuki.engine.Incidents;
import org.tasuki.engine.Incidents.Retried;

/**
 * Tries again what failed, at once and each in a transaction of its own: what fails once more stays as it was, and holds up
 * nothing beside it.
 */
@Component
public class Retrying {

    /** As many as somebody may wait for; what is left is told, and tried with the next press of the button. */
    public static final int AT_ONCE = 50;

    private static final Logger LOG = LoggerFactory.getLogger(Retrying.class);

    private final Troubles troubles;
    private final Incidents incidents;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    Retrying(Troubles troubles, Incidents incidents, AuditTrail trail, TransactionTemplate transaction) {
        this.troubles = troubles;
        this.incidents = incidents;
        this.trail = trail;
        this.transaction = transaction;
    }

    public enum Outcome {
        DONE,
        WAITS,
        GONE,
        FAILED,
        /** Of a case that the reader may not see. */
        NOT_THEIRS
    }

    /** How many came to what, and how many of this cause are left that nobody tried. */
    public record Together(int done, int gone, int failed, int left) {}

    public Outcome again(String job) {
        Optional<Incident> incident = Objects.requireNonNull(transaction.execute(status -> troubles.find(job)));
        return incident.map(this::again).orElse(Outcome.GONE);
    }

    /** The first of those of one cause. */
    public Together all(String cause) {
        List<Trouble> same = troubles.list().stream()
                .filter(one -> one.cause().equals(cause))
                .toList();
        int done = 0;
        int gone = 0;
        int failed = 0;
        for (Trouble one : same.subList(0, Math.min(AT_ONCE, same.size()))) {
            switch (again(one.incident())) {
                case DONE, WAITS -> done++;
                case GONE, NOT_THEIRS -> gone++;
                case FAILED -> failed++;
            }
        }
        return new Together(done, gone, failed, Math.max(0, same.size() - AT_ONCE));
    }

    private Outcome again(Incident incident) {
        try {
            return transaction.execute(status -> tryOnce(incident));
        } catch (RuntimeException failure) {
            // Its words may hold anything; the kind is enough for whoever looks.
            String cause = IncidentCause.of(failure).key();
            LOG.warn("{} of {} failed again: {}", incident.element(), incident.number(), cause);
            trail.noteAlone(Act.INCIDENT_RETRIED, incident.number(), detail(incident, "failed"));
            return Outcome.FAILED;
        }
    }

    private Outcome tryOnce(Incident incident) {
        String center = troubles.centerOf(incident.number()).orElse(null);
        if (center == null) {
            return Outcome.NOT_THEIRS;
        }
        Retried came = incidents.retry(incident, center);
        if (came != Retried.GONE) {
            trail.note(
                    Act.INCIDENT_RETRIED,
                    incident.number(),
                    detail(incident, came.name().toLowerCase(Locale.ROOT)));
        }
        return Outcome.valueOf(came.name());
    }

    private static Map<String, String> detail(Incident incident, String outcome) {
        return Map.of("process", incident.process(), "step", incident.element(), "outcome", outcome);
    }
}
