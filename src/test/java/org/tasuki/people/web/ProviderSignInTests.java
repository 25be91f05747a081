package org.tasuki.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.TasukiTest;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Offices;
import org.tasuki.people.ProviderAccounts;
import org.tasuki.people.Role;
import org.tasuki.terms.Text;

/** Sign-in by a real identity provider, each redirect of it, and everything that must not let anybody in. */
@TasukiTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ProviderSignInTests {

    private static final OfficeProvider CITY = OfficeProvider.open();
    private static final String EDGE = "Mozilla/5.0 AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0";
    private static final String PASSWORD = "a long enough password";

    private static int people;

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ProviderAccounts links;

    @Autowired
    private Offices offices;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private Acting acting;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestDatabase database;

    private JdbcClient superuser;
    private String account = "";
    private String person = "";

    @DynamicPropertySource
    static void theCitysProvider(DynamicPropertyRegistry settings) {
        CITY.introduce(settings);
    }

    @AfterAll
    static void theCityGoesHome() {
        CITY.close();
    }

    @BeforeEach
    void somebodyNew() {
        superuser = database.asSuperuser();
        account = "guest-" + ++people;
        person = "city-" + people;
        CITY.knows(person, account, "児童福祉司");
        acting.as(
                Actor.person("city-admin", Set.of(Role.ADMIN), "city", null),
                () -> transaction.executeWithoutResult(status -> {
                    if (people == 1) {
                        offices.add(new Offices.Center("city", "CI", new Text("市", "City")));
                        offices.add(new Offices.Agency("city-police", Role.POLICE, "city", new Text("署", "Station")));
                    }
                    add(account, Role.OFFICER, null);
                }));
    }

    @Test
    void whoeverTheProviderKnowsLandsOnThePageAskedFor() {
        DeskInTheOffice desk = desk();
        assertThat(way(desk.opens("/inbox?tab=roles"))).isEqualTo("/sign-in");
        assertThat(desk.opens("/sign-in").body()).contains("庁内の共通認証でサインイン", "/sign-in/office");
        assertThat(way(returned(desk))).isEqualTo("/inbox?tab=roles");
        assertThat(desk.opens("/inbox?tab=roles").body()).contains("児童福祉司");
        assertThat(acts())
                .containsExactly(
                        "account-linked {\"account\": \"" + account + "\"}",
                        "signed-in {\"by\": \"provider\", \"address\": \"127.0.0.1\"}");
    }

    @Test
    void theSessionIsLikeAnyOtherAndHoldsNothingOfTheProviders() {
        DeskInTheOffice desk = desk();
        String before = outside(desk);
        assertThat(way(returned(desk))).isEqualTo("/");
        assertThat(desk.session()).isNotEqualTo(before);
        assertThat(desk.opens("/account/sessions").body()).contains("Microsoft Edge", "この端末");
        String content = superuser
                .sql(
                        """
                        select string_agg(attribute_name || ' ' || encode(attribute_bytes, 'escape'), ' ')
                        from session.desk_attributes join session.desk on primary_id = session_primary_id
                        where principal_name = ?
                        """)
                .param(account)
                .query(String.class)
                .single();
        assertThat(content)
                .contains(account, "FACTOR_AUTHORIZATION_CODE")
                .doesNotContain(person, "eyJ", "OAuth2AuthorizationRequest");
        accounts.close(account);
        assertThat(way(desk.opens("/inbox"))).isEqualTo("/sign-in?changed");
    }

    @Test
    void theRolesOfTheSessionAreTheProviders() {
        CITY.knows(person, account, "指導教育担当");
        DeskInTheOffice desk = desk();
        assertThat(way(returned(desk))).isEqualTo("/");
        assertThat(desk.opens("/inbox").body()).contains("SV").doesNotContain("<span>児童福祉司</span>");
    }

    @Test
    void aGroupThatMakesNoRoleLetsNobodyIn() {
        CITY.knows(person, account, "児童福祉司", "謎の係");
        refused("roles", "所属や役割では、このシステムを利用できません", account);
        CITY.knows(person, account);
        refused("roles", "所属や役割では、このシステムを利用できません", account);
    }

    @Test
    void anAgencysPersonGetsNoRoleOfTheCenter() {
        String officer = account + ".police";
        transaction.executeWithoutResult(status -> add(officer, Role.POLICE, "city-police"));
        CITY.knows(person, officer, "児童福祉司");
        refused("roles", "利用できません", officer);
        CITY.knows(person, account, "少年係");
        refused("roles", "利用できません", account);
        CITY.knows(person, officer, "少年係");
        assertThat(way(returned(desk()))).isEqualTo("/");
    }

    @Test
    void theProviderInventsNoAccount() {
        CITY.knows(person, "nobody-here", "児童福祉司");
        refused("unknown", "アカウントが登録されていません");
    }

    /** Whoever comes by the provider is not bothered with codes and passwords. */
    @Test
    void aNewAccountComesByTheProviderAndGetsACodeOnlyWhenTheAdministratorWantsOne() {
        String admin = account + ".admin";
        String colleague = account + ".new";
        transaction.executeWithoutResult(status -> add(admin, Role.ADMIN, null));
        DeskInTheOffice desk = desk();
        desk.signsIn(admin, PASSWORD);
        desk.opens("/accounts/new");
        HttpResponse<String> added =
                desk.sends("/accounts", "account", colleague, "ja", "新", "en", "New", "agency", "", "roles", "officer");
        assertThat(way(added)).isEqualTo("/accounts/" + colleague);
        assertThat(desk.opens("/accounts/" + colleague).body()).contains("共通認証でそのままサインインできます", "コードを発行する");
        assertThat(codes(colleague)).isZero();
        CITY.knows(person, colleague, "児童福祉司");
        assertThat(way(returned(desk()))).isEqualTo("/");
        assertThat(desk().opens("/sign-in/password").body()).contains("この設定は要りません");
        assertThat(desk.sends("/accounts/" + colleague + "/password-code").statusCode())
                .isEqualTo(200);
        assertThat(codes(colleague)).isOne();
    }

    private long codes(String of) {
        return superuser
                .sql("select count(*) from password_code where account = ?")
                .param(of)
                .query(Long.class)
                .single();
    }

    @Test
    void aClosedAccountStaysClosed() {
        accounts.close(account);
        refused("closed", "アカウントは停止されています", account);
    }

    @Test
    void aNameThatAnotherGotLeadsToNobodysAccount() {
        assertThat(way(returned(desk()))).isEqualTo("/");
        String first = person;
        person = person + "-newcomer";
        CITY.knows(person, account, "児童福祉司");
        refused("linked", "別の利用者に結び付いています", account);
        person = first;
        CITY.knows(person, "renamed", "児童福祉司");
        DeskInTheOffice desk = desk();
        assertThat(way(returned(desk))).isEqualTo("/");
        transaction.executeWithoutResult(status -> links.unlink(account));
        assertThat(way(desk.opens("/inbox"))).isEqualTo("/sign-in?changed");
        refused("unknown", "登録されていません");
    }

    @Test
    void anotherState() {
        DeskInTheOffice desk = desk();
        String back = atTheProvider(desk, way(desk.opens("/sign-in/office")));
        assertThat(way(desk.opens(back.replaceFirst("state=[^&]+", "state=guessed"))))
                .isEqualTo("/sign-in?provider=lost");
        assertThat(way(desk().opens(back))).as("in another browser").isEqualTo("/sign-in?provider=lost");
        assertThat(way(desk.opens(back))).isEqualTo("/");
        assertThat(way(desk().opens(back))).as("a second time").isEqualTo("/sign-in?provider=lost");
    }

    @Test
    void anotherNonceOrProofKeyOrAudience() {
        DeskInTheOffice desk = desk();
        String out = way(desk.opens("/sign-in/office"));
        assertThat(out).contains("nonce=", "state=", "code_challenge_method=S256");
        assertThat(way(desk.opens(atTheProvider(desk, out.replaceFirst("nonce=[^&]+", "nonce=other")))))
                .isEqualTo("/sign-in?provider=answer");
        out = way(desk.opens("/sign-in/office"));
        String challenge = "code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
        assertThat(way(desk.opens(atTheProvider(desk, out.replaceFirst("code_challenge=[^&]+", challenge)))))
                .isEqualTo("/sign-in?provider=answer");
        CITY.tokensAreFor(person, account, "another-system");
        refused("answer", "応答を確認できなかった");
    }

    @Test
    void whoGivesUpIsToldSo() {
        DeskInTheOffice desk = desk();
        String out = way(desk.opens("/sign-in/office"));
        String state = out.replaceFirst(".*[?&]state=([^&]+).*", "$1");
        assertThat(way(desk.opens("/sign-in/office/return?error=access_denied&state=" + state)))
                .isEqualTo("/sign-in?provider=cancelled");
        assertThat(desk.opens("/sign-in?provider=%3Cb%3E").body()).doesNotContain("<b>", "role=\"alert\"");
    }

    @Test
    void theProviderMayVanishOnTheWayAndComeBackWithAnotherKey() {
        assertThat(way(returned(desk()))).isEqualTo("/");
        DeskInTheOffice desk = desk();
        String back = atTheProvider(desk, way(desk.opens("/sign-in/office")));
        CITY.close();
        try {
            assertThat(way(desk.opens(back))).isEqualTo("/sign-in?provider=away");
            assertThat(desk.opens("/sign-in?provider=away").body()).contains("共通認証に接続できません");
            assertThat(way(desk.signsIn(account, PASSWORD))).isEqualTo("/");
        } finally {
            CITY.start();
        }
        assertThat(way(returned(desk()))).isEqualTo("/");
    }

    private void refused(String why, String words) {
        refused(why, words, "");
    }

    /** @param meant whose account it was about: the entry stands in that center's trail */
    private void refused(String why, String words, String meant) {
        DeskInTheOffice desk = desk();
        assertThat(way(returned(desk))).isEqualTo("/sign-in?provider=" + why);
        assertThat(desk.opens("/sign-in?provider=" + why).body()).contains(words);
        assertThat(way(desk.opens("/inbox"))).isEqualTo("/sign-in");
        assertThat(superuser
                        .sql("select concat_ws(' ', actor, detail ->> 'by', detail ->> 'why', detail ->> 'address',"
                                + " detail ->> 'account', center) from audit_entry order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("nobody provider " + why + " 127.0.0.1" + (meant.isEmpty() ? "" : " " + meant + " city"));
    }

    private DeskInTheOffice desk() {
        return new DeskInTheOffice(port, EDGE);
    }

    private static String outside(DeskInTheOffice desk) {
        desk.opens("/sign-in");
        desk.opens("/sign-in/office");
        return desk.session();
    }

    /** The office's answer to whoever comes back from the provider. */
    private HttpResponse<String> returned(DeskInTheOffice desk) {
        return desk.opens(atTheProvider(desk, way(desk.opens("/sign-in/office"))));
    }

    /** Signs in at the provider; answers with the way back that it gives. */
    private String atTheProvider(DeskInTheOffice desk, String out) {
        String next = way(desk.opens(out));
        if (next.endsWith("/login")) {
            desk.opens(next);
            next = way(desk.sends(next, "username", person, "password", OfficeProvider.PASSWORD));
            next = way(desk.opens(next));
        }
        assertThat(next).startsWith("/sign-in/office/return?");
        return next;
    }

    /** Where an answer leads: a path of the office, or an address of the provider. */
    private String way(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(to -> to.replaceFirst("^http://127\\.0\\.0\\.1:" + port, ""))
                .orElse("status " + answer.statusCode());
    }

    private List<String> acts() {
        return superuser
                .sql("select act || ' ' || detail from audit_entry where actor = ? order by id")
                .param(account)
                .query(String.class)
                .list();
    }

    private void add(String id, Role role, @Nullable String agency) {
        Text name = new Text("名", "Name");
        accounts.add(new Accounts.NewAccount(
                id, name, passwords.encode(PASSWORD), Set.of(role), agency == null ? "city" : null, agency));
    }
}
