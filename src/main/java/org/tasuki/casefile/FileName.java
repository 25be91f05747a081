package org.tasuki.casefile;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A file's name as it is kept and given out again: the last part of a path, in one spelling, without what could lead out of a
 * folder, turn the reading direction around, or not be seen at all.
 *
 * @param base without the extension; never empty
 * @param extension without the dot; empty when it has none
 */
record FileName(String base, String extension) {

    private static final int MOST = 100;
    private static final int MOST_OF_EXTENSION = 10;
    private static final String UNNAMED = "資料";
    private static final String NOT_IN_NAMES = "<>:\"|?*";

    /** Windows takes these for devices, whatever comes after the dot. */
    private static final Set<String> DEVICES =
            Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3");

    static FileName of(String sent) {
        String name = clean(sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1));
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot + 1);
        boolean has = !extension.isEmpty() && extension.length() <= MOST_OF_EXTENSION;
        return new FileName(base(has ? name.substring(0, dot) : name), has ? extension : "");
    }

    /** Whether the name promises nothing else than what the content is. */
    boolean fits(FileKind kind) {
        return extension.isEmpty() || kind.mayBeCalled(extension);
    }

    String of(FileKind kind) {
        return base + '.' + (extension.isEmpty() ? kind.extension() : extension.toLowerCase(Locale.ROOT));
    }

    private static String clean(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .codePoints()
                .filter(point -> !unseen(point))
                .mapToObj(point -> NOT_IN_NAMES.indexOf(point) < 0 ? Character.toString(point) : "_")
                .collect(Collectors.joining())
                .strip();
    }

    /** Control characters, those that set the reading direction or join others, halves of characters, private ones. */
    static boolean unseen(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static String base(String name) {
        String trimmed = name.replaceAll("^[.\\s　]+|[.\\s　]+$", "");
        String base = trimmed.codePoints()
                .limit(MOST)
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .strip();
        if (base.isEmpty()) {
            return UNNAMED;
        }
        return DEVICES.contains(base.toLowerCase(Locale.ROOT)) ? '_' + base : base;
    }
}
