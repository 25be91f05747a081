package org.tasuki.retention.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.CaseFile;
import org.tasuki.people.People;
import org.tasuki.retention.Decision;
import org.tasuki.retention.Kept;
import org.tasuki.retention.Retention;
import org.tasuki.retention.RetentionList;
import org.tasuki.retention.RetentionList.After;
import org.tasuki.retention.RetentionRule;
import org.tasuki.retention.RetentionRules;
import org.tasuki.terms.FiscalYear;
import org.tasuki.terms.Japan;

/** The list and a case on it as their templates draw them. */
@Component
@Transactional(readOnly = true)
class RetentionPages {

    private static final int PAGE = 50;
    private static final int YEARS_AHEAD = 3;

    private final RetentionList list;
    private final Retention retention;
    private final RetentionRules rules;
    private final People people;
    private final MessageSource texts;

    RetentionPages(RetentionList list, Retention retention, RetentionRules rules, People people, MessageSource texts) {
        this.list = list;
        this.retention = retention;
        this.rules = rules;
        this.people = people;
        this.texts = texts;
    }

    record Row(String number, LocalDate ended, String rule, LocalDate until, String state) {}

    record Year(int value, boolean chosen) {}

    /** A decision in words. */
    record Shown(
            long id,
            String choice,
            @Nullable LocalDate keepUntil,
            String reason,
            String proposedBy,
            Instant proposedAt,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt,
            @Nullable String why,
            boolean erase) {}

    Map<String, Object> list(@Nullable Integer asked, After after, Locale language) {
        FiscalYear now = FiscalYear.of(retention.today());
        FiscalYear year = asked == null || Math.abs(asked - now.value()) > YEARS_AHEAD ? now : new FiscalYear(asked);
        List<RetentionList.Row> rows = list.page(year, after, PAGE + 1);
        Map<String, Object> page = new HashMap<>();
        page.put("year", year.value());
        page.put("ahead", year.compareTo(now) > 0);
        page.put(
                "years",
                IntStream.rangeClosed(now.value() - 1, now.value() + YEARS_AHEAD)
                        .mapToObj(one -> new Year(one, one == year.value()))
                        .toList());
        page.put(
                "rows", rows.stream().limit(PAGE).map(row -> row(row, language)).toList());
        page.put("next", rows.size() > PAGE ? next(year, rows.get(PAGE - 1)) : null);
        page.put(
                "rules",
                rules.current(retention.today()).stream()
                        .map(rule -> Map.of(
                                "label",
                                rule.label().in(language),
                                "source",
                                rule.source().in(language)))
                        .toList());
        page.put(
                "sight",
                Map.of(
                        "months",
                        rules.sight().months(),
                        "source",
                        rules.sight().source().in(language)));
        return page;
    }

    Map<String, Object> page(CaseFile file, RetentionEntry entry, Locale language) {
        Kept kept = retention.kept(file.number()).orElse(null);
        Decision last = retention.last(file.number()).orElse(null);
        Decision.State state = retention.state(file.number());
        boolean over = kept != null && kept.isOver(retention.today());
        Map<String, Object> page = new HashMap<>();
        page.put("number", file.number().value());
        page.put("name", file.child().name());
        page.put("kana", file.child().kana());
        page.put("birth", file.child().birthDate());
        page.put("ended", file.closedAt() == null ? null : LocalDate.ofInstant(file.closedAt(), Japan.ZONE));
        page.put("today", retention.today());
        page.put("rule", kept == null ? null : label(kept.rule(), language));
        page.put(
                "source",
                kept == null
                        ? null
                        : rules.rule(kept.rule())
                                .map(rule -> rule.source().in(language))
                                .orElse(null));
        page.put("until", kept == null ? null : kept.until());
        page.put("standing", standing(kept, over));
        page.put("state", key(state));
        page.put("decision", last == null || state == Decision.State.NONE ? null : shown(last, language));
        page.put(
                "mayPropose",
                over && retention.mayPropose() && (state == Decision.State.NONE || state == Decision.State.REFUSED));
        page.put("mayAnswer", over && state == Decision.State.PROPOSED && last != null && retention.mayAnswer(last));
        page.put(
                "mayErase",
                over && state == Decision.State.APPROVED && last != null && last.erase() && retention.mayErase());
        page.put("entry", entry);
        return page;
    }

    private static String standing(@Nullable Kept kept, boolean over) {
        if (kept == null) {
            return "running";
        }
        return kept.until() == null ? "for-ever" : over ? "over" : "kept";
    }

    private Shown shown(Decision decision, Locale language) {
        Decision.Answer answer = decision.answer();
        return new Shown(
                decision.id(),
                texts.getMessage("retention.choice." + (decision.erase() ? "erase" : "keep"), null, language),
                decision.keepUntil(),
                decision.reason(),
                people.name(decision.proposedBy()).in(language),
                decision.proposedAt(),
                answer == null ? null : people.name(answer.by()).in(language),
                answer == null ? null : answer.at(),
                answer == null ? null : answer.reason(),
                decision.erase());
    }

    private Row row(RetentionList.Row row, Locale language) {
        String state = texts.getMessage("retention.state." + key(row.state()), null, language);
        boolean choice = row.choice() != null && row.state() != Decision.State.NONE;
        Object[] both = {state, choice ? texts.getMessage("retention.choice." + row.choice(), null, language) : ""};
        return new Row(
                row.number().value(),
                row.ended(),
                label(row.rule(), language),
                row.until(),
                choice ? texts.getMessage("retention.stateAndChoice", both, language) : state);
    }

    private String label(String rule, Locale language) {
        return rules.rule(rule)
                .map(RetentionRule::label)
                .map(text -> text.in(language))
                .orElse(rule);
    }

    private static String key(Decision.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String next(FiscalYear year, RetentionList.Row last) {
        return "/retention?year=" + year.value() + "&after=" + last.until() + "_" + last.number();
    }
}
