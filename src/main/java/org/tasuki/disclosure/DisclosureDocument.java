package org.tasuki.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tasuki.casefile.CaseFile;
import org.tasuki.paper.Paper;
import org.tasuki.people.Offices;
import org.tasuki.web.Dates;

/** What is given out, on paper and in Japanese. Kept back parts are not in it at all: only that there is one, and why not. */
@Component
class DisclosureDocument {

    private static final Locale JA = Locale.JAPANESE;

    private final Paper paper;
    private final Offices offices;
    private final Dates dates;
    private final MessageSource texts;

    DisclosureDocument(Paper paper, Offices offices, Dates dates, MessageSource texts) {
        this.paper = paper;
        this.offices = offices;
        this.dates = dates;
        this.texts = texts;
    }

    /** A part as it is given, or so many that are kept back. */
    record Section(String title, @Nullable String ground, int times, List<Line> lines) {

        boolean goesOnWith(Section next) {
            return ground != null && title.equals(next.title) && ground.equals(next.ground);
        }

        Section once() {
            return new Section(title, ground, times + 1, lines);
        }
    }

    record Line(String label, List<Blackout.Piece> pieces) {}

    byte[] of(CaseFile file, Request request, List<Part> parts, LocalDate decided) {
        Locale reader = LocaleContextHolder.getLocale();
        LocaleContextHolder.setLocale(JA);
        try {
            return paper.of("disclosure/document", facts(file, request, parts, decided), JA);
        } finally {
            LocaleContextHolder.setLocale(reader);
        }
    }

    private Map<String, Object> facts(CaseFile file, Request request, List<Part> parts, LocalDate decided) {
        boolean whole = parts.stream().allMatch(Part::whole);
        return Map.of(
                "office",
                offices.center(file.center()).map(center -> center.name().ja()).orElse(file.center()),
                "number",
                file.number().value(),
                "request",
                String.valueOf(request.id()),
                "requester",
                say("disclosure.requester." + request.requester()),
                "received",
                dates.day(request.receivedOn()),
                "today",
                dates.day(decided),
                "decision",
                say(whole ? "disclosure.document.whole" : "disclosure.document.part"),
                "sections",
                sections(parts));
    }

    private static List<Section> sections(List<Part> parts) {
        List<Section> sections = new ArrayList<>();
        for (Part part : parts) {
            Section next = section(part);
            int last = sections.size() - 1;
            if (last >= 0 && sections.get(last).goesOnWith(next)) {
                sections.set(last, sections.get(last).once());
            } else {
                sections.add(next);
            }
        }
        return sections;
    }

    private static Section section(Part part) {
        return part.given()
                ? new Section(
                        part.title(),
                        null,
                        1,
                        part.lines().stream().map(DisclosureDocument::line).toList())
                : new Section(part.group(), part.ground(), 1, List.of());
    }

    private static Line line(Part.Line line) {
        return new Line(line.label(), Blackout.pieces(line.text()));
    }

    private String say(String key) {
        return texts.getMessage(key, null, JA);
    }
}
