package org.tasuki.figures.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.figures.By;
import org.tasuki.figures.Figures;
import org.tasuki.figures.Hands;
import org.tasuki.figures.Metric;
import org.tasuki.figures.Outside;
import org.tasuki.figures.Table;
import org.tasuki.figures.Taking;
import org.tasuki.figures.Taking.Audience;
import org.tasuki.figures.Taking.Format;
import org.tasuki.figures.Takings;
import org.tasuki.people.Acting;
import org.tasuki.people.Offices;
import org.tasuki.terms.FiscalYear;
import org.tasuki.web.Dates;

/** The file that somebody takes out, and the note of it, in one transaction. */
@Component
@Transactional
class TakenFile {

    private final Figures figures;
    private final Outside outside;
    private final Takings takings;
    private final Grids grids;
    private final FigureWords words;
    private final Offices offices;
    private final Acting acting;
    private final Dates dates;
    private final Clock clock;

    TakenFile(
            Figures figures,
            Outside outside,
            Takings takings,
            Grids grids,
            FigureWords words,
            Offices offices,
            Acting acting,
            Dates dates,
            Clock clock) {
        this.figures = figures;
        this.outside = outside;
        this.takings = takings;
        this.grids = grids;
        this.words = words;
        this.offices = offices;
        this.acting = acting;
        this.dates = dates;
        this.clock = clock;
    }

    byte[] of(Taking taking, Locale language) {
        List<Table> tables = Metric.all(taking.by()).stream()
                .map(metric -> figures.table(metric, taking.year()))
                .toList();
        boolean nothing = tables.stream().allMatch(Table::isEmpty);
        List<Table> told = taking.audience() == Audience.OUTSIDE ? outside.cover(tables, hands(taking)) : tables;
        List<Grid> shown = nothing
                ? List.of()
                : told.stream().map(table -> grids.grid(table, language)).toList();
        takings.note(taking);
        List<String> about = about(taking, nothing, language);
        return taking.format() == Format.XLSX
                ? FigureFiles.workbook(words.text("figures.title", language), about, shown)
                : FigureFiles.lines(
                        nothing
                                ? List.of(nothing(taking, language))
                                : List.of(words.text("figures.taking.columns", language)
                                        .split(",")),
                        shown);
    }

    private String nothing(Taking taking, Locale language) {
        return words.text("figures.empty", language, words.year(taking.year(), language));
    }

    private Hands hands(Taking taking) {
        return taking.by() == By.SECTION ? figures.hands(Metric.all(By.SECTION), taking.year()) : Hands.NONE;
    }

    private List<String> about(Taking taking, boolean nothing, Locale language) {
        String center = Objects.requireNonNull(acting.current().center());
        boolean covered = taking.audience() == Audience.OUTSIDE;
        List<String> about = new ArrayList<>(List.of(
                words.text("figures.title", language) + " " + words.year(taking.year(), language),
                words.by(taking.by(), language),
                offices.center(center).map(one -> one.name().in(language)).orElse(center),
                words.text("figures.taking.at", language, dates.full(clock.instant())),
                covered
                        ? words.text("figures.taking.covered", language, outside.limit())
                        : words.text("figures.taking.exact", language)));
        if (covered && taking.by() == By.SECTION) {
            about.add(words.text("figures.taking.section", language, outside.least()));
        }
        if (nothing) {
            about.add(nothing(taking, language));
        }
        about.add(words.text("figures.lead", language));
        figures.newCalendar(new FiscalYear(taking.year().value() - 1), taking.year())
                .ifPresent(day -> about.add(words.text("figures.calendar", language, dates.day(day))));
        return about;
    }
}
