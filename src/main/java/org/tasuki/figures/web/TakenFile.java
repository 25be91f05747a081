package org.tasuki.figures.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.figures.Figures;
import org.tasuki.figures.Metric;
import org.tasuki.figures.Outside;
import org.tasuki.figures.Table;
import org.tasuki.figures.Taking;
import org.tasuki.figures.Taking.Audience;
import org.tasuki.figures.Taking.Format;
import org.tasuki.figures.Takings;
import org.tasuki.people.Acting;
import org.tasuki.people.Offices;
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
        List<Grid> shown = (taking.audience() == Audience.OUTSIDE ? outside.cover(tables) : tables)
                .stream().map(table -> grids.grid(table, language)).toList();
        takings.note(taking);
        return taking.format() == Format.XLSX
                ? FigureFiles.workbook(words.text("figures.title", language), about(taking, language), shown)
                : FigureFiles.lines(
                        List.of(words.text("figures.taking.columns", language).split(",")), shown);
    }

    private List<String> about(Taking taking, Locale language) {
        String center = Objects.requireNonNull(acting.current().center());
        return List.of(
                words.text("figures.title", language) + " " + words.year(taking.year(), language),
                words.by(taking.by(), language),
                offices.center(center).map(one -> one.name().in(language)).orElse(center),
                words.text("figures.taking.at", language, dates.full(clock.instant())),
                taking.audience() == Audience.OUTSIDE
                        ? words.text("figures.taking.covered", language, outside.limit())
                        : words.text("figures.taking.exact", language),
                words.text("figures.lead", language));
    }
}
