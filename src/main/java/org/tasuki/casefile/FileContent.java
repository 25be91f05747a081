package org.tasuki.casefile;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What kind of file these bytes are. Neither the file's name nor the browser is asked. What is none of {@link FileKind} is
 * unknown, however it is called: programs, archives, old and macro-bearing office files, what is under a password.
 */
record FileContent(byte[] bytes) {

    private static final byte[] PDF = bytes("%PDF-");
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    /** ISO/IEC 23008-12: still pictures, as telephones take them. */
    private static final Set<String> HEIC = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");

    private static final int BRAND = 4;

    /** Texts of Japanese offices are in one of these. */
    private static final Charset[] TEXTS = {StandardCharsets.UTF_8, Charset.forName("windows-31j")};

    Optional<FileKind> kind() {
        if (begins(PDF)) {
            return Optional.of(FileKind.PDF);
        }
        if (begins(PNG)) {
            return Optional.of(FileKind.PNG);
        }
        if (begins(JPEG)) {
            return Optional.of(FileKind.JPEG);
        }
        if (begins(ZIP)) {
            return new OfficeFile(bytes).kind();
        }
        if (ascii(BRAND, "ftyp".length()).equals("ftyp")) {
            return Optional.of(FileKind.HEIC).filter(heic -> HEIC.contains(ascii(2 * BRAND, BRAND)));
        }
        return Optional.of(FileKind.TEXT).filter(text -> isText());
    }

    private boolean begins(byte[] magic) {
        return bytes.length > magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }

    private String ascii(int from, int length) {
        return bytes.length < from + length ? "" : new String(bytes, from, length, StandardCharsets.US_ASCII);
    }

    private boolean isText() {
        return charset().isPresent();
    }

    /** Which of the two that Japanese offices write it can be read in, if it is text at all. */
    Optional<Charset> charset() {
        return Arrays.stream(TEXTS).filter(this::isText).findFirst();
    }

    private boolean isText(Charset charset) {
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .chars()
                    .noneMatch(point -> Character.isISOControl(point) && "\n\r\t\f".indexOf(point) < 0);
        } catch (CharacterCodingException notText) {
            return false;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
