package org.tasuki.inbox.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList;
import org.tasuki.inbox.InboxList.After;
import org.tasuki.inbox.InboxList.Filter;
import org.tasuki.inbox.InboxList.Tab;
import org.tasuki.inbox.SavedViews;
import org.tasuki.inbox.Stretch;
import org.tasuki.inbox.web.InboxPage.Group;
import org.tasuki.inbox.web.InboxPage.Row;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.People;
import org.tasuki.people.Right;

/** Puts the inbox's rows into words and groups for one reader. */
@Component
class InboxPages {

    private static final int PAGE = 50;

    private final InboxList inbox;
    private final InboxFilters filters;
    private final SavedViews views;
    private final StepWords words;
    private final People people;
    private final Acting acting;
    private final Clock clock;

    InboxPages(
            InboxList inbox,
            InboxFilters filters,
            SavedViews views,
            StepWords words,
            People people,
            Acting acting,
            Clock clock) {
        this.inbox = inbox;
        this.filters = filters;
        this.views = views;
        this.words = words;
        this.people = people;
        this.acting = acting;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    InboxPage page(InboxAddress asked, Locale language) {
        Tab tab = asked.list();
        Filter filter = asked.filter();
        InboxSlice slice = slice(asked);
        InboxList.Counts counts = inbox.counts();
        Actor me = acting.current();
        return new InboxPage(
                InboxAddress.key(tab),
                counts.mine(),
                counts.desks(),
                counts.away(),
                inbox.held(),
                me.worksOnCases(),
                !me.desks().isEmpty(),
                acting.may(Right.ASSIGN_TASK),
                me.desks().isEmpty() ? List.of() : filters.of(tab, filter, language),
                !Filter.NONE.equals(filter),
                views(asked),
                groups(asked, slice.shown(), language),
                slice.before() ? asked.before(slice.first()) : null,
                slice.behind() ? asked.after(slice.last()) : null,
                asked.query(),
                asked.said(),
                asked.placed(),
                version(counts, slice.shown()));
    }

    @Transactional(readOnly = true)
    String version(InboxAddress asked) {
        return version(inbox.counts(), slice(asked).shown());
    }

    /** Where more are put first than anybody can begin with, none is: they are marked, and stand where they are due. */
    private InboxSlice slice(InboxAddress asked) {
        Tab tab = asked.list();
        Filter filter = asked.filter();
        After place = asked.place();
        List<InboxItem> raised = inbox.page(tab, filter, After.NOTHING, InboxSlice.RAISED_MOST + 1, true);
        boolean lifted = !raised.isEmpty() && raised.size() <= InboxSlice.RAISED_MOST;
        List<InboxItem> walked =
                lifted ? inbox.page(tab, filter, place, PAGE + 1, false) : inbox.page(tab, filter, place, PAGE + 1);
        return InboxSlice.of(walked, lifted ? raised : List.of(), place, PAGE, clock.instant());
    }

    private List<InboxPage.View> views(InboxAddress asked) {
        String here = asked.query();
        return views.list().stream()
                .map(view -> new InboxPage.View(
                        view.name(), "/inbox?" + view.query(), view.query().equals(here)))
                .toList();
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
                item.raised(),
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

    private List<Group> groups(InboxAddress asked, List<InboxItem> items, Locale language) {
        Instant now = clock.instant();
        Map<Stretch, List<Row>> rows = new EnumMap<>(Stretch.class);
        for (InboxItem item : items) {
            rows.computeIfAbsent(Stretch.of(item.dueHere(), now), stretch -> new ArrayList<>())
                    .add(row(item, language));
        }
        Map<Stretch, Long> counts = inbox.counts(asked.list(), asked.filter(), rows.keySet());
        return rows.entrySet().stream()
                .map(group -> new Group(
                        InboxAddress.key(group.getKey()),
                        Math.max(
                                counts.getOrDefault(group.getKey(), 0L),
                                group.getValue().size()),
                        group.getValue()))
                .toList();
    }

    /** Changes whenever a row came, went, or changed hands on the page, or a count moved. */
    private static String version(InboxList.Counts counts, List<InboxItem> items) {
        Set<String> rows = new TreeSet<>();
        items.forEach(
                item -> rows.add(item.taskId() + item.assignee() + item.dueAt() + item.urgency() + item.raised()));
        return counts.mine() + "." + counts.desks() + "." + Integer.toHexString(rows.hashCode());
    }
}
