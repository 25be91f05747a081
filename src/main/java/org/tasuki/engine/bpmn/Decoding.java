package org.tasuki.engine.bpmn;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a file that a tool wrote. Its first bytes are believed before its declaration: tools that keep their text in UTF-16 write
 * that into the declaration, and then save the file as UTF-8.
 */
final class Decoding {

    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final int DECLARATION = 200;

    private Decoding() {}

    static String of(byte[] bytes) throws UnreadableProcess {
        Charset charset = charset(bytes);
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            // What stands before the first tag keeps every parser from reading on.
            return (text.startsWith("\uFEFF") ? text.substring(1) : text).stripLeading();
        } catch (CharacterCodingException other) {
            throw new UnreadableProcess(
                    "文字コードが %s ではありません。UTF-8 で保存し直してください。".formatted(charset.name()),
                    "The file is not in %s, as it should be. Save it as UTF-8.".formatted(charset.name()));
        }
    }

    private static Charset charset(byte[] bytes) throws UnreadableProcess {
        if (begins(bytes, 0xFF, 0xFE, 0, 0) || begins(bytes, '<', 0, 0, 0)) {
            return Charset.forName("UTF-32LE");
        }
        if (begins(bytes, 0, 0, 0xFE, 0xFF) || begins(bytes, 0, 0, 0, '<')) {
            return Charset.forName("UTF-32BE");
        }
        if (begins(bytes, 0xFF, 0xFE) || begins(bytes, '<', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        if (begins(bytes, 0xFE, 0xFF) || begins(bytes, 0, '<')) {
            return StandardCharsets.UTF_16BE;
        }
        return begins(bytes, 0xEF, 0xBB, 0xBF) ? StandardCharsets.UTF_8 : declared(bytes);
    }

    private static Charset declared(byte[] bytes) throws UnreadableProcess {
        Matcher declared = DECLARED.matcher(
                new String(bytes, 0, Math.min(bytes.length, DECLARATION), StandardCharsets.ISO_8859_1));
        if (!declared.find() || declared.group(1).matches("(?i)(UTF|UCS|ISO-10646-UCS)-?(16|32|2|4).*")) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(declared.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new UnreadableProcess(
                    "XML 宣言の文字コードが分かりません。UTF-8 で保存し直してください。",
                    "The encoding that the XML declaration names is not known. Save the file as UTF-8.");
        }
    }

    private static boolean begins(byte[] bytes, int... first) {
        for (int at = 0; at < first.length; at++) {
            if (at >= bytes.length || (bytes[at] & 0xFF) != first[at]) {
                return false;
            }
        }
        return true;
    }
}
