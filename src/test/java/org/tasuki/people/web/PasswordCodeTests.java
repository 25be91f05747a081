package org.tasuki.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.TasukiTest;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.people.factors.AuthenticatorApp;

/** First and forgotten passwords: an administrator hands a code over, and knows no password. */
@TasukiTest(properties = "tasuki.sign-in.second-factor=auditor", webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Newcomers.class)
class PasswordCodeTests {

    private static final String OWN = "forty sleepy otters";
    private static final Pattern CODE = Pattern.compile("<code>([0-9a-z]{4}(?:-[0-9a-z]{4}){5})</code>");
    private static final Pattern SECRET = Pattern.compile("class=\"secret\">([A-Z2-7 ]+)<");
    private static final String REFUSED = "アカウント名かコードが違うか";

    private static int made;

    @LocalServerPort
    private int port;

    @Autowired
    private Newcomers newcomers;

    @Autowired
    private TestDatabase database;

    @Autowired
    private JdbcClient app;

    @Autowired
    private Acting acting;

    @Autowired
    private TransactionTemplate transaction;

    private String admin = "";
    private String account = "";
    private DeskInTheOffice desk = new DeskInTheOffice(0, "");

    @BeforeEach
    void anAdministrator() {
        admin = newcomers.with(Role.ADMIN);
        account = "first-" + ++made;
        desk = new DeskInTheOffice(port, "Firefox/140.0");
        desk.signsIn(admin, Newcomers.PASSWORD);
        desk.opens("/accounts/new");
    }

    @Test
    void whoIsNewChoosesTheirOwnPasswordWithTheCode() {
        assertThat(desk.opens("/accounts/new").body()).doesNotContain("type=\"password\"");
        HttpResponse<String> handedOver = added("password", "chosen by the administrator");
        assertThat(handedOver.statusCode()).isEqualTo(200);
        assertThat(handedOver.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        String code = code(handedOver);
        assertThat(wayFrom(desk().signsIn(account, "chosen by the administrator")))
                .isEqualTo("/sign-in?failed");
        assertThat(wayFrom(desk().signsIn(account, ""))).isEqualTo("/sign-in?failed");
        DeskInTheOffice theirs = desk();
        assertThat(theirs.opens("/sign-in").body()).contains("初めての方・パスワードを忘れた方", "/sign-in/password");
        assertThat(theirs.opens("/sign-in/password").statusCode()).isEqualTo(200);
        assertThat(wayFrom(chooses(theirs, account, code, OWN))).isEqualTo("/sign-in");
        assertThat(theirs.opens("/sign-in").body()).contains("パスワードを設定しました");
        assertThat(wayFrom(theirs.signsIn(account, OWN))).isEqualTo("/");
        assertThat(newcomers.trailOf(admin)).endsWith("account-added " + account, "password-code-issued " + account);
        assertThat(newcomers.trailOf(account)).containsExactly("password-chosen", "signed-in password");
    }

    @Test
    void theCodeIsGoodOnceAndOnlyAHashOfItIsKept() {
        String code = code(added());
        assertThat(superuser()
                        .sql("select string_agg(c::text, ' ') from password_code c where account = ?")
                        .param(account)
                        .query(String.class)
                        .single())
                .doesNotContain(code, code.replace("-", ""));
        assertThat(wayFrom(chooses(desk(), account, code, OWN))).isEqualTo("/sign-in");
        HttpResponse<String> again = chooses(desk(), account, code, "another passphrase of theirs");
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains(REFUSED);
        assertThat(wayFrom(desk().signsIn(account, OWN))).isEqualTo("/");
    }

    @Test
    void aCodeIsTypedAsATiredPersonTypesIt() {
        String code = code(added());
        String typed = code.toUpperCase(Locale.ROOT)
                .replace('0', 'O')
                .replace('1', 'l')
                .replace('2', '２')
                .replace('-', '　');
        assertThat(wayFrom(chooses(desk(), " " + account + " ", typed + " ", OWN)))
                .isEqualTo("/sign-in");
    }

    @Test
    void aDayLaterItIsNoCodeAnyMore() {
        String code = code(added());
        superuser()
                .sql("update password_code set expires_at = expires_at - interval '24 hours' where account = ?")
                .param(account)
                .update();
        assertThat(chooses(desk(), account, code, OWN).body()).contains(REFUSED);
    }

    @Test
    void theCodeIsItsAccountsAlone() {
        String code = code(added());
        anotherNewcomer();
        added();
        assertThat(chooses(desk(), account, code, OWN).body()).contains(REFUSED);
    }

    @Test
    void theAnswerDoesNotTellWhetherThereIsSuchAnAccount() {
        String code = code(added());
        String known = newcomers.with(Role.OFFICER);
        String closed = newcomers.with(Role.OFFICER);
        superuser()
                .sql("update account set enabled = false where id = ?")
                .param(closed)
                .update();
        String unknown = refusal("no-such-account", code);
        assertThat(unknown).contains(REFUSED);
        assertThat(refusal(known, code)).isEqualTo(unknown);
        assertThat(refusal(closed, code)).isEqualTo(unknown);
        assertThat(refusal(account, "0000-0000-0000-0000-0000-0000")).isEqualTo(unknown);
        assertThat(refusal("a\0b", code)).isEqualTo(unknown);
    }

    @Test
    void namesOfThePersonAreToldToWhoeverHasTheCodeAndCostNoCode() {
        String code = code(added());
        String named = "花咲ももこ Hanasaki Momoko 1";
        assertThat(chooses(desk(), account, "0000", named).body()).contains(REFUSED);
        assertThat(chooses(desk(), account, code, named).body()).contains("氏名").doesNotContain(REFUSED);
        assertThat(chooses(desk(), account, code, "short").body()).contains("12 文字以上");
        assertThat(chooses(desk(), account, code, "qwertyqwerty123").body()).contains("よく使われているか");
        assertThat(wayFrom(chooses(desk(), account, code, OWN))).isEqualTo("/sign-in");
    }

    @Test
    void aForgottenPasswordStopsAtOnceAndWhoeverIsInIsOut() {
        String officer = newcomers.with(Role.OFFICER);
        DeskInTheOffice somebodys = desk();
        somebodys.signsIn(officer, Newcomers.PASSWORD);
        assertThat(somebodys.opens("/inbox").statusCode()).isEqualTo(200);
        String code = code(desk.sends("/accounts/" + officer + "/password-code"));
        assertThat(wayFrom(somebodys.opens("/inbox"))).isEqualTo("/sign-in?changed");
        assertThat(wayFrom(desk().signsIn(officer, Newcomers.PASSWORD))).isEqualTo("/sign-in?failed");
        assertThat(wayFrom(chooses(desk(), officer, code, OWN))).isEqualTo("/sign-in");
        assertThat(wayFrom(desk().signsIn(officer, OWN))).isEqualTo("/");
        assertThat(newcomers.trailOf(admin)).endsWith("password-code-issued " + officer);
        assertThat(newcomers.trailOf(officer)).contains("password-chosen");
    }

    @Test
    void theSecondFactorStays() {
        String officer = newcomers.with(Role.OFFICER);
        DeskInTheOffice theirs = desk();
        theirs.signsIn(officer, Newcomers.PASSWORD);
        theirs.opens("/account/factors");
        theirs.sends("/account/factors/app");
        Matcher secret = SECRET.matcher(theirs.opens("/account/factors/app").body());
        assertThat(secret.find()).isTrue();
        AuthenticatorApp app = new AuthenticatorApp(secret.group(1));
        theirs.sends("/account/factors/app/confirmation", "code", app.code(0));
        String code = code(desk.sends("/accounts/" + officer + "/password-code"));
        assertThat(wayFrom(chooses(desk(), officer, code, OWN))).isEqualTo("/sign-in");
        assertThat(wayFrom(desk().signsIn(officer, OWN))).isEqualTo("/sign-in/code");
    }

    @Test
    void anotherCodeMakesTheFirstVoid() {
        String first = code(added());
        String second = code(desk.sends("/accounts/" + account + "/password-code"));
        assertThat(chooses(desk(), account, first, OWN).body()).contains(REFUSED);
        assertThat(wayFrom(chooses(desk(), account, second, OWN))).isEqualTo("/sign-in");
    }

    @Test
    void nobodyGivesOneToThemselvesOrToAClosedAccount() {
        desk.sends("/accounts/" + admin + "/password-code");
        assertThat(desk.opens("/accounts/" + admin).body()).contains("自分のコードは発行できません");
        added();
        desk.sends("/accounts/" + account + "/closure");
        assertThat(desk.opens("/accounts/" + account).body()).contains("を停止しました");
        desk.sends("/accounts/" + account + "/password-code");
        assertThat(desk.opens("/accounts/" + account).body()).contains("停止中のアカウントには");
        assertThat(newcomers.trailOf(admin)).endsWith("account-closed " + account);
    }

    @Test
    void aClosedAccountsCodeOpensNothing() {
        String code = code(added());
        desk.sends("/accounts/" + account + "/closure");
        assertThat(chooses(desk(), account, code, OWN).body()).contains(REFUSED);
    }

    @Test
    void guessingWaitsAndThePasswordsOwnSlipsDoNotCount() {
        String code = code(added());
        for (int i = 0; i < 5; i++) {
            desk().signsIn(account, "what was it");
        }
        for (int i = 0; i < 5; i++) {
            assertThat(chooses(desk(), account, "guess " + i, OWN).statusCode()).isEqualTo(422);
        }
        assertThat(chooses(desk(), account, code, OWN).statusCode()).isEqualTo(429);
        assertThat(superuser()
                        .sql(
                                """
                                select count(*) from audit_entry where actor = 'nobody' and center = ? and act = 'password-code-refused'
                                and detail ->> 'account' = ? and detail ->> 'address' = '127.0.0.1'
                                """)
                        .params(Newcomers.CENTER, account)
                        .query(Long.class)
                        .single())
                .isEqualTo(5);
    }

    /** As docs/operations.md says it. */
    @Test
    void theLastAdministratorIsHelpedByWhoeverOwnsTheDatabase() {
        database.asOwner()
                .sql(
                        """
                        set tasuki.account = '%1$s';
                        insert into password_code values ('%1$s', encode(sha256('0123456789abcdefghjkmnpq'), 'hex'), now() + interval '1 hour')
                        on conflict (account) do update set hash = excluded.hash, expires_at = excluded.expires_at;
                        """
                                .formatted(admin))
                .update();
        assertThat(wayFrom(chooses(desk(), admin, "0123-4567-89ab-cdef-ghjk-mnpq", OWN)))
                .isEqualTo("/sign-in");
        assertThat(wayFrom(desk().signsIn(admin, OWN))).isEqualTo("/");
    }

    @Test
    void nobodyElseReadsCodesOrTakesThemAway() {
        added();
        Actor colleague = Actor.person(newcomers.with(Role.SUPERVISOR), Set.of(), Newcomers.CENTER, null);
        assertThat(count(colleague, "select count(*) from password_code")).isZero();
        assertThat(count(colleague, "with gone as (delete from password_code returning 1) select count(*) from gone"))
                .isZero();
    }

    private long count(Actor actor, String sql) {
        return acting.as(
                actor,
                () -> transaction.execute(
                        status -> app.sql(sql).query(Long.class).single()));
    }

    private void anotherNewcomer() {
        account = "first-" + ++made;
    }

    private HttpResponse<String> added(String... more) {
        List<String> fields = new ArrayList<>(
                List.of("account", account, "ja", "花咲ももこ", "en", "Hanasaki Momoko", "agency", "", "roles", "officer"));
        fields.addAll(List.of(more));
        return desk.sends("/accounts", fields.toArray(String[]::new));
    }

    private static HttpResponse<String> chooses(DeskInTheOffice desk, String account, String code, String password) {
        desk.opens("/sign-in/password");
        return desk.sends("/sign-in/password", "username", account, "code", code, "password", password);
    }

    /** The page without what was typed, and without the session's token. */
    private String refusal(String account, String code) {
        HttpResponse<String> answer = chooses(desk(), account, code, OWN);
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body()
                .replaceAll("name=\"(csrf|_csrf)\"[^>]*", "")
                .replaceAll("(name=\"(username|code)\" value=\")[^\"]*", "$1");
    }

    private static String code(HttpResponse<String> page) {
        Matcher found = CODE.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }

    private DeskInTheOffice desk() {
        return new DeskInTheOffice(port, "Firefox/140.0");
    }

    private JdbcClient superuser() {
        return database.asSuperuser();
    }

    private static String wayFrom(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(way -> way.replaceFirst("^http://[^/]+", ""))
                .orElse("status " + answer.statusCode());
    }
}
