package org.tasuki.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A role is an inbox: what a process file names as candidate group, and what an account may work at. */
public enum Role {
    RECEPTION(Side.CENTER), // 受付
    OFFICER(Side.CENTER), // 児童福祉司
    SUPERVISOR(Side.CENTER), // 指導教育担当児童福祉司 (SV)
    PSYCHOLOGIST(Side.CENTER), // 児童心理司
    MEDICAL(Side.CENTER), // 医師・保健師
    LAWYER(Side.CENTER), // 弁護士
    PROTECTION(Side.CENTER), // 一時保護職員
    DIRECTOR(Side.CENTER), // 所長
    POLICE(Side.AGENCY), // 少年係・生活安全
    PROSECUTOR(Side.AGENCY), // 検察
    MUNICIPAL(Side.AGENCY), // こども家庭センター
    SCHOOL(Side.AGENCY), // 学校
    SUPPORT(Side.AGENCY), // ワンストップ支援センターほか
    TRAINER(Side.HOUSE), // 研修担当
    ANALYST(Side.HOUSE), // 施策分析担当
    ADMIN(Side.HOUSE), // システム管理者
    AUDITOR(Side.HOUSE); // 監査担当

    private enum Side {
        CENTER,
        AGENCY,
        HOUSE
    }

    private final Side side;

    Role(Side side) {
        this.side = side;
    }

    /** As process files and the database spell it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean ofAgency() {
        return side == Side.AGENCY;
    }

    /** Works on cases at the center. */
    public boolean ofCenter() {
        return side == Side.CENTER;
    }

    /** Belongs to the office, but not to its cases. */
    public boolean ofHouse() {
        return side == Side.HOUSE;
    }

    /** Belongs to a center, on its cases or beside them. */
    public boolean ofOffice() {
        return side != Side.AGENCY;
    }

    public static Role of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** The roles that process files may name, by key. */
    public static Set<String> keys() {
        return Arrays.stream(values()).map(Role::key).collect(Collectors.toUnmodifiableSet());
    }

    public static @Nullable Role find(String key) {
        return keys().contains(key) ? of(key) : null;
    }
}
