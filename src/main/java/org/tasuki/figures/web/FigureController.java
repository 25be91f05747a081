package org.tasuki.figures.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tasuki.figures.By;
import org.tasuki.figures.Figures;
import org.tasuki.figures.Metric;
import org.tasuki.terms.Typing;
import org.tasuki.web.NotFound;

/** The center's figures (統計), the cases behind each number, and a picture beside each table. */
@Controller
class FigureController {

    private static final MediaType SVG = MediaType.valueOf("image/svg+xml;charset=UTF-8");
    private static final int LONGEST = 100;

    private final FigureDoor door;
    private final FigurePages pages;

    FigureController(FigureDoor door, FigurePages pages) {
        this.door = door;
        this.pages = pages;
    }

    @GetMapping("/figures")
    String figures(
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "kind") String by,
            Locale language,
            Model model,
            HttpServletResponse answer) {
        door.enter();
        model.addAllAttributes(pages.page(door.year(year), by, language));
        if (By.find(by).isEmpty()) {
            answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return "figures/figures";
    }

    @GetMapping("/figures/{metric}/cases")
    String cases(
            @PathVariable String metric,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "kind") String by,
            @RequestParam(required = false) @Nullable String cell,
            Locale language,
            Model model) {
        door.enter();
        Metric found = metric(metric, by);
        if (cell != null && (Typing.length(cell) > LONGEST || Typing.hostile(cell, false))) {
            throw new NotFound();
        }
        model.addAllAttributes(pages.cases(found, door.year(year), cell, language));
        return "figures/cases";
    }

    @GetMapping("/figures/{metric}/chart.svg")
    ResponseEntity<String> chart(
            @PathVariable String metric,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "kind") String by,
            Locale language) {
        return ResponseEntity.ok().contentType(SVG).body(drawn(metric, year, by, language));
    }

    /** The same, for programs that take no SVG. */
    @GetMapping("/figures/{metric}/chart.png")
    ResponseEntity<byte[]> picture(
            @PathVariable String metric,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "kind") String by,
            Locale language) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .body(ChartPicture.png(drawn(metric, year, by, language)));
    }

    private String drawn(String metric, String year, String by, Locale language) {
        door.enter();
        Metric found = metric(metric, by);
        if (!Grids.charted(found)) {
            throw new NotFound();
        }
        return pages.chart(found, door.year(year), language);
    }

    private static Metric metric(String key, String by) {
        return By.find(by).flatMap(one -> Figures.find(key, one)).orElseThrow(NotFound::new);
    }
}
