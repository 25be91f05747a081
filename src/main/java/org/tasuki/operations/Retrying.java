package org.tasuki.operations;

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

    public Outcome again(String job) {
        Optional<Incident> incident = Objects.requireNonNull(transaction.execute(status -> troubles.find(job)));
        return incident.map(this::again).orElse(Outcome.GONE);
    }

    /** In the caller's transaction, which must be rolled back when this throws. */
    Outcome once(String job) {
        return troubles.find(job).map(this::tryOnce).orElse(Outcome.GONE);
    }

    /** Notes in the caller's transaction that it failed once more. */
    void failedAgain(String job, String cause) {
        troubles.find(job).ifPresent(incident -> {
            // The failure's words may hold anything; the kind is enough for whoever looks.
            LOG.warn("{} of {} failed again: {}", incident.element(), incident.number(), cause);
            trail.note(Act.INCIDENT_RETRIED, incident.number(), detail(incident, "failed"));
        });
    }

    private Outcome again(Incident incident) {
        try {
            return transaction.execute(status -> tryOnce(incident));
        } catch (RuntimeException failure) {
            String cause = IncidentCause.of(failure).key();
            transaction.executeWithoutResult(status -> failedAgain(incident.job(), cause));
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
