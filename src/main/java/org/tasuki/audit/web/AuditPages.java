package org.tasuki.audit.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;
import org.tasuki.audit.Act;
import org.tasuki.audit.TrailCheck;
import org.tasuki.audit.TrailReader;
import org.tasuki.people.Accounts;
import org.tasuki.people.People;

/** The trail as its template draws it. */
@Component
class AuditPages {

    private static final int PAGE = 50;
    /** A page checks this many links; the whole chain is checked when the auditor asks for it. */
    private static final int TAIL = 1000;

    private final TrailReader trail;
    private final TrailCheck check;
    private final Accounts accounts;
    private final People people;
    private final MessageSource texts;
    private final Clock clock;

    AuditPages(
            TrailReader trail, TrailCheck check, Accounts accounts, People people, MessageSource texts, Clock clock) {
        this.trail = trail;
        this.check = check;
        this.accounts = accounts;
        this.people = people;
        this.texts = texts;
        this.clock = clock;
    }

    record Entry(
            long id, Instant at, String who, String account, String what, @Nullable String number, String detail) {}

    record Option(String value, String label, boolean chosen) {}

    void page(String center, Question question, long before, Locale language, Model model) {
        List<TrailReader.Row> rows =
                question.problems().isEmpty() ? trail.page(question.filter(), before, PAGE + 1) : List.of();
        model.addAttribute("now", clock.instant());
        model.addAttribute("typed", question.typed());
        model.addAttribute("problems", question.problems());
        model.addAttribute("filtered", question.filtered());
        model.addAttribute("persons", persons(center, question, language));
        model.addAttribute("acts", acts(question, language));
        model.addAttribute(
                "entries",
                rows.stream().limit(PAGE).map(row -> entry(row, language)).toList());
        model.addAttribute(
                "next", rows.size() > PAGE ? next(question, rows.get(PAGE - 1).id()) : null);
        model.addAttribute("state", check.tail(center, TAIL));
        model.addAttribute("tail", TAIL);
    }

    private Entry entry(TrailReader.Row row, Locale language) {
        return new Entry(
                row.id(),
                row.at(),
                name(row.actor(), language),
                row.actor(),
                act(row.act(), language),
                row.number(),
                row.detail().entrySet().stream()
                        .map(detail -> detail.getKey() + ": " + detail.getValue())
                        .collect(Collectors.joining(", ")));
    }

    private String name(String account, Locale language) {
        return account.equals("nobody")
                ? texts.getMessage("audit.nobody", null, language)
                : people.name(account).in(language);
    }

    private List<Option> persons(String center, Question question, Locale language) {
        String chosen = question.typed().getOrDefault("person", "");
        return Stream.concat(
                        Stream.of("system", "nobody"),
                        accounts.around(center).stream().map(person -> person.getUsername()))
                .map(account ->
                        new Option(account, name(account, language) + " (" + account + ")", account.equals(chosen)))
                .toList();
    }

    private List<Option> acts(Question question, Locale language) {
        return Arrays.stream(Act.values())
                .map(Act::key)
                .map(key -> new Option(
                        key, act(key, language), key.equals(question.typed().get("act"))))
                .toList();
    }

    /** An act of a version that is gone keeps its key. */
    private String act(String key, Locale language) {
        return Objects.requireNonNullElse(texts.getMessage("audit.act." + key, null, key, language), key);
    }

    private static String next(Question question, long before) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/audit");
        for (Map.Entry<String, String> field : question.typed().entrySet()) {
            if (!field.getValue().isEmpty()) {
                path.queryParam(field.getKey(), "{" + field.getKey() + "}");
            }
        }
        return path.queryParam("before", before)
                .encode()
                .buildAndExpand(question.typed())
                .toUriString();
    }
}
