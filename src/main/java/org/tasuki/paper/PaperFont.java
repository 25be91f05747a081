package org.tasuki.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.core.io.ClassPathResource;

/** The one font of everything printed, and which characters it can show. */
class PaperFont {

    static final String FAMILY = "Noto Sans JP";

    static final String FILE = "paper/noto-sans-jp.ttf";

    private final byte[] file;
    private final CharacterMap characters;

    private PaperFont(byte[] file, CharacterMap characters) {
        this.file = characters.into(file);
        this.characters = characters;
    }

    static PaperFont read() {
        try (InputStream resource = new ClassPathResource(FILE).getInputStream()) {
            byte[] file = resource.readAllBytes();
            try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
                return new PaperFont(file, new CharacterMap(font.getUnicodeCmapLookup(), font.getNumberOfGlyphs()));
            }
        } catch (IOException missing) {
            throw new UncheckedIOException(FILE + " is not on the class path", missing);
        }
    }

    InputStream open() {
        return new ByteArrayInputStream(file);
    }

    boolean shows(int character) {
        return characters.shows(character);
    }

    int usual(int character) {
        return characters.usual(character);
    }
}
