package org.tasuki.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A role is an inbox: what a process file names as candidate group, and what an account may work at. */
public enum Role {
    RECEPTION(Side.CENTER, Scope.CENTER), // 受付: must find the child that was notified before
    OFFICER(Side.CENTER, Scope.TEAM), // 児童福祉司
    SUPERVISOR(Side.CENTER, Scope.CENTER), // 指導教育担当児童福祉司 (SV)
    PSYCHOLOGIST(Side.CENTER, Scope.TEAM), // 児童心理司
    MEDICAL(Side.CENTER, Scope.TEAM), // 医師・保健師
    LAWYER(Side.CENTER, Scope.TEAM), // 弁護士
    PROTECTION(Side.CENTER, Scope.TEAM), // 一時保護職員
    DIRECTOR(Side.CENTER, Scope.CENTER), // 所長
    POLICE(Side.AGENCY, Scope.NONE), // 少年係・生活安全
    PROSECUTOR(Side.AGENCY, Scope.NONE), // 検察
    MUNICIPAL(Side.AGENCY, Scope.NONE), // こども家庭センター
    SCHOOL(Side.AGENCY, Scope.NONE), // 学校
    SUPPORT(Side.AGENCY, Scope.NONE), // ワンストップ支援センターほか
    TRAINER(Side.HOUSE, Scope.NONE), // 研修担当
    ANALYST(Side.HOUSE, Scope.NONE), // 施策分析担当
    ADMIN(Side.HOUSE, Scope.NONE), // システム管理者
    AUDITOR(Side.HOUSE, Scope.NONE); // 監査担当

    private enum Side {
        CENTER,
        AGENCY,
        HOUSE
    }

    private final Side side;
    private final Scope scope;

    Role(Side side, Scope scope) {
        this.side = side;
        this.scope = scope;
    }

    /** As process files and the database spell it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How much of the center's cases the role reaches by itself. */
    public Scope scope() {
        return scope;
    }

    public boolean ofAgency() {
        return side == Side.AGENCY;
    }

    /** Works on cases at the center. */
    public boolean ofCenter() {
        return side == Side.CENTER;
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
