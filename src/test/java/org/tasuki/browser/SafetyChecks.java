package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Safety checks (安全確認), for those who test what becomes of one on a bad line. */
final class SafetyChecks {

    private final Office office;
    private final JdbcClient database;

    SafetyChecks(Office office, JdbcClient database) {
        this.office = office;
        this.database = database;
    }

    /** A fresh one, in the hands of {@code officer} by the office's rule; {@code officer2} works on the case too. */
    String fresh() {
        try (CaseInTheBrowser kase = new CaseInTheBrowser(office, Locale.JAPANESE)) {
            kase.phoneCall("夜に子どもだけで留守番をしているとの電話");
            kase.take("supervisor", "初期判断").choose("会議の区分", "緊急受理会議").complete();
            kase.take("director", "緊急受理会議")
                    .choose("受理の決定", "受理する（調査・援助へ）")
                    .choose("担当児童福祉司", "瀬戸 千尋")
                    .complete();
            database.sql(
                            "insert into case_team select number, center, 'officer2', now(), '-' from case_file where number = ?")
                    .param(kase.number())
                    .update();
            return database.sql("select task_id from inbox_item where case_number = ? and step = 'safetyCheck'")
                    .param(kase.number())
                    .query(String.class)
                    .single();
        }
    }

    /** Everything that must be said of a child who was seen. */
    static void seen(Person officer, String task) {
        officer.open("/tasks/" + task);
        Page page = officer.page();
        page.locator("input[name=safety][value=confirmed]").check();
        page.locator("input[name=protection][value=none]").check();
        page.locator("button[data-now]:visible").first().click();
        page.locator("input[name=seenBy][value=staff]").check();
        page.locator("input[name=seenByName]").fill("当所");
        page.locator("select[name=place]").selectOption("home");
        page.locator("input[name=siblings][value=noSiblings]").check();
        if (page.locator("textarea[name=_lateReason]").count() > 0) {
            page.locator("textarea[name=_lateReason]").fill("留守が続いたため");
        }
        assertThat(page.locator("#draft")).containsText(officer.say("保存済み", "saved"));
    }

    long answers(String task) {
        return database.sql("select count(*) from form_answer where task_id = ?")
                .param(task)
                .query(Long.class)
                .single();
    }

    /** What somebody would find who takes the telephone apart. */
    static String onTheDevice(Page page) {
        return String.valueOf(
                page.evaluate(
                        """
                () => new Promise((resolve) => {
                  const opening = indexedDB.open('tasuki');
                  opening.onsuccess = () => {
                    if (!opening.result.objectStoreNames.contains('kept')) return resolve('[]');
                    const all = opening.result.transaction('kept').objectStore('kept').getAll();
                    all.onsuccess = () => resolve(JSON.stringify(all.result.map((one) =>
                      ({ ...one, data: new TextDecoder().decode(one.data) }))));
                  };
                })
                """));
    }
}
