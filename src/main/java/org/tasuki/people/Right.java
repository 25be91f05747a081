package org.tasuki.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What somebody may do beyond working on a case that they reach. Who has it stands in {@code processes/rights.yaml}. */
public enum Right {
    END_CASE(Over.CASES), // 終結・取下げ・併合
    TAKE_BACK(Over.CASES), // 受付の取消し
    REOPEN_CASE(Over.CASES), // 再開
    SEE_NOTIFIER(Over.CASES), // 通告者の閲覧
    CHANGE_TEAM(Over.CASES), // 担当者・チームの変更
    EXCLUDE(Over.CASES), // 担当から外す
    RESTRICT(Over.CASES), // 閲覧制限
    LIFT_RESTRICTION(Over.CASES), // 閲覧制限の解除
    ASSIGN_TASK(Over.CASES), // 仕事の割り振り
    KEEP_ABSENCES(Over.CASES), // ほかの職員の不在・引継ぎの登録
    START_HAND_OVER(Over.CASES), // 会議によらない依頼の開始
    PREPARE_DISCLOSURE(Over.CASES), // 開示請求の受付・準備
    DECIDE_DISCLOSURE(Over.CASES), // 開示決定
    PROPOSE_ERASURE(Role.SUPERVISOR, Role.DIRECTOR), // 廃棄の提案
    DECIDE_ERASURE(Role.DIRECTOR), // 廃棄の承認・実行
    WAIVE_DEADLINE(Over.CASES), // 期限の免除
    PAUSE_DEADLINE(Over.CASES), // 期限の停止・再開
    MANAGE_ON_CALL(Over.CASES), // 当番表の管理
    DECLARE_EMERGENCY(Over.CASES), // 緊急閲覧
    OPEN_RESTRICTED(Over.CASES), // 閲覧制限のある記録の緊急閲覧
    WATCH_BOARD(Over.CASES), // 進行管理
    READ_FIGURES(Over.CASES), // 統計
    MEND_FLOW(Over.CASES), // 障害対応
    READ_TRAIL(Over.OFFICE), // 監査記録の閲覧・検証
    MANAGE_CALENDARS(Over.OFFICE), // 開庁日・期限規則の管理
    MANAGE_PROCESSES(Over.OFFICE), // 業務手順の管理
    HOLD_CLASS(Over.OFFICE), // 研修クラスの開催
    KEEP_TRAINING_RECORD(Over.OFFICE), // 研修の実施・出欠・研修記録の管理
    MANAGE_DIRECTORY(Over.OFFICE); // アカウント・関係機関の管理

    /**
     * Whoever keeps the accounts, or reads what everybody did, reaches no case: else one person could let themselves in, and
     * look away afterwards.
     */
    private enum Over {
        CASES,
        OFFICE
    }

    private final Over over;
    private final Set<Role> only;

    Right(Over over) {
        this.over = over;
        this.only = Set.of(Role.values());
    }

    /** What the database holds these roles to as well: see {@code V32__retention.sql}. */
    Right(Role... only) {
        this.over = Over.CASES;
        this.only = Set.of(only);
    }

    /** As the file spells it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether such a role may have it: those who work on cases, or those who belong to the office beside them. */
    boolean suits(Role role) {
        return only.contains(role) && (over == Over.CASES ? role.ofCenter() : role.ofHouse());
    }

    static Optional<Right> find(String key) {
        return Arrays.stream(values()).filter(right -> right.key().equals(key)).findFirst();
    }
}
