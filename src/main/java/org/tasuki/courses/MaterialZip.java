package org.tasuki.courses;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.tasuki.terms.Typing;

/** The one file in which courses go between offices: a ZIP of texts. It is read in memory, never past its limits, and nothing is unpacked. */
final class MaterialZip {

    static final String MANIFEST = "tasuki-courses.yaml";

    private static final int ENTRIES_MOST = 500;
    private static final int ENTRY_MOST = 256 << 10;
    private static final int WHOLE_MOST = 4 << 20;
    private static final int NAME_SHOWN = 80;

    private static final Pattern NAME = Pattern.compile(Pattern.quote(MANIFEST)
            + "|courses/[a-z0-9-]{1,60}\\.yaml"
            + "|courses/questions/[a-z0-9-]{1,60}\\.yaml"
            + "|courses/scenarios/[a-z0-9-]{1,60}\\.yaml"
            + "|courses/texts/[a-z0-9-]{1,60}\\.(ja|en)\\.md");

    private static final Set<String> FOLDERS =
            Set.of("courses/", "courses/texts/", "courses/questions/", "courses/scenarios/");

    private MaterialZip() {}

    /** Content by name, as an office keeps it: line ends as one character, NFC. */
    static Map<String, String> read(byte[] zip) throws NotAccepted {
        Map<String, String> files = new TreeMap<>();
        int entries = 0;
        int whole = 0;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (++entries > ENTRIES_MOST) {
                    throw new NotAccepted("ファイルの数が多すぎます（500個まで）。", "There are too many files in it (up to 500).");
                }
                if (FOLDERS.contains(entry.getName())) {
                    // Whatever stands in a folder would be unpacked to get past it, however long that is.
                    if (in.read() != -1) {
                        throw new NotAccepted("フォルダーに内容があります。", "A folder in it has content.");
                    }
                    continue;
                }
                String name = name(entry.getName());
                byte[] content = in.readNBytes(ENTRY_MOST + 1);
                whole += content.length;
                if (content.length > ENTRY_MOST || whole > WHOLE_MOST) {
                    throw new NotAccepted(
                            "展開すると大きすぎます（1つ256KB、全部で4MBまで）。",
                            "Unpacked it is too large (up to 256 KB each, 4 MB in all).");
                }
                if (files.put(name, text(name, content)) != null) {
                    throw new NotAccepted(name + ": 同じ名前のファイルが二つあります", name + ": is there twice");
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new NotAccepted("ZIPファイルが壊れています。", "The ZIP file is broken.");
        }
        if (entries == 0) {
            throw new NotAccepted("ZIPファイルではないか、中身がありません。", "It is no ZIP file, or there is nothing in it.");
        }
        return files;
    }

    private static String name(String written) throws NotAccepted {
        if (NAME.matcher(written).matches()) {
            return written;
        }
        String shown = Typing.visible(written.substring(0, Math.min(written.length(), NAME_SHOWN)));
        throw new NotAccepted(
                "「%s」という名前のファイルは、教材には入れられません。".formatted(shown),
                "No file called %s belongs into course material.".formatted(shown));
    }

    private static String text(String name, byte[] content) throws NotAccepted {
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            // Some editors begin every file with this mark.
            String text = Typing.tidy(decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded);
            if (!Typing.hostile(text, true)) {
                return text + "\n";
            }
        } catch (CharacterCodingException noText) {
            // Told with the same words.
        }
        throw new NotAccepted(List.of(MaterialCheck.odd(name)));
    }

    /** @param at written on each entry, so that the same courses make the same file */
    static byte[] write(Map<String, String> files, Instant at) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setLastModifiedTime(FileTime.from(at));
                out.putNextEntry(entry);
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }
}
