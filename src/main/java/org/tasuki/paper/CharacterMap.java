package org.tasuki.paper;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;

/**
 * Which character the font shows by which glyph, one character a glyph where several look the same, such as the radical ⽰ and
 * 示: who searches a PDF, or has it read aloud, gets what stands first in the font, and that would be the radical.
 */
class CharacterMap {

    /** A record of the directory, and the head of a map: see the OpenType specification, "cmap", format 12. */
    private static final int DIRECTORY = 12;

    private static final int RECORD = 16;
    private static final int HEAD = 28;
    private static final int GROUP = 12;

    private final Map<Integer, Integer> glyphs = new HashMap<>();
    private final Map<Integer, Integer> usual = new HashMap<>();

    CharacterMap(CmapLookup font, int mostGlyphs) {
        for (int glyph = 1; glyph < mostGlyphs; glyph++) {
            List<Integer> characters = font.getCharCodes(glyph);
            if (characters != null) {
                add(glyph, characters);
            }
        }
    }

    private void add(int glyph, List<Integer> characters) {
        int chosen = characters.stream()
                .min(Comparator.comparingInt(CharacterMap::rank))
                .orElseThrow();
        glyphs.put(chosen, glyph);
        characters.forEach(character -> usual.put(character, chosen));
    }

    /** Latin first, then what Japanese is written in, then what only looks like it. */
    private static int rank(int character) {
        if (character < 0x250) {
            return 0;
        }
        return character >= 0x3000 && character < 0xA000 || character >= 0x20000 ? 1 : 2;
    }

    boolean shows(int character) {
        return glyphs.containsKey(character);
    }

    /** The character that is shown in its place. */
    int usual(int character) {
        return usual.getOrDefault(character, character);
    }

    /** The font file with this map instead of its own. */
    byte[] into(byte[] file) {
        byte[] map = written();
        int start = (file.length + 3) / 4 * 4;
        byte[] font = Arrays.copyOf(file, start + map.length);
        System.arraycopy(map, 0, font, start, map.length);
        ByteBuffer directory = ByteBuffer.wrap(font);
        int tables = directory.getShort(4);
        for (int record = DIRECTORY; record < DIRECTORY + tables * RECORD; record += RECORD) {
            if ("cmap".equals(new String(font, record, 4, StandardCharsets.US_ASCII))) {
                directory.putInt(record + 8, start).putInt(record + 12, map.length);
            }
        }
        return font;
    }

    /** A group a character: larger than need be, and read once. */
    private byte[] written() {
        List<Integer> characters = new ArrayList<>(glyphs.keySet());
        Collections.sort(characters);
        int length = 16 + GROUP * characters.size();
        ByteBuffer map = ByteBuffer.allocate(HEAD - 16 + length);
        map.putShort((short) 0).putShort((short) 1);
        map.putShort((short) 3).putShort((short) 10).putInt(HEAD - 16);
        map.putShort((short) 12).putShort((short) 0).putInt(length).putInt(0).putInt(characters.size());
        for (int character : characters) {
            map.putInt(character).putInt(character).putInt(glyphs.getOrDefault(character, 0));
        }
        return map.array();
    }
}
