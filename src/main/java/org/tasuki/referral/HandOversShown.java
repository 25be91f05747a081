package org.tasuki.referral;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.CaseHandOvers;
import org.tasuki.people.People;
import org.tasuki.terms.CaseNumber;

/** Puts the hand-overs of a case into words, and takes them back when it ends. */
@Component
class HandOversShown implements CaseHandOvers {

    private final HandOvers handOvers;
    private final People people;
    private final MessageSource texts;
    private final JdbcClient jdbc;

    HandOversShown(HandOvers handOvers, People people, MessageSource texts, JdbcClient jdbc) {
        this.handOvers = handOvers;
        this.people = people;
        this.texts = texts;
        this.jdbc = jdbc;
    }

    @Override
    public List<Shown> of(CaseNumber number, Locale language) {
        return handOvers.of(number).stream()
                .map(handOver -> shown(handOver, language))
                .toList();
    }

    @Override
    public List<UnderWay> underWay(CaseNumber number, Locale language) {
        return handOvers.underWay(number).stream()
                .map(handOver -> new UnderWay(
                        agency(handOver, language),
                        state(handOver, language),
                        handOver.state().inHands()))
                .toList();
    }

    @Override
    public List<String> recall(CaseNumber number) {
        return handOvers.recall(number).stream()
                .filter(handOver -> handOver.state().inHands())
                .map(HandOver::agency)
                .filter(Objects::nonNull)
                .toList();
    }

    private Shown shown(HandOver handOver, Locale language) {
        return new Shown(
                agency(handOver, language),
                handOver.purpose() == null ? "" : handOver.purpose(),
                state(handOver, language),
                handOver.sentAt(),
                handOver.state() == HandOver.State.SENT ? due(handOver) : null);
    }

    private String agency(HandOver handOver, Locale language) {
        String agency = handOver.agency();
        return agency == null
                ? texts.getMessage("referral.agency.open", null, language)
                : people.agency(agency).in(language);
    }

    private String state(HandOver handOver, Locale language) {
        String key = handOver.state().name().toLowerCase(Locale.ROOT);
        return texts.getMessage("referral.state." + key, null, language);
    }

    private @Nullable Instant due(HandOver handOver) {
        return jdbc.sql("select min(due_at) from inbox_item where hand_over = ? and agency is not null")
                .param(handOver.id())
                .query((row, i) -> row.getObject(1, java.time.OffsetDateTime.class))
                .optional()
                .map(java.time.OffsetDateTime::toInstant)
                .orElse(null);
    }
}
