package org.tasuki.training.paper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tasuki.engine.Drawing;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.ProcessFacts;
import org.tasuki.engine.StepFacts;
import org.tasuki.engine.StepKind;
import org.tasuki.engine.bpmn.UnreadableProcess;
import org.tasuki.training.ProcessStories;
import org.tasuki.training.ProcessStory;
import org.tasuki.training.paper.Booklet.Sheet;

/** Puts a booklet together, from the files that are at work. */
@Component
class Booklets {

    /** What an A4 sheet on its side holds under a line that says which it is, in points: see {@code training/paper/booklet}. */
    private static final double WIDTH = 770;

    private static final double HEIGHT = 516;

    private final ProcessCatalog catalog;
    private final ProcessStories stories;
    private final BookletSteps steps;

    Booklets(ProcessCatalog catalog, ProcessStories stories, BookletSteps steps) {
        this.catalog = catalog;
        this.stories = stories;
        this.steps = steps;
    }

    Booklet of(ProcessFacts process, Locale language) {
        Map<String, Integer> numbers = numbers(process);
        String intro = stories.of(process.key())
                .map(ProcessStory::intro)
                .map(text -> text.in(language))
                .orElse("");
        return new Booklet(
                process.name().in(language),
                process.documentation().in(language),
                intro,
                sheets(process, numbers, language),
                steps.of(process, numbers, language));
    }

    /** Of the steps where something is done, in the order of the file. */
    static Map<String, Integer> numbers(ProcessFacts process) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        process.steps().stream().filter(Booklets::told).forEach(step -> numbers.put(step.id(), numbers.size() + 1));
        return numbers;
    }

    private static boolean told(StepFacts step) {
        return step.kind() == StepKind.TASK || step.kind() == StepKind.CALL || step.kind() == StepKind.AUTOMATIC;
    }

    private List<Sheet> sheets(ProcessFacts process, Map<String, Integer> numbers, Locale language) {
        Drawing drawing = drawing(process, language);
        if (drawing.shapes().isEmpty()) {
            return List.of();
        }
        Tiles tiles = Tiles.of(drawing.bounds(), WIDTH, HEIGHT);
        DiagramPicture picture = new DiagramPicture(drawing, numbers);
        List<Sheet> sheets = new ArrayList<>();
        tiles.sheets()
                .forEach(sheet ->
                        sheets.add(new Sheet(sheets.size() + 1, address(picture.sheet(sheet, tiles.scale())))));
        return List.copyOf(sheets);
    }

    private Drawing drawing(ProcessFacts process, Locale language) {
        try {
            return Drawing.of(
                    catalog.diagram(process.key(), language).orElseThrow().getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableProcess cause) {
            throw new IllegalStateException(process.key(), cause);
        }
    }

    static String address(String svg) {
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }
}
