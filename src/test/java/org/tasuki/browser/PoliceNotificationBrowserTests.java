package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The main job, in Japanese: the police hand over a child at night, and the case runs until it is closed. */
@Tag("slow")
@BrowserTest
class PoliceNotificationBrowserTests {

    private static final String SCHOOL = "汐見市立みなと小学校";
    private static final String SERVICE = "性暴力被害者ワンストップ支援センターしおみ";

    private final Office office;

    @Autowired
    PoliceNotificationBrowserTests(Office office) {
        this.office = office;
    }

    @Test
    void fromTheHandedOverChildToTheClosedCase() {
        try (CaseInTheBrowser kase = new CaseInTheBrowser(office, Locale.JAPANESE)) {
            isTakenIn(kase);
            isAccepted(kase);
            childIsSeenAndProtected(kase);
            warrantIsIssued(kase);
            isInvestigated(kase);
            isDecided(kase);
            policeAcceptAndInterview(kase);
            oneServiceDeclinesAndOneAccepts(kase);
            protectionEnds(kase);
            isClosed(kase);
        }
    }

    private static void isTakenIn(CaseInTheBrowser kase) {
        kase.consultation("reception")
                .choose("受付方法", "警察（身柄付通告）")
                .choose("経路", "警察等")
                .write("フリガナ", "ミサキ アオイ")
                .write("氏名", "美崎 葵")
                .choose("虐待の種別（主たるもの）", "身体的虐待")
                .write("相談・通告の内容（いつ・どこで・誰が・何を・どのように・どのくらい）", "深夜、自宅から逃げてきたところを保護した。左頬に発赤。")
                .complete();
        kase.registered("reception");
        kase.shows("reception", "美崎 葵");
    }

    private static void isAccepted(CaseInTheBrowser kase) {
        kase.take("supervisor", "初期判断").choose("会議の区分", "緊急受理会議").complete();
        kase.take("director", "緊急受理会議")
                .choose("受理の決定", "受理する（調査・援助へ）")
                .choose("担当児童福祉司", "瀬戸 千尋")
                .complete();
    }

    private static void childIsSeenAndProtected(CaseInTheBrowser kase) {
        Sheet check = kase.take("officer", "安全確認");
        Screens.keep(kase.person("officer"), "task-safety-check");
        check.choose("子どもの安全", "確認できた（直接目視した）").choose("一時保護", "開始する（所長の決定へ）").complete();
        kase.take("director", "一時保護の決定")
                .choose("一時保護", "行う")
                .choose("親権者等の同意", "なし（反対、連絡不能、意思不明を含む）")
                .complete();
        kase.take("officer", "決定通知書の交付").complete();
    }

    private static void warrantIsIssued(CaseInTheBrowser kase) {
        kase.shows("officer", "一時保護状の請求");
        kase.take("lawyer", "一時保護状の請求").complete();
        kase.take("officer", "裁判官判断の記録").choose("裁判の結果", "一時保護状の発付").complete();
    }

    private static void isInvestigated(CaseInTheBrowser kase) {
        kase.take("officer", "社会診断").complete();
        kase.take("psychologist", "心理診断").complete();
        kase.take("medical", "医学診断").complete();
        kase.take("protection", "行動診断").complete();
        kase.take("officer", "緊急度の判定")
                .choose("1 子どもや保護者が保護を求めている", "はい")
                .choose("2 訴えや状況が切迫している", "はい")
                .choose("一時保護", "開始しない、または開始済み")
                .complete();
        kase.take("supervisor", "警察への情報共有（緊急・重篤）").complete();
    }

    private static void isDecided(CaseInTheBrowser kase) {
        kase.take("psychologist", "意見聴取等措置").complete();
        kase.take("supervisor", "判定会議").complete();
        Sheet policy = kase.take("supervisor", "援助方針会議")
                .choose("措置の区分", "措置によらない（助言・継続的な見守り）")
                .choose("警察への援助要請", "行う")
                .choose("警察署", "汐見中央警察署 生活安全課")
                .choose("支援機関への依頼", "行う");
        policy.service(0, SERVICE, "心身のケア")
                .addRow()
                .service(1, SCHOOL, "登校の見守り")
                .complete();
    }

    private static void policeAcceptAndInterview(CaseInTheBrowser kase) {
        kase.take("officer", "援助要請書の作成").complete();
        kase.take("supervisor", "決裁").choose("決裁", "承認").complete();
        Sheet answer = kase.take("police", "警察の回答");
        assertThat(kase.person("police").page().locator(".paper .answers")).containsText("汐見中央警察署 生活安全課");
        Screens.keep(kase.person("police"), "task-police-answer");
        answer.choose("回答", "受諾する").complete();
        kase.person("police").open("/cases/" + kase.number());
        assertThat(kase.person("police").page().locator("nav.tabs a")).hasCount(2);
        Screens.keep(kase.person("police"), "case-police");
        kase.take("officer", "協同面接（代表者聴取）").complete();
    }

    private static void oneServiceDeclinesAndOneAccepts(CaseInTheBrowser kase) {
        for (int service = 0; service < 2; service++) {
            kase.take("officer", "依頼書の作成").complete();
            kase.take("supervisor", "決裁").choose("決裁", "承認").complete();
        }
        kase.take("support", "支援機関の回答").choose("回答", "受諾できない").complete();
        kase.take("officer", "再方針の決定").choose("今後の対応", "児童相談所が自ら行う").complete();
        kase.take("school", "支援機関の回答").choose("回答", "受諾する").complete();
        kase.person("officer").open("/cases/" + kase.number() + "/hand-overs");
        assertThat(kase.person("officer").page().locator(".tab")).containsText(SERVICE);
        Screens.keep(kase.person("officer"), "case-hand-overs");
        kase.take("school", "支援状況の報告").complete();
    }

    private static void protectionEnds(CaseInTheBrowser kase) {
        kase.take("protection", "一時保護中").choose("一時保護の継続", "終了する").complete();
        kase.take("officer", "一時保護の解除").choose("解除後の行き先", "家庭復帰").complete();
        kase.take("supervisor", "警察への情報共有（家庭復帰）").complete();
    }

    private static void isClosed(CaseInTheBrowser kase) {
        kase.take("officer", "経過確認").choose("次の段階", "終結を提案する").complete();
        kase.take("officer", "終結の提案").complete();
        kase.take("supervisor", "終結の承認").choose("決裁", "承認").complete();
        kase.shows("officer", "終結");
        assertThat(kase.person("officer").page().locator(".running")).containsText("進行中の期限はありません");
        Screens.keep(kase.person("officer"), "case-closed");
    }
}
