package org.tasuki.figures.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.web.StepWords;
import org.tasuki.figures.By;
import org.tasuki.figures.Metric;
import org.tasuki.figures.Metric.Words;
import org.tasuki.figures.ReportLayout;
import org.tasuki.figures.Sums;
import org.tasuki.figures.YearWords;
import org.tasuki.forms.Forms;
import org.tasuki.people.Acting;
import org.tasuki.people.People;
import org.tasuki.people.Sections;
import org.tasuki.people.Sections.Section;
import org.tasuki.terms.FiscalYear;
import org.tasuki.terms.Text;

/** The words of the figures: of years, and of what is counted under. */
@Component
class FigureWords {

    private final Forms forms;
    private final People people;
    private final Sections sections;
    private final Acting acting;
    private final StepWords steps;
    private final ReportLayout layout;
    private final YearWords years;
    private final MessageSource texts;

    FigureWords(
            Forms forms,
            People people,
            Sections sections,
            Acting acting,
            StepWords steps,
            ReportLayout layout,
            YearWords years,
            MessageSource texts) {
        this.forms = forms;
        this.people = people;
        this.sections = sections;
        this.acting = acting;
        this.steps = steps;
        this.layout = layout;
        this.years = years;
        this.texts = texts;
    }

    String text(String key, Locale language, Object... values) {
        return Objects.requireNonNull(texts.getMessage(key, values, language));
    }

    String year(FiscalYear year, Locale language) {
        return years.of(year, language);
    }

    String title(Metric metric, Locale language) {
        String own = text("figures." + metric.key() + ".title", language);
        if (metric.by() == By.KIND) {
            return own;
        }
        return text(
                "figures.by.title",
                language,
                known("figures.by." + metric.key() + ".title", own, language),
                by(metric.by(), language));
    }

    String means(Metric metric, Locale language) {
        String own = text("figures." + metric.key() + ".means", language);
        return metric.by() == By.KIND ? own : known("figures.by." + metric.key() + ".means", own, language);
    }

    String by(By by, Locale language) {
        return text("figures.by.is." + by.key(), language);
    }

    /** What a table's lines are called; what has to be read for that is read once. */
    UnaryOperator<String> naming(Metric metric, Locale language) {
        if (metric.words() != Words.SECTION) {
            return cell -> cell(metric, cell, language);
        }
        Map<String, Text> names = sections
                .of(Objects.requireNonNullElse(acting.current().center(), ""))
                .stream()
                .collect(Collectors.toMap(Section::key, Section::name));
        return cell -> switch (cell) {
            case "-" -> text("figures.officer.none", language);
            case "." -> text("figures.section.none", language);
            default -> option(names, cell, language);
        };
    }

    String cell(Metric metric, String cell, Locale language) {
        return switch (metric.words()) {
            case TYPE -> option(types(), cell, language);
            case ROUTE -> option(routes(), cell, language);
            case LATE_CAUSE ->
                cell.equals("-")
                        ? text("figures.safety-late.unsaid", language)
                        : option(forms.form("safety-check").options("lateCause"), cell, language);
            case OFFICER ->
                cell.equals("-")
                        ? text("figures.officer.none", language)
                        : people.name(cell).in(language);
            case SECTION -> naming(metric, language).apply(cell);
            case STEP -> step(cell, language);
            case OUTCOME -> known("casefile.outcome." + cell, cell, language);
            case RENOTIFIED -> known("figures.renotified.is." + cell, cell, language);
            case AGE -> age(cell, language);
            case MEASURE ->
                cell.equals("pending")
                        ? text("figures.report.pending", language)
                        : option(forms.form("support-policy-meeting").options("measure"), cell, language);
            case NONE -> cell;
        };
    }

    /** A table's row and column together: 3～6歳 · 身体的虐待, or 3～6歳 · 計. */
    String both(Metric metric, String cell, Locale language) {
        int slash = cell.indexOf('/');
        if (slash < 0) {
            return cell(metric, cell, language);
        }
        String row = cell.substring(0, slash);
        String type = cell.substring(slash + 1);
        String total = text("figures.total", language);
        return (Sums.any(row) ? total : cell(metric, row, language)) + " · "
                + (Sums.any(type) ? total : option(types(), type, language));
    }

    private String age(String cell, Locale language) {
        if (cell.equals("unknown")) {
            return text("figures.report.age.unknown", language);
        }
        if (cell.equals(layout.older().key())) {
            return text("figures.report.age.older", language, layout.older().from());
        }
        return layout.ages().stream()
                .filter(age -> age.key().equals(cell))
                .map(age -> text("figures.report.age", language, age.from(), age.to()))
                .findFirst()
                .orElse(cell);
    }

    private String known(String key, String otherwise, Locale language) {
        return Objects.requireNonNull(texts.getMessage(key, null, otherwise, language));
    }

    Map<String, Text> types() {
        return forms.form("intake-sheet").options("abuseType");
    }

    Map<String, Text> routes() {
        return forms.form("intake-sheet").options("route");
    }

    /** The order in which the office's forms have them; what has none goes by its number. */
    List<String> order(Metric metric) {
        return switch (metric.words()) {
            case TYPE -> new ArrayList<>(types().keySet());
            case ROUTE -> new ArrayList<>(routes().keySet());
            case RENOTIFIED -> List.of("reopened", "another", "none", "running");
            case AGE -> layout.keys();
            case MEASURE ->
                Stream.concat(
                                forms.form("support-policy-meeting").options("measure").keySet().stream(),
                                Stream.of("pending"))
                        .toList();
            default -> List.of();
        };
    }

    /** With its process: several of them have a step of the same name. */
    private String step(String cell, Locale language) {
        int point = cell.indexOf('.');
        if (point < 0) {
            return cell;
        }
        String process = cell.substring(0, point);
        return steps.process(process).in(language) + " · "
                + steps.step(process, cell.substring(point + 1)).in(language);
    }

    static String option(Map<String, Text> options, String value, Locale language) {
        Text words = options.get(value);
        return words == null ? value : words.in(language);
    }
}
