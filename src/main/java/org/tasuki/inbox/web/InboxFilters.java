package org.tasuki.inbox.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.inbox.AgeBand;
import org.tasuki.inbox.InboxList;
import org.tasuki.inbox.InboxList.Filter;
import org.tasuki.inbox.InboxList.Tab;
import org.tasuki.inbox.web.InboxPage.Choice;
import org.tasuki.inbox.web.InboxPage.Option;
import org.tasuki.people.Acting;
import org.tasuki.people.Offices;
import org.tasuki.people.People;
import org.tasuki.people.Role;

/** What a list can be narrowed to, in one reader's words. */
@Component
class InboxFilters {

    private static final List<String> URGENCIES = List.of("AA", "A", "B", "C", "D", "none");
    private static final List<String> TYPES =
            List.of("physical", "sexual", "neglect", "psychological", "notAbuse", "unknown");

    private static final List<Role> AGENCIES =
            Arrays.stream(Role.values()).filter(Role::ofAgency).toList();

    private final InboxList inbox;
    private final StepWords words;
    private final People people;
    private final Offices offices;
    private final Acting acting;
    private final MessageSource texts;

    InboxFilters(InboxList inbox, StepWords words, People people, Offices offices, Acting acting, MessageSource texts) {
        this.inbox = inbox;
        this.words = words;
        this.people = people;
        this.offices = offices;
        this.acting = acting;
        this.texts = texts;
    }

    /** Those of a tab; what is chosen is always among them, so that it can be taken back. */
    List<Choice> of(Tab tab, Filter chosen, Locale language) {
        Map<String, List<String>> there = inbox.choices(tab);
        boolean away = tab == Tab.AWAY;
        return Stream.of(
                        new Choice(
                                "role",
                                tab == Tab.ROLES
                                        ? options(
                                                new TreeSet<>(acting.current().desks()),
                                                chosen.desk(),
                                                desk -> people.desk(desk).in(language))
                                        : List.of()),
                        new Choice(
                                "waiting",
                                away
                                        ? options(agencies(), chosen.agency(), agency -> people.agency(agency)
                                                .in(language))
                                        : List.of()),
                        new Choice("step", options(there.get("step"), chosen.step(), step -> words.step(step)
                                .in(language))),
                        new Choice("urgency", options(URGENCIES, chosen.urgency(), level -> level(level, language))),
                        new Choice(
                                "officer",
                                acting.current().worksOnCases()
                                        ? options(
                                                there.get("officer"), chosen.officer(), account -> people.name(account)
                                                        .in(language))
                                        : List.of()),
                        new Choice("type", options(TYPES, chosen.type(), type -> text("inbox.type." + type, language))),
                        new Choice("age", options(bands(), band(chosen), age -> text("inbox.age." + age, language))))
                .filter(choice -> !choice.options().isEmpty())
                .toList();
    }

    private List<String> agencies() {
        String center = acting.current().center();
        return center == null
                ? List.of()
                : offices.agencies(center, AGENCIES).stream()
                        .map(Offices.Agency::key)
                        .toList();
    }

    private static List<Option> options(
            @Nullable Collection<String> values, @Nullable String chosen, Function<String, String> label) {
        Collection<String> known = Objects.requireNonNullElse(values, List.of());
        Stream<String> gone = chosen == null || known.contains(chosen) ? Stream.empty() : Stream.of(chosen);
        return Stream.concat(known.stream(), gone)
                .map(value -> new Option(value, label.apply(value), value.equals(chosen)))
                .toList();
    }

    private static List<String> bands() {
        return Arrays.stream(AgeBand.values()).map(InboxAddress::key).toList();
    }

    private static @Nullable String band(Filter chosen) {
        AgeBand age = chosen.age();
        return age == null ? null : InboxAddress.key(age);
    }

    private String level(String level, Locale language) {
        return "none".equals(level) ? text("inbox.urgency.none", language) : level;
    }

    /** What an address names, and nobody ever offered, is called as it was written. */
    private String text(String key, Locale language) {
        return Objects.requireNonNullElse(
                texts.getMessage(key, null, key.substring(key.lastIndexOf('.') + 1), language), key);
    }
}
