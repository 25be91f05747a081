package org.tasuki.workload.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.Role;
import org.tasuki.people.Sections;
import org.tasuki.people.Sections.Section;
import org.tasuki.people.SignedIn;
import org.tasuki.web.NotFound;
import org.tasuki.workload.Behind;
import org.tasuki.workload.Carried.Whose;

/** The list behind a line's numbers, as templates/workload/list.html draws it. */
@Component
class BehindPages {

    private final Behind behind;
    private final WorkloadPages pages;
    private final Accounts accounts;
    private final Sections sections;
    private final StepWords words;
    private final Acting acting;
    private final Clock clock;

    BehindPages(
            Behind behind,
            WorkloadPages pages,
            Accounts accounts,
            Sections sections,
            StepWords words,
            Acting acting,
            Clock clock) {
        this.behind = behind;
        this.pages = pages;
        this.accounts = accounts;
        this.sections = sections;
        this.words = words;
        this.acting = acting;
        this.clock = clock;
    }

    record CaseRow(
            String number,
            @Nullable String child,
            String urgency,
            boolean followUp,
            boolean protection,
            String weight,
            Instant opened,
            @Nullable Instant closed) {}

    record TaskRow(String id, String number, String step, Instant due, boolean late) {}

    /** @throws NotFound when there is no such officer or section in the reader's center, and no such line */
    void draw(String officer, String section, String whose, Locale language, Model model) {
        Whose line = whose(officer, section, whose);
        String name =
                switch (line) {
                    case OFFICER -> officer(officer).nameIn(language);
                    case SECTION -> section(section).name().in(language);
                    default -> pages.whose(line, language);
                };
        String key = line == Whose.SECTION ? section : officer;
        List<Behind.Case> cases = behind.cases(line, key);
        Instant now = clock.instant();
        model.addAttribute("here", "/workload");
        model.addAttribute("now", now);
        model.addAttribute("name", name);
        model.addAttribute("officer", line == Whose.OFFICER ? officer : null);
        model.addAttribute("open", rows(cases.stream().filter(Behind.Case::open).toList()));
        model.addAttribute("came", rows(cases.stream().filter(Behind.Case::came).toList()));
        model.addAttribute(
                "ended", rows(cases.stream().filter(Behind.Case::ended).toList()));
        model.addAttribute(
                "tasks",
                behind.tasks(line, key).stream()
                        .map(task -> row(task, now, language))
                        .toList());
    }

    private static Whose whose(String officer, String section, String whose) {
        if (!officer.isEmpty()) {
            return Whose.OFFICER;
        }
        if (!section.isEmpty()) {
            return Whose.SECTION;
        }
        return switch (whose) {
            case "unplaced" -> Whose.UNPLACED;
            case "nobody" -> Whose.NOBODY;
            case "others" -> Whose.OTHERS;
            default -> throw new NotFound();
        };
    }

    private SignedIn officer(String account) {
        return accounts.find(account)
                .filter(one -> one.isEnabled() && one.roles().contains(Role.OFFICER))
                .filter(one -> String.valueOf(one.actor().center())
                        .equals(acting.current().center()))
                .orElseThrow(NotFound::new);
    }

    private Section section(String key) {
        return sections.find(String.valueOf(acting.current().center()), key).orElseThrow(NotFound::new);
    }

    private static List<CaseRow> rows(List<Behind.Case> cases) {
        return cases.stream()
                .map(one -> new CaseRow(
                        one.number().value(),
                        one.child(),
                        one.urgency(),
                        one.followUp(),
                        one.protection(),
                        Figures.oneDecimal(one.weight().doubleValue()),
                        one.opened(),
                        one.closed()))
                .toList();
    }

    private TaskRow row(Behind.Task task, Instant now, Locale language) {
        return new TaskRow(
                task.id(),
                task.number().value(),
                words.step(task.process(), task.step()).in(language),
                task.due(),
                task.due().isBefore(now));
    }
}
