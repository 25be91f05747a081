package org.tasuki.people.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.tasuki.people.Sections.Named;
import org.tasuki.people.Sections.Section;
import org.tasuki.terms.Text;

/** A section as it was typed: a new one, or what one is to be called from now on. */
record SectionSheet(Sheet sheet) {

    static SectionSheet of(Named section) {
        String supervisor = section.supervisor() == null ? "" : section.supervisor();
        return new SectionSheet(Sheet.of(Map.of(
                "ja", List.of(section.name().ja()),
                "en", List.of(section.name().en()),
                "supervisor", List.of(supervisor),
                "was.ja", List.of(section.name().ja()),
                "was.en", List.of(section.name().en()),
                "was.supervisor", List.of(supervisor))));
    }

    static SectionSheet fresh(MultiValueMap<String, String> typed, List<Section> there, Set<String> supervisors) {
        SectionSheet sheet = change("", typed, there, supervisors);
        sheet.sheet.mustMatch("key", Sheet.KEY, "people.problem.key");
        sheet.mustBeNew("key", there, Section::key, "people.problem.keyTaken");
        return sheet;
    }

    /** @param key of the section itself, whose name is no other's */
    static SectionSheet change(
            String key, MultiValueMap<String, String> typed, List<Section> there, Set<String> supervisors) {
        SectionSheet sheet = new SectionSheet(new Sheet(typed));
        List<Section> others =
                there.stream().filter(one -> !one.key().equals(key)).toList();
        sheet.sheet.mustBeNamed("ja", "en");
        sheet.mustBeNew("ja", others, one -> one.name().ja(), "people.problem.section.taken");
        sheet.mustBeNew("en", others, one -> one.name().en(), "people.problem.section.taken");
        String supervisor = sheet.sheet.text("supervisor");
        if (!supervisor.isEmpty() && !supervisors.contains(supervisor)) {
            sheet.sheet.add("supervisor", "people.problem.section.supervisor");
        }
        return sheet;
    }

    private void mustBeNew(String field, List<Section> others, Function<Section, String> theirs, String problem) {
        if (others.stream().map(theirs).anyMatch(sheet.text(field)::equals)) {
            sheet.add(field, problem);
        }
    }

    String key() {
        return sheet.text("key");
    }

    Named section(String center, String key) {
        return named(center, key, "");
    }

    /** As the page showed it that this was typed on. */
    Named was(String center, String key) {
        return named(center, key, "was.");
    }

    private Named named(String center, String key, String before) {
        String supervisor = sheet.text(before + "supervisor");
        return new Named(
                center, key, new Text(sheet.text(before + "ja"), sheet.text(before + "en")), noneOf(supervisor));
    }

    private static @Nullable String noneOf(String text) {
        return text.isEmpty() ? null : text;
    }
}
