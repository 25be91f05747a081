package org.tasuki.casefile.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What pages show of a case. Texts are in the reader's language; instants are on the case's clock. */
public final class CaseViews {

    private CaseViews() {}

    /** As messages and templates spell a state or a kind. */
    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    public record Child(
            @Nullable String kana,
            @Nullable String name,
            @Nullable LocalDate birth,
            @Nullable String sex,
            @Nullable String school,
            @Nullable String living) {}

    /** @param notes what makes it unlike the others: that it stands still, was agreed, or is provisional */
    public record Deadline(String label, @Nullable String law, Instant start, Instant due, List<String> notes) {}

    public record Contact(Instant at, String who, String with, String text) {}

    public record Person(
            @Nullable String relation,
            @Nullable String name,
            @Nullable String kana,
            @Nullable LocalDate birth,
            @Nullable Boolean together,
            @Nullable String note) {}

    public record Diagram(String title, String source, List<Step> steps) {}

    /** @param state taken, current or next */
    public record Step(
            String element,
            String name,
            String state,
            @Nullable Instant from,
            @Nullable String spent,
            @Nullable String who) {}
}
