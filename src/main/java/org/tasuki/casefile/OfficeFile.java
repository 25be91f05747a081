package org.tasuki.casefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A zip archive that may be a Word or Excel file (Office Open XML) without macros. The archive is read within bounds: a few
 * kilobytes can unfold into gigabytes.
 */
record OfficeFile(byte[] bytes) {

    private static final String TYPES = "[Content_Types].xml";
    private static final int MOST_ENTRIES = 5000;
    private static final long MOST_UNFOLDED = 200L << 20;
    private static final int MOST_OF_TYPES = 1 << 20;

    /** Names stand in an archive uncompressed, so that nothing is overlooked that its directory or its order hides. */
    private static final Set<String> MACROS = Set.of("vbaproject", "vbadata", "macrosheets", "activex");

    private static final Set<String> MACRO_TYPES = Set.of("macroenabled", "vbaproject", "macrosheet", "activex");

    /** What a walk through the archive found. */
    private static final class Found {
        private final Set<String> names = new HashSet<>();
        private String types = "";
        private long unfolded;
    }

    Optional<FileKind> kind() {
        String raw = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        if (MACROS.stream().anyMatch(raw::contains)) {
            return Optional.empty();
        }
        return walk().flatMap(OfficeFile::kind);
    }

    private static Optional<FileKind> kind(Found found) {
        String types = found.types.toLowerCase(Locale.ROOT);
        if (MACRO_TYPES.stream().anyMatch(types::contains)) {
            return Optional.empty();
        }
        if (found.names.contains("word/document.xml") && types.contains("wordprocessingml.document.main+xml")) {
            return Optional.of(FileKind.WORD);
        }
        return Optional.of(FileKind.EXCEL)
                .filter(excel -> found.names.contains("xl/workbook.xml"))
                .filter(excel -> types.contains("spreadsheetml.sheet.main+xml"));
    }

    /** Empty for what is no whole archive, or goes beyond the bounds. */
    private Optional<Found> walk() {
        Found found = new Found();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null) {
                found.names.add(entry.getName());
                if (found.names.size() > MOST_ENTRIES || !read(zip, entry, found)) {
                    return Optional.empty();
                }
                entry = zip.getNextEntry();
            }
            return Optional.of(found);
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static boolean read(InputStream entry, ZipEntry head, Found found) throws IOException {
        if (head.getName().equals(TYPES)) {
            found.types = new String(entry.readNBytes(MOST_OF_TYPES), StandardCharsets.UTF_8);
        }
        byte[] buffer = new byte[1 << 16];
        int read = entry.read(buffer);
        while (read >= 0 && found.unfolded <= MOST_UNFOLDED) {
            found.unfolded += read;
            read = entry.read(buffer);
        }
        return found.unfolded <= MOST_UNFOLDED;
    }
}
