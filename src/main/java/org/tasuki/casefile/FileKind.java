package org.tasuki.casefile;

import java.util.List;
import java.util.Locale;

/** The kinds of files that a case takes in. Which one a file is, its content says ({@link FileContent}). */
public enum FileKind {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg", "jpeg", "jpe", "jfif"),
    PNG("image/png", "png"),
    HEIC("image/heic", "heic", "heif"),
    TEXT("text/plain", "txt", "text", "csv", "log", "eml"),
    WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    EXCEL("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private final String mediaType;
    private final List<String> extensions;

    FileKind(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    public String mediaType() {
        return mediaType;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Without the dot; the one that a file without any is given. */
    String extension() {
        return extensions.get(0);
    }

    boolean mayBeCalled(String extension) {
        return extensions.contains(extension.toLowerCase(Locale.ROOT));
    }

    static FileKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
