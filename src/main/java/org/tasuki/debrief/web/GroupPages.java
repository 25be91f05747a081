package org.tasuki.debrief.web;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.debrief.Comparison;
import org.tasuki.debrief.Doing;
import org.tasuki.debrief.Group;
import org.tasuki.debrief.IdealStep;
import org.tasuki.people.Accounts;
import org.tasuki.people.SignedIn;
import org.tasuki.practice.PracticeClass;
import org.tasuki.web.Dates;

/** One group's way over the ideal one: drawn, as a table, and to be played again. */
@Component
class GroupPages {

    private final ComparisonPages pages;
    private final StepTold told;
    private final Overlays overlays;
    private final Accounts accounts;
    private final Dates dates;
    private final MessageSource texts;

    GroupPages(
            ComparisonPages pages,
            StepTold told,
            Overlays overlays,
            Accounts accounts,
            Dates dates,
            MessageSource texts) {
        this.pages = pages;
        this.told = told;
        this.overlays = overlays;
        this.accounts = accounts;
        this.dates = dates;
        this.texts = texts;
    }

    /**
     * What the group came by.
     *
     * @param no in the order in which it ended, from 1; still open steps come last
     * @param who null where nobody did it
     * @param seconds after the beginning; for the replay
     * @param say the moment in a sentence; null while it has not ended
     */
    public record Moment(
            int no,
            String process,
            String processName,
            String element,
            String step,
            @Nullable String who,
            StepTold.Done done,
            StepTold.@Nullable Ideal ideal,
            long seconds,
            @Nullable String say) {}

    /** What the ideal way comes by and the group did not. */
    public record Left(String processName, String step, StepTold.Ideal ideal) {}

    void show(PracticeClass held, Group group, Comparison comparison, Locale language, Model model) {
        pages.put(held, comparison, language, model);
        List<Moment> moments = moments(held, group, comparison, language);
        model.addAttribute("group", pages.group(comparison, 0));
        model.addAttribute("moments", moments);
        model.addAttribute(
                "left",
                comparison.rows().stream()
                        .filter(row -> row.cells().get(0).doing() == null)
                        .map(row -> new Left(
                                told.process(row.spot(), language),
                                told.step(row.spot(), language),
                                told.ideal(Objects.requireNonNull(row.ideal()), language)))
                        .toList());
        model.addAttribute("figures", overlays.of(comparison, moments, language));
    }

    private List<Moment> moments(PracticeClass held, Group group, Comparison comparison, Locale language) {
        Map<String, String> names = accounts.around(held.center()).stream()
                .collect(Collectors.toMap(SignedIn::getUsername, person -> person.nameIn(language)));
        Map<Doing, Comparison.Row> rows = new IdentityHashMap<>();
        comparison.rows().forEach(row -> {
            Doing doing = row.cells().get(0).doing();
            if (doing != null) {
                rows.put(doing, row);
            }
        });
        List<Moment> moments = new ArrayList<>();
        for (Doing doing : group.doings()) {
            Comparison.Row row = Objects.requireNonNull(rows.get(doing));
            moments.add(moment(moments.size() + 1, group, doing, row, names, language));
        }
        return List.copyOf(moments);
    }

    private Moment moment(
            int no, Group group, Doing doing, Comparison.Row row, Map<String, String> names, Locale language) {
        IdealStep ideal = row.ideal();
        StepTold.Done done = told.done(doing, group.begun(), row.cells().get(0).otherwise(), language);
        String by = doing.by();
        String who = by == null ? null : names.getOrDefault(by, by);
        String step = told.step(row.spot(), language);
        return new Moment(
                no,
                doing.at().process(),
                told.process(row.spot(), language),
                doing.at().step(),
                step,
                who,
                done,
                ideal == null ? null : told.ideal(ideal, language),
                done.since() == null ? 0 : done.since().toSeconds(),
                said(no, done, step, who, language));
    }

    private @Nullable String said(int no, StepTold.Done done, String step, @Nullable String who, Locale language) {
        if (done.until() == null) {
            return null;
        }
        String limit = done.limit().equals("none")
                ? ""
                : texts.getMessage("debrief.limit." + done.limit(), null, "", language);
        return texts.getMessage(
                "debrief.replay.at",
                new Object[] {no, dates.full(done.until()), step, who == null ? "—" : who, limit},
                language);
    }
}
