package org.tasuki.casefile;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names as a search compares them: hiragana and katakana, width, small kana, spaces and common name variants (﨑/崎, 髙/高,
 * 𠮷/吉) make no difference.
 */
final class SearchText {

    private static final Transliterator TO_HIRAGANA = Transliterator.getInstance("Katakana-Hiragana");

    private static final String SMALL = "ぁぃぅぇぉっゃゅょゎ";
    private static final String LARGE = "あいうえおつやゆよわ";

    private static final Map<Integer, String> VARIANTS = Map.ofEntries(
            variant("﨑", "崎"),
            variant("髙", "高"),
            variant("𠮷", "吉"),
            variant("邊", "辺"),
            variant("邉", "辺"),
            variant("齋", "斎"),
            variant("齊", "斉"),
            variant("斎", "斉"),
            variant("澤", "沢"),
            variant("濵", "浜"),
            variant("濱", "浜"),
            variant("廣", "広"),
            variant("嶋", "島"),
            variant("嶌", "島"),
            variant("德", "徳"),
            variant("瀨", "瀬"),
            variant("國", "国"),
            variant("惠", "恵"));

    private static final int SERIAL = 5;

    private SearchText() {}

    static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        // Compatibility forms of kanji would be lost in normalisation's own way, so variants are folded first and last.
        String folded = Normalizer.normalize(fold(text), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return fold(small(TO_HIRAGANA.transliterate(folded)))
                .replaceAll("[\\s\\p{Cc}\\p{Cf}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]+", "");
    }

    /**
     * A pattern for case numbers: the whole number in any width and case, or its last digits (42 finds SM-2026-00042).
     * What cannot be a number finds none.
     */
    static String number(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("\\p{Cc}", "")
                .strip()
                .toUpperCase(Locale.ROOT);
        String dashed = plain.replaceAll("[\\u2010-\\u2015\\u2212\\u30FC]", "-");
        if (dashed.matches("\\d{1,5}")) {
            return "%-" + "0".repeat(SERIAL - dashed.length()) + dashed;
        }
        if (dashed.matches("\\d{4}-\\d{1,5}")) {
            int cut = dashed.indexOf('-') + 1;
            return "%-" + dashed.substring(0, cut) + "0".repeat(SERIAL - dashed.length() + cut) + dashed.substring(cut);
        }
        return dashed.replaceAll("([!%_])", "!$1");
    }

    private static String fold(String text) {
        return text.codePoints()
                .mapToObj(point -> VARIANTS.getOrDefault(point, Character.toString(point)))
                .collect(Collectors.joining());
    }

    private static String small(String text) {
        return text.codePoints()
                .mapToObj(point -> SMALL.indexOf(point) < 0
                        ? Character.toString(point)
                        : String.valueOf(LARGE.charAt(SMALL.indexOf(point))))
                .collect(Collectors.joining());
    }

    private static Map.Entry<Integer, String> variant(String written, String meant) {
        // 斎 and 斉 are both ways: the chain 齋 → 斎 → 斉 is flattened here.
        return Map.entry(written.codePointAt(0), "斎".equals(meant) ? "斉" : meant);
    }
}
