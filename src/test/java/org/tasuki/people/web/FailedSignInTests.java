package org.tasuki.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.tasuki.TasukiTest;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Role;

/** Who tried to sign in and did not: in whose trail it stands, from where, and what is never in it. */
@TasukiTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Newcomers.class)
class FailedSignInTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Newcomers newcomers;

    @Autowired
    private TestDatabase database;

    @Test
    void aWrongPasswordStandsInTheTrailOfTheAccountsCenter() {
        String officer = newcomers.with(Role.OFFICER);
        desk().signsIn(officer, "a guess");
        assertThat(about(officer))
                .containsExactly("nobody " + Newcomers.CENTER + " sign-in-failed BadCredentialsException 127.0.0.1");
    }

    @Test
    void aClosedAccountsDoorToo() {
        String officer = newcomers.with(Role.OFFICER);
        database.asSuperuser()
                .sql("update account set enabled = false where id = ?")
                .param(officer)
                .update();
        desk().signsIn(officer, Newcomers.PASSWORD);
        assertThat(about(officer))
                .containsExactly("nobody " + Newcomers.CENTER + " sign-in-failed DisabledException 127.0.0.1");
    }

    @Test
    void anAgencysAccountStandsInTheTrailOfTheCenterThatItWorksWith() {
        String officer = newcomers.with(Role.OFFICER);
        database.asSuperuser()
                .sql(
                        """
                        insert into agency values ('nc-police', 'police', :center, '署', 'Station');
                        insert into account (id, name_ja, name_en, password, agency, created_at)
                        select 'nc-constable', '-', '-', password, 'nc-police', now() from account where id = :officer
                        """)
                .param("center", Newcomers.CENTER)
                .param("officer", officer)
                .update();
        desk().signsIn("nc-constable", "a guess");
        assertThat(about("nc-constable"))
                .singleElement()
                .asString()
                .startsWith("nobody " + Newcomers.CENTER + " sign-in-failed");
    }

    @Test
    void waitingIsNotedOnceForTheAccount() {
        String officer = newcomers.with(Role.OFFICER);
        for (int i = 0; i < 7; i++) {
            desk().signsIn(officer, "a guess");
        }
        assertThat(about(officer))
                .filteredOn(entry -> entry.contains("sign-in-slowed"))
                .containsExactly("nobody " + Newcomers.CENTER + " sign-in-slowed 127.0.0.1");
    }

    @Test
    void ofAnUnknownAccountNothingIsKeptThatWasTyped() {
        desk().signsIn("my real passphrase", "a guess");
        desk().signsIn("my\0passphrase", "a guess");
        assertThat(database.asSuperuser()
                        .sql(
                                "select detail::text || coalesce(center, '-') || actor from audit_entry where act = 'sign-in-failed'"
                                        + " and center is null order by id desc limit 2")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allSatisfy(entry ->
                        assertThat(entry).contains("127.0.0.1", "-nobody").doesNotContain("passphrase", "account"));
    }

    @Test
    void whoSignsInLeavesTheAddressAsWell() {
        String officer = newcomers.with(Role.OFFICER);
        desk().signsIn(officer, Newcomers.PASSWORD);
        assertThat(database.asSuperuser()
                        .sql("select detail ->> 'address' from audit_entry where actor = ? and act = 'signed-in'")
                        .param(officer)
                        .query(String.class)
                        .single())
                .isEqualTo("127.0.0.1");
    }

    @Test
    void theAuditorFindsThemUnderTheAccountAndUnderWhoHadNotSignedIn() {
        String officer = newcomers.with(Role.OFFICER);
        String auditor = newcomers.with(Role.AUDITOR);
        desk().signsIn(officer, "a guess");
        DeskInTheOffice desk = desk();
        desk.signsIn(auditor, Newcomers.PASSWORD);
        for (String person : List.of(officer, "nobody")) {
            assertThat(desk.opens("/audit?act=sign-in-failed&person=" + person).body())
                    .contains("未サインイン", "account: " + officer, "address: 127.0.0.1");
        }
        assertThat(desk.opens("/audit?act=sign-in-failed&person=" + auditor).body())
                .doesNotContain(">未サインイン</");
    }

    private DeskInTheOffice desk() {
        return new DeskInTheOffice(port, "Firefox/140.0");
    }

    private List<String> about(String account) {
        return database.asSuperuser()
                .sql(
                        "select concat_ws(' ', actor, center, act, detail ->> 'why', detail ->> 'address') from audit_entry"
                                + " where actor = 'nobody' and detail ->> 'account' = ? order by id")
                .param(account)
                .query(String.class)
                .list();
    }
}
