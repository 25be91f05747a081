package org.tasuki.casefile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a document is to the office, whatever file it comes in. */
public enum DocumentKind {
    REGISTER, // 戸籍・住民票
    MEDICAL, // 診断書・医療機関の資料
    SCHOOL, // 学校・保育所等の資料
    POLICE, // 警察・検察の資料
    COURT, // 家庭裁判所の資料
    AGENCY, // その他の関係機関の資料
    PHOTOGRAPH, // 写真
    LETTER, // 手紙・本人や家族の書いたもの
    OTHER;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<DocumentKind> find(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
