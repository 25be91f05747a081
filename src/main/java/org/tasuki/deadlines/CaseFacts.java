package org.tasuki.deadlines;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.CaseNumber;

/** When the things happened that the law counts from: acceptance, start of protection, rejection of a warrant. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CaseFacts {

    /** No rule's key has it. */
    private static final char OF = '/';

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CaseFacts(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** The name of a fact of which a case has several, one an occasion. */
    public static String of(String name, @Nullable String occasion) {
        return occasion == null ? name : name + OF + occasion;
    }

    /** The name without its occasion, as rules know it. */
    static String name(String fact) {
        int end = fact.indexOf(OF);
        return end < 0 ? fact : fact.substring(0, end);
    }

    /** Deadlines that count from them, and run already, move. */
    public void note(CaseNumber number, String center, Map<String, Instant> facts) {
        facts.forEach((name, at) -> jdbc.sql(
                        """
                insert into case_fact (case_number, center, name, at, noted_at) values (?, ?, ?, ?, ?)
                on conflict (case_number, name) do update set at = excluded.at, noted_at = excluded.noted_at
                """)
                .params(number.value(), center, name, at.atOffset(ZoneOffset.UTC), OffsetDateTime.now(clock))
                .update());
        if (!facts.isEmpty()) {
            events.publishEvent(new FactNoted(
                    number, facts.keySet().stream().map(CaseFacts::name).collect(Collectors.toSet())));
        }
    }

    public Optional<Instant> at(CaseNumber number, String name) {
        return jdbc.sql("select at from case_fact where case_number = ? and name = ?")
                .params(number.value(), name)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
