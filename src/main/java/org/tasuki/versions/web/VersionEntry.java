package org.tasuki.versions.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.tasuki.engine.ProcessSource;

/** What was typed beside a file, and what is the matter with either. */
record VersionEntry(String from, String fileName, @Nullable String fileProblem, @Nullable String fromProblem) {

    /** Nobody plans further ahead. */
    private static final int YEARS_MOST = 2;

    static VersionEntry on(LocalDate today) {
        return new VersionEntry(today.toString(), "", null, null);
    }

    static VersionEntry read(String from, @Nullable MultipartFile file, boolean tooLarge, LocalDate today) {
        String name = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        return new VersionEntry(from, clean(name), problem(file, tooLarge), problem(from, today));
    }

    private static @Nullable String problem(@Nullable MultipartFile file, boolean tooLarge) {
        if (tooLarge || (file != null && file.getSize() > ProcessSource.LIMIT)) {
            return "versions.file.tooLarge";
        }
        return file == null || file.isEmpty() ? "versions.file.none" : null;
    }

    private static @Nullable String problem(String from, LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(from);
            return day.isBefore(today)
                    ? "versions.from.past"
                    : day.isAfter(today.plusYears(YEARS_MOST)) ? "versions.from.far" : null;
        } catch (DateTimeParseException none) {
            return "versions.from.wrong";
        }
    }

    /** Without the way to it, and without what is no letter. */
    private static String clean(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{C}", "")
                .strip();
        return last.isEmpty() ? "process.bpmn" : last;
    }

    /** A file that says nothing new. */
    VersionEntry same() {
        return new VersionEntry(from, fileName, "versions.file.same", fromProblem);
    }

    boolean sound() {
        return fileProblem == null && fromProblem == null;
    }

    LocalDate day() {
        return LocalDate.parse(from);
    }
}
