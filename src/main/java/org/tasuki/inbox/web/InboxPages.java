package org.tasuki.inbox.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList;
import org.tasuki.inbox.InboxList.After;
import org.tasuki.inbox.InboxList.Filter;
import org.tasuki.inbox.InboxList.Tab;
import org.tasuki.inbox.Stretch;
import org.tasuki.inbox.web.InboxPage.Group;
import org.tasuki.inbox.web.InboxPage.Option;
import org.tasuki.inbox.web.InboxPage.Row;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.People;

/** Puts the inbox's rows into words and groups for one reader. */
@Component
class InboxPages {

    private static final int PAGE = 50;
    private static final List<String> URGENCIES = List.of("AA", "A", "B", "C", "D", "none");

    private final InboxList inbox;
    private final StepWords words;
    private final People people;
    private final Acting acting;
    private final MessageSource texts;

    InboxPages(InboxList inbox, StepWords words, People people, Acting acting, MessageSource texts) {
        this.inbox = inbox;
        this.words = words;
        this.people = people;
        this.acting = acting;
        this.texts = texts;
    }

    @Transactional(readOnly = true)
    InboxPage page(Tab tab, Filter filter, After after, Locale language) {
        List<InboxItem> items = inbox.page(tab, filter, after, PAGE + 1);
        List<InboxItem> shown = items.subList(0, Math.min(PAGE, items.size()));
        InboxList.Counts counts = inbox.counts();
        return new InboxPage(
                key(tab),
                counts.mine(),
                counts.desks(),
                new InboxPage.Filters(
                        desks(filter, language), steps(tab, filter, language), urgencies(filter, language)),
                !Filter.NONE.equals(filter),
                groups(shown, inbox.stretches(tab, filter), language),
                items.size() > PAGE ? next(tab, filter, shown.get(PAGE - 1)) : null,
                version(counts, items));
    }

    @Transactional(readOnly = true)
    String version(Tab tab) {
        return version(inbox.counts(), inbox.page(tab, Filter.NONE, After.NOTHING, PAGE + 1));
    }

    /** One row alone, as it is after a claim. */
    Row row(InboxItem item, Locale language) {
        Actor me = acting.current();
        String holder = item.assignee();
        return new Row(
                item.taskId(),
                item.number().value(),
                false,
                item.childName(),
                item.childKana(),
                words.step(item.process(), item.step()).in(language),
                words.process(item.process()).in(language),
                addressee(item, language),
                item.urgency(),
                item.bornAt(),
                item.dueAt(),
                item.now(),
                item.standing(),
                holder == null ? null : people.name(holder).in(language),
                me.account().equals(holder),
                holder == null && me.desks().contains(item.desk()));
    }

    /** Whom a hand-over goes to: two of them look the same without it. An agency knows that it is meant. */
    @Nullable
    String addressee(InboxItem item, Locale language) {
        String agency = item.addressee();
        return agency == null || item.agency() != null
                ? null
                : people.agency(agency).in(language);
    }

    private List<Group> groups(List<InboxItem> items, Map<Stretch, Long> counts, Locale language) {
        Map<Stretch, List<Row>> rows = new LinkedHashMap<>();
        for (InboxItem item : items) {
            rows.computeIfAbsent(Stretch.of(item.dueAt(), item.now()), stretch -> new ArrayList<>())
                    .add(row(item, language));
        }
        return rows.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(group -> new Group(key(group.getKey()), counts.getOrDefault(group.getKey(), 0L), group.getValue()))
                .toList();
    }

    private List<Option> desks(Filter filter, Locale language) {
        return new TreeSet<>(acting.current().desks())
                .stream()
                        .map(desk -> new Option(desk, people.desk(desk).in(language), desk.equals(filter.desk())))
                        .toList();
    }

    private List<Option> steps(Tab tab, Filter filter, Locale language) {
        return inbox.steps(tab).stream()
                .map(step -> new Option(step, words.step(step).in(language), step.equals(filter.step())))
                .toList();
    }

    private List<Option> urgencies(Filter filter, Locale language) {
        return URGENCIES.stream()
                .map(level -> new Option(level, level(level, language), level.equals(filter.urgency())))
                .toList();
    }

    private String level(String level, Locale language) {
        return "none".equals(level) ? texts.getMessage("inbox.urgency.none", null, language) : level;
    }

    private static String next(Tab tab, Filter filter, InboxItem last) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/inbox").queryParam("tab", key(tab));
        with(path, "role", filter.desk());
        with(path, "step", filter.step());
        with(path, "urgency", filter.urgency());
        return path.queryParam("after", last.dueAt().toString() + "~" + last.taskId())
                .build()
                .toUriString();
    }

    private static void with(UriComponentsBuilder path, String name, @Nullable String value) {
        if (value != null) {
            path.queryParam(name, value);
        }
    }

    /** Changes whenever a row came, went, or changed hands on the first page, or a count moved. */
    private static String version(InboxList.Counts counts, List<InboxItem> items) {
        Set<String> rows = new TreeSet<>();
        items.forEach(item -> rows.add(item.taskId() + item.assignee() + item.dueAt()));
        return counts.mine() + "." + counts.desks() + "." + Integer.toHexString(rows.hashCode());
    }

    static Tab tab(String key) {
        return "roles".equals(key) ? Tab.ROLES : Tab.MINE;
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** @param after a due time and a task, as {@link #next} wrote them; anything else begins at the start */
    static After after(@Nullable String after) {
        int cut = after == null ? -1 : after.indexOf('~');
        if (after == null || cut < 0) {
            return After.NOTHING;
        }
        try {
            return new After(Instant.parse(after.substring(0, cut)), after.substring(cut + 1));
        } catch (java.time.format.DateTimeParseException mangled) {
            return After.NOTHING;
        }
    }
}
