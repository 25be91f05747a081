package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.launch.TestDatabase;

/** What was typed survives a closed window, an ended session and a database that goes away. */
@Tag("slow")
@BrowserTest
class NothingIsLostBrowserTests {

    private static final String REASON = "判断の理由";

    private final Office office;
    private final TestDatabase database;
    private final CaseInTheBrowser kase;

    @Autowired
    NothingIsLostBrowserTests(Office office, TestDatabase database) {
        this.office = office;
        this.database = database;
        this.kase = new CaseInTheBrowser(office, Locale.JAPANESE);
    }

    @BeforeEach
    void aCaseToBeScreened() {
        kase.phoneCall("夜間に子どもが一人で外にいるとの電話");
    }

    @AfterEach
    void everybodyLeaves() {
        kase.close();
    }

    @Test
    void aDraftIsThereAtTheNextSignIn() {
        Sheet screening = kase.take("supervisor", "初期判断").write(REASON, "途中まで書いた");
        Page page = kase.person("supervisor").page();
        assertThat(page.locator("#draft")).containsText("下書き保存済み");
        String task = page.url();
        try (Person later = office.person("supervisor", Locale.JAPANESE)) {
            later.open(task);
            assertThat(new Sheet(later.page()).field(REASON).locator("textarea"))
                    .hasValue("途中まで書いた");
        }
        page.reload();
        assertThat(screening.field(REASON).locator("textarea")).hasValue("途中まで書いた");
    }

    @Test
    void aHalfTakenCallIsThereAfterAReloadAndInTheOtherLanguage() {
        Person reception = kase.person("reception");
        Page page = reception.page();
        kase.consultation("reception").write("フリガナ", "シラハマ ナギ");
        assertThat(page.locator("#draft")).containsText("事例番号 SM-");
        page.reload();
        assertThat(new Sheet(page).field("フリガナ").locator("input")).hasValue("シラハマ ナギ");
        reception.read(Locale.ENGLISH);
        assertThat(new Sheet(page).field("Name in kana").locator("input")).hasValue("シラハマ ナギ");
        reception.read(Locale.JAPANESE);
    }

    @Test
    void aSessionThatEndedIsTakenUpInAnotherTab() {
        Sheet screening =
                kase.take("supervisor", "初期判断").choose("会議の区分", "受理会議（定例）").rest();
        Page page = kase.person("supervisor").page();
        assertThat(page.locator("#draft")).containsText("下書き保存済み");
        page.context().clearCookies();
        screening.write(REASON, "期限が切れたあとに書いた");
        assertThat(page.locator("#live")).containsText("サインインの時間が切れました");
        page.locator(".finish button.main").click();
        assertThat(page.locator("h1")).hasText("初期判断");
        assertThat(screening.field(REASON).locator("textarea")).hasValue("期限が切れたあとに書いた");

        Page tab = page.context().newPage();
        tab.navigate(page.url());
        new Person(tab, Locale.JAPANESE).signIn("supervisor");
        tab.close();
        screening.send();
        assertThat(page.locator("#live .notice")).containsText("完了しました");
    }

    @Test
    void theDatabaseGoesAwayAndComesBack() {
        Sheet screening =
                kase.take("supervisor", "初期判断").choose("会議の区分", "受理会議（定例）").rest();
        Page page = kase.person("supervisor").page();
        String name = name();
        away(name);
        try {
            screening.write(REASON, "停止中に書いた");
            page.locator(".finish button.main").click();
            assertThat(page.locator("#live")).containsText("サーバーにつながりません");
            assertThat(screening.field(REASON).locator("textarea")).hasValue("停止中に書いた");
            try (Person other = office.stranger(Locale.JAPANESE)) {
                assertThat(other.page().locator("h1")).containsText("ただいま利用できません");
            }
        } finally {
            database.asSuperuser("postgres")
                    .sql("alter database " + name + " allow_connections true")
                    .update();
        }
        // The button was pressed while it was away: the device sends it by itself.
        assertThat(page.locator("#live .notice")).containsText("完了しました");
    }

    private String name() {
        return database.asSuperuser()
                .sql("select current_database()")
                .query(String.class)
                .single();
    }

    private void away(String name) {
        var administrator = database.asSuperuser("postgres");
        administrator.sql("alter database " + name + " allow_connections false").update();
        administrator
                .sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = ?")
                .param(name)
                .query(Boolean.class)
                .list();
    }
}
