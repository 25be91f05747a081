package org.tasuki.workload.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;
import org.tasuki.people.Acting;
import org.tasuki.people.Offices;
import org.tasuki.people.Sections.Section;
import org.tasuki.staffing.Absence;
import org.tasuki.terms.Japan;
import org.tasuki.terms.Text;
import org.tasuki.web.Dates;
import org.tasuki.workload.Carried;
import org.tasuki.workload.LoadRules;
import org.tasuki.workload.Projection;
import org.tasuki.workload.Week;
import org.tasuki.workload.Workload;

/** Who carries how much, as templates/workload/workload.html draws it. */
@Component
class WorkloadPages {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final Workload workload;
    private final LoadRules rules;
    private final Offices offices;
    private final Acting acting;
    private final Dates dates;
    private final MessageSource texts;

    WorkloadPages(
            Workload workload, LoadRules rules, Offices offices, Acting acting, Dates dates, MessageSource texts) {
        this.workload = workload;
        this.rules = rules;
        this.offices = offices;
        this.acting = acting;
        this.dates = dates;
        this.texts = texts;
    }

    record Sort(String key, boolean chosen) {}

    record Level(String key, String weight) {}

    record WeekRow(LocalDate monday, boolean running, int opened, int closed) {}

    /** @param same with as many officers as now, and with what is measured */
    record MonthRow(LocalDate end, String same, String sameEach, String cases, String posts, String each, int over) {}

    /** @return how many fields of the question "what if" are wrong */
    int draw(MultiValueMap<String, String> asked, Locale language, Model model) {
        Workload.Now now = workload.now();
        Order order = Order.of(asked.getFirst("sort"));
        model.addAttribute("center", center(language));
        model.addAttribute("now", now.at());
        Chosen chosen = Chosen.of(asked.getFirst("section"), now);
        model.addAttribute("units", units(now, language));
        model.addAttribute("sections", choices(now, chosen, language));
        model.addAttribute("section", chosen.key());
        model.addAttribute("noSuchSection", chosen.unknown());
        model.addAttribute("rows", rows(now, chosen, order, language));
        model.addAttribute("whole", Figures.whole(now, rules));
        model.addAttribute("order", order.key());
        model.addAttribute(
                "sorts",
                Arrays.stream(Order.values())
                        .map(one -> new Sort(one.key(), one == order))
                        .toList());
        weights(model);
        weeks(now, language, model);
        return whatIf(now, asked, model);
    }

    private String center(Locale language) {
        return offices.center(String.valueOf(acting.current().center()))
                .map(center -> center.name().in(language))
                .orElse("");
    }

    private void weights(Model model) {
        model.addAttribute(
                "levels",
                rules.urgencies().entrySet().stream()
                        .map(one -> new Level(one.getKey(), one.getValue().toPlainString()))
                        .toList());
        model.addAttribute("followUp", rules.followUp().toPlainString());
        model.addAttribute("protection", rules.protection().toPlainString());
        model.addAttribute("plannedCases", rules.plannedCases());
        model.addAttribute("officersPerSupervisor", rules.officersPerSupervisor());
    }

    /** By section; nothing where the center has none. */
    private List<Figures.Unit> units(Workload.Now now, Locale language) {
        if (now.sections().isEmpty()) {
            return List.of();
        }
        Map<String, Section> sections = now.sections().stream().collect(Collectors.toMap(Section::key, one -> one));
        return now.bySection().stream()
                .map(line -> Figures.unit(
                        Figures.row(line, link(line), name(line, language), null, null, now.at(), rules),
                        line,
                        officers(now, line),
                        line.section() == null ? null : sections.get(line.section()),
                        rules))
                .toList();
    }

    private static int officers(Workload.Now now, Carried line) {
        return switch (line.whose()) {
            case SECTION, UNPLACED -> now.in(line.section()).size();
            default -> 0;
        };
    }

    record Choice(String key, String name, boolean chosen) {}

    private List<Choice> choices(Workload.Now now, Chosen chosen, Locale language) {
        return now.bySection().stream()
                .filter(line -> line.whose() == Carried.Whose.SECTION || line.whose() == Carried.Whose.UNPLACED)
                .map(line -> {
                    String key = Objects.requireNonNullElse(line.section(), Chosen.NONE);
                    return new Choice(key, name(line, language), key.equals(chosen.key()));
                })
                .toList();
    }

    private List<Figures.Row> rows(Workload.Now now, Chosen chosen, Order order, Locale language) {
        Map<String, String> names = now.sections().stream()
                .collect(Collectors.toMap(Section::key, one -> one.name().in(language)));
        return now.lines().stream()
                .filter(chosen::has)
                .sorted((one, other) -> one.whose() != other.whose()
                        ? one.whose().compareTo(other.whose())
                        : order.comparator().compare(one, other))
                .map(line -> Figures.row(
                        line,
                        link(line),
                        name(line, language),
                        line.section() == null ? null : names.get(line.section()),
                        absence(line, now.absences(), now.at()),
                        now.at(),
                        rules))
                .toList();
    }

    private String name(Carried line, Locale language) {
        Text name = line.name();
        return name == null ? whose(line.whose(), language) : name.in(language);
    }

    String whose(Carried.Whose whose, Locale language) {
        return texts.getMessage("workload.whose." + whose.name().toLowerCase(Locale.ROOT), null, language);
    }

    private static String link(Carried line) {
        String account = line.account();
        if (line.whose() == Carried.Whose.SECTION) {
            return "/workload/list?section=" + line.section();
        }
        return account == null
                ? "/workload/list?whose=" + line.whose().name().toLowerCase(Locale.ROOT)
                : "/workload/list?officer=" + UriUtils.encode(account, "UTF-8");
    }

    /** The one that runs or comes next. */
    private static @Nullable Absence absence(Carried line, List<Absence> absences, Instant now) {
        List<Absence> theirs = absences.stream()
                .filter(one -> one.account().equals(line.account()))
                .toList();
        return theirs.stream()
                .filter(one -> one.covers(now))
                .findFirst()
                .orElse(theirs.isEmpty() ? null : theirs.get(0));
    }

    private void weeks(Workload.Now now, Locale language, Model model) {
        List<Week> weeks = now.weeks();
        model.addAttribute(
                "weeks",
                IntStream.range(0, weeks.size())
                        .mapToObj(i -> new WeekRow(
                                weeks.get(i).monday(),
                                i == weeks.size() - 1,
                                weeks.get(i).opened(),
                                weeks.get(i).closed()))
                        .toList());
        model.addAttribute(
                "chart",
                WeekChart.of(
                        weeks,
                        weeks.stream().map(week -> day(week.monday(), language)).toList()));
    }

    /** Below a pair of bars there is no room for the year; the table has it. */
    private String day(LocalDate monday, Locale language) {
        return Locale.ENGLISH.getLanguage().equals(language.getLanguage()) ? DAY.format(monday) : dates.brief(monday);
    }

    private int whatIf(Workload.Now now, MultiValueMap<String, String> asked, Model model) {
        LocalDate today = LocalDate.ofInstant(now.at(), Japan.ZONE);
        Carried all = now.whole();
        // As the page says them, so that whoever does the sum by hand gets the same.
        double came = Figures.rounded(all.opened().aWeek());
        double ended = Figures.rounded(all.closed().aWeek());
        Projection projection = new Projection(today, all.cases(), now.posts(), ended);
        WhatIfSheet sheet = new WhatIfSheet(asked, today, Figures.oneDecimal(came));
        Projection.Plan plan = now.posts() == 0 ? null : sheet.read(today, now.posts());
        model.addAttribute("fields", sheet.fields());
        model.addAttribute("problems", sheet.problems());
        model.addAttribute("asked", sheet.asked());
        model.addAttribute("closedByOne", String.format(Locale.ROOT, "%.2f", projection.closedByOne()));
        model.addAttribute("months", plan == null ? List.of() : months(projection, plan, came));
        model.addAttribute(
                "supervisorsThen",
                plan == null
                        ? 0
                        : rules.supervisorsFor(Math.max(0, now.officers().size() + plan.change())));
        return sheet.problems();
    }

    private List<MonthRow> months(Projection projection, Projection.Plan plan, double came) {
        Projection.Plan same = new Projection.Plan(0, YearMonth.from(projection.today()), came, plan.months());
        List<Projection.Month> before = projection.of(same);
        List<Projection.Month> after = projection.of(plan);
        return IntStream.range(0, after.size())
                .mapToObj(i -> month(before.get(i), after.get(i)))
                .toList();
    }

    private MonthRow month(Projection.Month same, Projection.Month then) {
        return new MonthRow(
                then.end(),
                String.valueOf(Math.round(same.open())),
                Figures.oneDecimal(same.each()),
                String.valueOf(Math.round(then.open())),
                Figures.oneDecimal(then.posts()),
                Figures.oneDecimal(then.each()),
                (int) Math.ceil(Math.round(then.each() * 10) / 10.0 - rules.plannedCases()));
    }
}
