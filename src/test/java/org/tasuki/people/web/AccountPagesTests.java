package org.tasuki.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.tasuki.TasukiTest;
import org.tasuki.launch.TestDatabase;

/** What an administrator finds, changes, ends and closes, in an office of a hundred people. Each test has an office of its own. */
@TasukiTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class AccountPagesTests {

    private static final String PASSWORD = "a long enough password";

    private static int offices;

    @LocalServerPort
    private int port;

    @Autowired
    private TestDatabase database;

    @Autowired
    private PasswordEncoder passwords;

    private JdbcClient superuser;
    private String office = "";
    private DeskInTheOffice desk = new DeskInTheOffice(0, "");

    @BeforeEach
    void anOffice() {
        superuser = database.asSuperuser();
        office = "office" + ++offices;
        superuser
                .sql(
                        """
                        insert into center values (:office, :prefix, '役所', 'Office');
                        insert into agency values (:office || '-police', 'police', :office, '港署', 'Minato Station'),
                                                  (:office || '-school', 'school', :office, '港小学校', 'Minato School');
                        insert into account (id, name_ja, name_en, password, center, agency, created_at)
                        values (:office || '.admin', '管理 者', 'Admin', :hash, :office, null, now()),
                               (:office || '.hana', '花咲 桃子', 'Hanasaki Momoko', :hash, :office, null, now()),
                               (:office || '.kato', '加藤 誠', 'Kato Makoto', :hash, null, :office || '-police', now());
                        insert into account_role values (:office || '.admin', 'admin'), (:office || '.hana', 'officer'),
                                                        (:office || '.kato', 'police')
                        """)
                .param("office", office)
                .param("prefix", "Q" + (char) ('A' + offices))
                .param("hash", passwords.encode(PASSWORD))
                .update();
        desk = signedIn("admin");
        desk.opens("/accounts");
    }

    @Test
    void ofAHundredAccountsAPageShowsFifty() {
        aHundredMore();
        String first = desk.opens("/accounts").body();
        assertThat(first).contains("103件", "1 / 3 ページ", "次のページ").doesNotContain("前のページ");
        assertThat(rows(first)).isEqualTo(50);
        String last = desk.sends("/accounts/search", "q", "", "page", "3").body();
        assertThat(rows(last)).isEqualTo(3);
        assertThat(last).contains("前のページ").doesNotContain("次のページ");
        assertThat(rows(desk.sends("/accounts/search", "q", "", "page", "99").body()))
                .isEqualTo(3);
        assertThat(rows(desk.sends("/accounts/search", "q", "", "page", "-1").body()))
                .isEqualTo(50);
    }

    @Test
    void somebodyIsFoundByNameOrAccountHoweverItIsWritten() {
        aHundredMore();
        for (String typed : new String[] {"花咲桃子", "花咲　桃", "HANASAKI", "momoko", office + ".hana", "ｈａｎａｓａｋｉ"}) {
            String found = desk.sends("/accounts/search", "q", typed).body();
            assertThat(found).as(typed).contains("1件", office + ".hana");
            assertThat(rows(found)).as(typed).isOne();
        }
        assertThat(desk.sends("/accounts/search", "q", "誰もいない").body()).contains("0件");
        assertThat(desk.sends("/accounts/search", "q", "a\0<b>").body())
                .contains("0件")
                .doesNotContain("<b>");
    }

    @Test
    void aNameAndRolesAreChangedAndTheTrailSaysWhatButNoName() {
        DeskInTheOffice hers = signedIn("hana");
        desk.opens("/accounts/" + office + ".hana/change");
        HttpResponse<String> done =
                change("hana", "ja", "花咲 さくら", "en", "Hanasaki Sakura", "roles", "supervisor", "roles", "officer");
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(desk.opens("/accounts/" + office + ".hana").body()).contains("花咲 さくら", "SV", "変更しました");
        assertThat(hers.opens("/inbox").statusCode()).as("other roles sign out").isEqualTo(302);
        assertThat(lastEntry("account-changed"))
                .isEqualTo("{\"roles\": \"officer supervisor\", \"account\": \"" + office
                        + ".hana\", \"changed\": \"name roles\"}");
    }

    @Test
    void aNameAloneSignsNobodyOutAndWhatIsTheSameIsNoAct() {
        DeskInTheOffice hers = signedIn("hana");
        change("hana", "ja", "花咲 さくら", "en", "Hanasaki Sakura", "roles", "officer");
        assertThat(hers.opens("/inbox").statusCode()).isEqualTo(200);
        change("hana", "ja", "花咲 さくら", "en", "Hanasaki Sakura", "roles", "officer");
        assertThat(entries("account-changed")).isOne();
    }

    @Test
    void somebodyOfAnAgencyMovesToAnotherAndTakesItsRole() {
        assertThat(change("kato", "ja", "加藤 誠", "en", "Kato", "agency", office + "-school")
                        .statusCode())
                .isEqualTo(302);
        assertThat(superuser
                        .sql("select agency || ' ' || role from account join account_role on account = id where id = ?")
                        .param(office + ".kato")
                        .query(String.class)
                        .list())
                .containsExactly(office + "-school school");
    }

    @Test
    void nobodyMovesBetweenTheCenterAndAnAgencyOrGetsNoRoleOrThoseOfAnotherPlace() {
        assertThat(change("kato", "ja", "加藤", "en", "Kato", "agency", "", "roles", "officer")
                        .body())
                .contains("児童相談所と関係機関の間では");
        assertThat(change("hana", "ja", "花咲", "en", "Hana", "agency", office + "-police")
                        .body())
                .contains("児童相談所と関係機関の間では");
        assertThat(change("hana", "ja", "花咲", "en", "Hana").body()).contains("一つ以上選んでください");
        assertThat(change("hana", "ja", "花咲", "en", "Hana", "roles", "police").body())
                .contains("一つ以上選んでください");
        assertThat(change("kato", "ja", "加藤", "en", "Kato", "agency", "office0-police")
                        .body())
                .contains("所属を一覧から選び直してください");
        assertThat(change("admin", "ja", "管理", "en", "Admin", "roles", "officer")
                        .body())
                .contains("自分のシステム管理者の役割は外せません");
        assertThat(entries("account-changed")).isZero();
    }

    @Test
    void closingIsAskedForAndThenDone() {
        assertThat(desk.opens("/accounts/" + office + ".hana").body())
                .doesNotContain("action=\"/accounts/" + office + ".hana/closure\"");
        HttpResponse<String> asked = desk.opens("/accounts/" + office + ".hana/closure");
        assertThat(asked.body()).contains("停止しますか", "花咲 桃子", "自動では引き継がれません");
        assertThat(entries("account-closed")).isZero();
        desk.sends("/accounts/" + office + ".hana/closure");
        assertThat(entries("account-closed")).isOne();
        assertThat(desk.opens("/accounts/" + office + ".hana").body()).contains("停止中", "/reopening");
        desk.sends("/accounts/" + office + ".hana/reopening");
        assertThat(entries("account-reopened")).isOne();
    }

    @Test
    void oneAccountsSessionsAreEndedAndNoOthers() {
        DeskInTheOffice hers = signedIn("hana");
        DeskInTheOffice his = signedIn("kato");
        assertThat(desk.opens("/accounts/" + office + ".hana").body()).contains("1台の端末で");
        desk.sends("/accounts/" + office + ".hana/sessions/end");
        assertThat(wayFrom(hers.opens("/inbox"))).isEqualTo("/sign-in?administrator");
        assertThat(hers.opens("/sign-in?administrator").body()).contains("システム管理者がサインアウトの操作を");
        assertThat(his.opens("/inbox").statusCode()).isEqualTo(200);
        assertThat(lastEntry("account-signed-out")).contains("\"count\": \"1\"", office + ".hana", "\"address\"");
    }

    @Test
    void everybodyOfTheCenterIsSignedOutButWhoAsksHere() {
        DeskInTheOffice hers = signedIn("hana");
        DeskInTheOffice his = signedIn("kato");
        DeskInTheOffice elsewhere = signedIn("admin");
        String before = office;
        anOffice();
        DeskInTheOffice stranger = signedIn("hana");
        String other = office;
        office = before;
        desk = signedIn("admin");
        assertThat(desk.opens("/accounts/sessions").body()).contains("3件が対象", "全員をサインアウトさせる");
        desk.sends("/accounts/sessions/end");
        assertThat(wayFrom(hers.opens("/inbox"))).isEqualTo("/sign-in?administrator");
        assertThat(wayFrom(his.opens("/inbox"))).isEqualTo("/sign-in?administrator");
        assertThat(wayFrom(elsewhere.opens("/accounts"))).isEqualTo("/sign-in?administrator");
        assertThat(desk.opens("/accounts").statusCode()).isEqualTo(200);
        assertThat(stranger.opens("/inbox").statusCode()).as(other).isEqualTo(200);
        assertThat(lastEntry("center-signed-out")).contains("\"count\"");
    }

    private void aHundredMore() {
        superuser
                .sql(
                        """
                        insert into account (id, name_ja, name_en, password, center, created_at)
                        select :office || '.p' || n, '人' || n, 'Person ' || n, '-', :office, now() from generate_series(1, 100) n
                        """)
                .param("office", office)
                .update();
    }

    private HttpResponse<String> change(String who, String... fields) {
        return desk.sends("/accounts/" + office + "." + who + "/change", fields);
    }

    private DeskInTheOffice signedIn(String who) {
        DeskInTheOffice theirs = new DeskInTheOffice(port, "Firefox/140.0");
        theirs.signsIn(office + "." + who, PASSWORD);
        theirs.opens("/account/sessions");
        return theirs;
    }

    private static int rows(String page) {
        return page.split("<tr data-row", -1).length - 1;
    }

    private long entries(String act) {
        return superuser
                .sql("select count(*) from audit_entry where act = ? and actor = ?")
                .params(act, office + ".admin")
                .query(Long.class)
                .single();
    }

    private String lastEntry(String act) {
        return superuser
                .sql("select detail::text from audit_entry where act = ? and actor = ? order by id desc limit 1")
                .params(act, office + ".admin")
                .query(String.class)
                .single();
    }

    private static String wayFrom(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(way -> way.replaceFirst("^http://[^/]+", ""))
                .orElse("status " + answer.statusCode());
    }
}
