package org.tasuki.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.tasuki.TasukiTest;
import org.tasuki.launch.TestDatabase;

/** The administrator divides the center into sections, puts people into them, and is told what cannot be. */
@TasukiTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SectionPagesTests {

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
        office = "divided" + ++offices;
        superuser
                .sql(
                        """
                        insert into center values (:office, :prefix, '役所', 'Office'), (:office || '-far', :far, '遠い所', 'Far');
                        insert into agency values (:office || '-police', 'police', :office, '港署', 'Minato Station');
                        insert into account (id, name_ja, name_en, password, center, agency, created_at)
                        values (:office || '.admin', '管理 者', 'Admin', :hash, :office, null, now()),
                               (:office || '.hana', '花咲 桃子', 'Hanasaki Momoko', :hash, :office, null, now()),
                               (:office || '.sv', '桐生 和子', 'Kiryu Kazuko', :hash, :office, null, now()),
                               (:office || '.kato', '加藤 誠', 'Kato Makoto', :hash, null, :office || '-police', now()),
                               (:office || '.far', '遠山', 'Toyama', :hash, :office || '-far', null, now());
                        insert into account_role values (:office || '.admin', 'admin'), (:office || '.hana', 'officer'),
                               (:office || '.sv', 'supervisor'), (:office || '.kato', 'police'), (:office || '.far', 'supervisor');
                        insert into section (center, key, name_ja, name_en) values (:office || '-far', 'far', '遠係', 'Far')
                        """)
                .param("office", office)
                .param("prefix", "V" + (char) ('A' + offices))
                .param("far", "W" + (char) ('A' + offices))
                .param("hash", passwords.encode(PASSWORD))
                .update();
        desk = new DeskInTheOffice(port, "Firefox/140.0");
        desk.signsIn(office + ".admin", PASSWORD);
        desk.opens("/sections/new");
    }

    @Test
    void aSectionIsAddedRenamedFilledAndOnlyThenEmptyRemoved() {
        assertThat(desk.opens("/sections").body()).contains("係はまだありません").doesNotContain("遠係");
        assertThat(add("east", "東係", "East", office + ".sv").statusCode()).isEqualTo(302);
        assertThat(desk.opens("/sections").body()).contains("東係", "桐生 和子", "追加しました");
        assertThat(desk.opens("/accounts/" + office + ".hana/change").body()).contains("<option value=\"east\"");
        assertThat(put("hana", "east").statusCode()).isEqualTo(302);
        assertThat(sectionOf("hana")).containsExactly("east");
        assertThat(desk.opens("/accounts/" + office + ".hana/change").body())
                .contains("<option value=\"east\" selected=\"selected\"");
        assertThat(remove("east").body()).contains("所属する人がいるため削除できません", "1件あります");
        assertThat(change("east", "東部係", "East", "", "東係", "East", office + ".sv")
                        .statusCode())
                .isEqualTo(302);
        assertThat(desk.opens("/sections").body()).contains("「東部係」の登録内容を変更しました");
        assertThat(put("hana", "").statusCode()).isEqualTo(302);
        assertThat(remove("east").statusCode()).isEqualTo(302);
        assertThat(desk.opens("/sections").body()).contains("「東部係」を削除しました");
        assertThat(acts()).containsExactly("section-added", "section-changed", "section-removed");
        assertThat(moves()).isEqualTo(2);
    }

    @Test
    void whatCannotBeIsSaidAtItsFieldAndKept() {
        add("east", "東係", "East", "");
        assertThat(add("west", " ", "West", "").body()).contains("id=\"ja-problem\"", "1～100 文字", "value=\"West\"");
        assertThat(add("west", "東係", "West", "").body()).contains("id=\"ja-problem\"", "同じ名称の係");
        assertThat(add("west", "西係", "East", "").body()).contains("id=\"en-problem\"", "同じ名称の係");
        assertThat(add("east", "西係", "West", "").body()).contains("id=\"key-problem\"", "すでに使われています");
        assertThat(add("We st", "西係", "West", "").body()).contains("id=\"key-problem\"", "value=\"We st\"");
        assertThat(add("west", "西係", "West", office + ".hana").body()).contains("id=\"supervisor-problem\"");
        assertThat(add("west", "西係", "West", office + ".far").body()).contains("id=\"supervisor-problem\"");
        assertThat(put("hana", "far").body()).contains("id=\"section-problem\"", "係を一覧から選び直してください");
        assertThat(put("hana", "nowhere").body()).contains("id=\"section-problem\"");
        assertThat(desk.sends(
                                "/accounts/" + office + ".kato/change",
                                "ja",
                                "加藤",
                                "en",
                                "Kato",
                                "agency",
                                office + "-police",
                                "section",
                                "east")
                        .statusCode())
                .isEqualTo(422);
        assertThat(sectionOf("hana")).isEmpty();
    }

    @Test
    void theSecondOfTwoWhoChangeOneIsTold() {
        add("east", "東係", "East", "");
        change("east", "東部係", "East", "", "東係", "East", "");
        assertThat(change("east", "東一係", "East", "", "東係", "East", "").body())
                .contains("ほかの人がこの係の登録内容を変えました", "value=\"東一係\"");
        superuser
                .sql("update account set section = 'east' where id = ?")
                .param(office + ".hana")
                .update();
        assertThat(remove("east").statusCode())
                .as("somebody moved in meanwhile")
                .isEqualTo(422);
    }

    @Test
    void anotherCentersSectionIsAsIfItWereNotThere() {
        assertThat(desk.opens("/sections/far/change").statusCode()).isEqualTo(404);
        assertThat(change("far", "係", "S", "", "遠係", "Far", "").statusCode()).isEqualTo(404);
        assertThat(remove("far").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> add(String key, String ja, String en, String supervisor) {
        return desk.sends("/sections", "key", key, "ja", ja, "en", en, "supervisor", supervisor);
    }

    private HttpResponse<String> change(
            String key, String ja, String en, String supervisor, String wasJa, String wasEn, String was) {
        return desk.sends(
                "/sections/" + key + "/change",
                "ja",
                ja,
                "en",
                en,
                "supervisor",
                supervisor,
                "was.ja",
                wasJa,
                "was.en",
                wasEn,
                "was.supervisor",
                was);
    }

    private HttpResponse<String> remove(String key) {
        return desk.sends("/sections/" + key + "/removal");
    }

    private HttpResponse<String> put(String who, String section) {
        return desk.sends(
                "/accounts/" + office + "." + who + "/change",
                "ja",
                "花咲 桃子",
                "en",
                "Hanasaki Momoko",
                "roles",
                "officer",
                "section",
                section);
    }

    private List<String> sectionOf(String who) {
        return superuser
                .sql("select section from account where id = ? and section is not null")
                .param(office + "." + who)
                .query(String.class)
                .list();
    }

    private List<String> acts() {
        return superuser
                .sql("select act from audit_entry where act like 'section-%' and actor = ? order by id")
                .param(office + ".admin")
                .query(String.class)
                .list();
    }

    private int moves() {
        return superuser
                .sql(
                        "select count(*) from audit_entry where act = 'account-changed' and detail ->> 'changed' = 'section' and actor = ?")
                .param(office + ".admin")
                .query(Integer.class)
                .single();
    }
}
