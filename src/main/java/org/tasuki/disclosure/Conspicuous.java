package org.tasuki.disclosure;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Words that look as if they named somebody or led to them: with a title, a telephone number, a place with its number, or
 * whoever told us something. Only
 * offered to whoever reads; what names nobody is found by no rule.
 */
final class Conspicuous {

    private static final Pattern WORDS = Pattern.compile(
            // 栗栖先生, 田中さん, ヤマダ様
            "(?:[\\p{IsHan}々ヶ]{1,4}|[\\p{IsKatakana}ー]{2,8})(?=先生|さん|ちゃん|君|くん|様|氏|医師|弁護士|教諭|保育士|巡査|警部)"
                    // 中央小学校, ひまわり保育園, みなと病院
                    + "|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]{2,10}?(?:小学校|中学校|高等学校|高校|保育園|保育所|幼稚園|こども園|病院|医院|クリニック)"
                    // 同じ建物に住む人から。, 匿名の方からの通告: who told us
                    + "|[^。、「」\\s]{2,14}(?=から(?:。|の?(?:通告|通報|情報提供|相談|連絡|電話)))"
                    // 03-1234-5678, 090 1234 5678
                    + "|0\\d{1,4}[-－ー( ]?\\d{1,4}[-－ー) ]?\\d{3,4}"
                    // 3丁目2番1号, 3-2-1
                    + "|\\d{1,3}丁目\\d{1,3}(?:番地?)?(?:\\d{1,3}号?)?");

    /** Of people whom a title alone stands for: 担任の先生 names nobody. */
    private static final Set<String> NOBODY = Set.of(
            "担任", "校長", "園長", "担当", "主治", "母", "父", "祖母", "祖父", "兄", "姉", "弟", "妹", "叔母", "叔父", "伯母", "伯父", "児童", "本人",
            "奥", "娘", "息子", "皆", "お母", "お父", "医師", "保健", "近隣", "友人");

    private Conspicuous() {}

    /** Each once, in the order of the text. */
    static List<String> in(String text) {
        return WORDS.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(word -> !NOBODY.contains(word) && word.codePointCount(0, word.length()) > 1)
                .distinct()
                .toList();
    }
}
