package org.tasuki.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.TasukiTest;
import org.tasuki.casefile.Resealing;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.people.factors.AuthenticatorApp;
import org.tasuki.secrecy.Secrets;

/** The second step of signing in. Auditors must have one here; an officer may. */
@TasukiTest(properties = "tasuki.sign-in.second-factor=auditor", webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Newcomers.class)
class SecondStepTests {

    private static final Pattern SECRET = Pattern.compile("class=\"secret\">([A-Z2-7 ]+)<");
    private static final Pattern CODE =
            Pattern.compile("<code>([0-9a-hjkmnp-tv-z]{4}(?:-[0-9a-hjkmnp-tv-z]{4}){3})</code>");

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

    @Autowired
    private Secrets secrets;

    @Autowired
    private Resealing resealing;

    private List<String> recovery = new ArrayList<>();

    @Test
    void withoutASecondFactorThePasswordIsEnoughWhereTheRoleMay() {
        String officer = newcomers.with(Role.OFFICER);
        assertThat(wayFrom(desk().signsIn(officer, Newcomers.PASSWORD))).isEqualTo("/");
        assertThat(newcomers.trailOf(officer)).containsExactly("signed-in password");
    }

    @Test
    void afterThePasswordNothingOpensButTheSecondStep() {
        String officer = newcomers.with(Role.OFFICER);
        AuthenticatorApp app = enrolled(officer);
        DeskInTheOffice desk = desk();
        desk.opens("/inbox?tab=mine");
        assertThat(wayFrom(desk.signsIn(officer, Newcomers.PASSWORD))).isEqualTo("/sign-in/code");
        for (String page : List.of("/inbox", "/", "/account/sessions", "/account/factors", "/account/factors/app")) {
            assertThat(wayFrom(desk.opens(page))).as(page).isEqualTo("/sign-in/code");
        }
        HttpResponse<String> asked = desk.opens("/sign-in/code");
        assertThat(asked.body()).contains("認証コード", "サインアウト").doesNotContain("class=\"who\"");
        assertThat(wayFrom(desk.sends("/account/factors/app/removal"))).isEqualTo("/sign-in/code");
        String before = desk.session();
        assertThat(wayFrom(desk.sends("/sign-in/code", "code", app.code(1)))).startsWith("/account/factors/app");
        assertThat(desk.session()).isNotEqualTo(before);
        assertThat(desk.opens("/inbox").statusCode()).isEqualTo(200);
        assertThat(newcomers.trailOf(officer))
                .containsExactly(
                        "signed-in password", "factor-added app", "password-accepted", "signed-in code password");
    }

    @Test
    void thePageThatWasAskedForFirstOpensAfterwards() {
        String officer = newcomers.with(Role.OFFICER);
        AuthenticatorApp app = enrolled(officer);
        DeskInTheOffice desk = desk();
        desk.opens("/inbox?tab=roles");
        desk.signsIn(officer, Newcomers.PASSWORD);
        desk.opens("/sign-in/code");
        assertThat(wayFrom(desk.sends("/sign-in/code", "code", app.code(1)))).isEqualTo("/inbox?tab=roles");
    }

    @Test
    void aCodeIsGoodOnce() {
        String officer = newcomers.with(Role.OFFICER);
        AuthenticatorApp app = enrolled(officer);
        String code = app.code(1);
        assertThat(wayFrom(secondStep(officer, code))).isEqualTo("/");
        HttpResponse<String> again = secondStep(officer, code);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("コードが違うか、すでに使われています");
        assertThat(newcomers.trailOf(officer)).endsWith("password-accepted", "code-refused");
    }

    @Test
    void aCodeMayBeTypedAsAJapaneseKeyboardTypesIt() {
        String officer = newcomers.with(Role.OFFICER);
        AuthenticatorApp app = enrolled(officer);
        StringBuilder wide = new StringBuilder(" ");
        app.code(1).chars().forEach(digit -> wide.append((char) (digit - '0' + '０')));
        assertThat(wayFrom(secondStep(officer, wide.insert(4, '　').toString()))).isEqualTo("/");
    }

    @Test
    void aRecoveryCodeIsGoodOnceAndIsNotInTheDatabase() {
        String officer = newcomers.with(Role.OFFICER);
        enrolled(officer);
        String code = recovery.get(3);
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        assertThat(wayFrom(secondStep(officer, code.toUpperCase(Locale.ROOT)))).isEqualTo("/");
        assertThat(secondStep(officer, code).statusCode()).isEqualTo(422);
        assertThat(superuser()
                        .sql("select hash from recovery_code where account = ?")
                        .param(officer)
                        .query(String.class)
                        .list())
                .hasSize(10)
                .allSatisfy(hash -> assertThat(hash)
                        .startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$")
                        .doesNotContain(code, code.replace("-", "")))
                .extracting(hash -> hash.split("\\$")[4])
                .as("each with a salt of its own")
                .doesNotHaveDuplicates();
    }

    @Test
    void aRecoveryCodeIsTypedAsATiredPersonTypesIt() {
        String officer = newcomers.with(Role.OFFICER);
        enrolled(officer);
        String typed = recovery.get(5).replace('0', 'o').replace('1', 'I').replace('-', ' ');
        assertThat(wayFrom(secondStep(officer, typed))).isEqualTo("/");
        assertThat(secondStep(officer, recovery.get(6).substring(1)).statusCode())
                .isEqualTo(422);
    }

    @Test
    void aCodeThatWasPrintedUnderTheFormerHashIsGoodOnceToo() throws Exception {
        String officer = newcomers.with(Role.OFFICER);
        enrolled(officer);
        byte[] former = (officer + "\nabcdefghijkl2345").getBytes(StandardCharsets.UTF_8);
        superuser()
                .sql("insert into recovery_code (account, hash) values (?, ?)")
                .params(
                        officer,
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(former)))
                .update();
        assertThat(wayFrom(secondStep(officer, "ABCD-efgh-ijkl-2345"))).isEqualTo("/");
        assertThat(secondStep(officer, "abcd-efgh-ijkl-2345").statusCode()).isEqualTo(422);
    }

    @Test
    void theSecretIsSealed() {
        String officer = newcomers.with(Role.OFFICER);
        DeskInTheOffice desk = signedIn(officer);
        String secret = begun(desk);
        String row = superuser()
                .sql("select encode(pending, 'escape') from totp where account = ?")
                .param(officer)
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(secret.replace(" ", ""));
    }

    @Test
    void guessingWaitsAtWhateverDeskAndTheRightCodeAsWell() {
        String officer = newcomers.with(Role.OFFICER);
        AuthenticatorApp app = enrolled(officer);
        for (int i = 0; i < 5; i++) {
            assertThat(secondStep(officer, "000000").statusCode()).isIn(422, 302);
        }
        HttpResponse<String> waiting = secondStep(officer, app.code(1));
        assertThat(waiting.statusCode()).isEqualTo(429);
        assertThat(waiting.body()).contains("しばらく受け付けられません");
    }

    @Test
    void whoMustHaveASecondFactorIsLedToGetOneAndNothingElseOpens() {
        String auditor = newcomers.with(Role.AUDITOR);
        DeskInTheOffice desk = desk();
        desk.opens("/audit");
        assertThat(wayFrom(desk.signsIn(auditor, Newcomers.PASSWORD))).isEqualTo("/account/factors");
        assertThat(wayFrom(desk.opens("/audit"))).isEqualTo("/account/factors");
        assertThat(desk.opens("/account/factors").body()).contains("二段階認証が必要です").doesNotContain("class=\"who\"");
        AuthenticatorApp app = new AuthenticatorApp(begun(desk));
        assertThat(desk.opens("/account/factors/app").body())
                .contains("action=\"/sign-out\"")
                .doesNotContain("class=\"who\"");
        HttpResponse<String> done = desk.sends("/account/factors/app/confirmation", "code", app.code(0));
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("回復コード", "/audit");
        assertThat(desk.opens("/audit").statusCode()).isEqualTo(200);
        desk.opens("/account/factors");
        desk.sends("/account/factors/app/removal");
        assertThat(desk.opens("/account/factors").body()).contains("削除できません", "に設定しました");
    }

    @Test
    void anAppThatIsNotConfirmedYetAsksForNothing() {
        String officer = newcomers.with(Role.OFFICER);
        DeskInTheOffice desk = signedIn(officer);
        begun(desk);
        HttpResponse<String> wrong = desk.sends("/account/factors/app/confirmation", "code", "123");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("コードが違うか");
        assertThat(wayFrom(desk().signsIn(officer, Newcomers.PASSWORD))).isEqualTo("/");
    }

    @Test
    void whoSetsItUpIsSignedOutElsewhere() {
        String officer = newcomers.with(Role.OFFICER);
        DeskInTheOffice other = signedIn(officer);
        enrolled(officer);
        assertThat(wayFrom(other.opens("/inbox"))).startsWith("/sign-in");
    }

    @Test
    void aSecondFactorIsRemovedByWhoeverHasItWhereTheRoleMay() {
        String officer = newcomers.with(Role.OFFICER);
        AuthenticatorApp app = enrolled(officer);
        DeskInTheOffice desk = desk();
        desk.signsIn(officer, Newcomers.PASSWORD);
        desk.opens("/sign-in/code");
        desk.sends("/sign-in/code", "code", app.code(1));
        desk.opens("/account/factors");
        desk.sends("/account/factors/app/removal");
        assertThat(wayFrom(desk().signsIn(officer, Newcomers.PASSWORD))).isEqualTo("/");
        assertThat(newcomers.trailOf(officer)).contains("factor-removed app");
    }

    @Test
    void theAdministratorResetsWhatIsLostAndWhoeverHasItIsOut() {
        String officer = newcomers.with(Role.OFFICER);
        String admin = newcomers.with(Role.ADMIN);
        enrolled(officer);
        DeskInTheOffice theirs = desk();
        theirs.signsIn(officer, Newcomers.PASSWORD);
        theirs.opens("/sign-in/code");
        theirs.sends("/sign-in/code", "code", recovery.get(0));
        assertThat(theirs.opens("/inbox").statusCode()).isEqualTo(200);
        DeskInTheOffice desk = desk();
        desk.signsIn(admin, Newcomers.PASSWORD);
        assertThat(desk.opens("/accounts/" + officer).body()).contains("/accounts/" + officer + "/factors/reset");
        desk.sends("/accounts/" + officer + "/factors/reset");
        assertThat(wayFrom(theirs.opens("/inbox"))).startsWith("/sign-in");
        assertThat(wayFrom(desk().signsIn(officer, Newcomers.PASSWORD))).isEqualTo("/");
        assertThat(newcomers.trailOf(admin)).endsWith("factors-reset " + officer);
    }

    @Test
    void theSecretGoesAlongWhenKeysAreRotated() {
        String officer = newcomers.with(Role.OFFICER);
        AuthenticatorApp app = enrolled(officer);
        byte[] before = sealed(officer);
        secrets.rotate();
        assertThat(resealing.all().others()).isPositive();
        assertThat(sealed(officer)).isNotEqualTo(before);
        assertThat(resealing.all().others()).isZero();
        assertThat(wayFrom(secondStep(officer, app.code(1)))).isEqualTo("/");
    }

    @Test
    void whatSomebodyHasIsTheirsAloneAndTheAdministratorsToTakeAway() {
        String officer = newcomers.with(Role.OFFICER);
        String admin = newcomers.with(Role.ADMIN);
        enrolled(officer);
        assertThat(rows(
                        newcomers.with(Role.SUPERVISOR),
                        Newcomers.CENTER,
                        "select count(*) from totp where account = ?",
                        officer))
                .isZero();
        assertThat(rows(admin, Newcomers.CENTER, "select count(*) from totp where account = ?", officer))
                .isOne();
        assertThat(rows(
                        admin,
                        Newcomers.CENTER,
                        "with changed as (update totp set last_step = 0 where account = ? returning 1)"
                                + " select count(*) from changed",
                        officer))
                .isZero();
        assertThat(rows("desk-admin", "desks", "select count(*) from recovery_code where account = ?", officer))
                .isZero();
    }

    private long rows(String account, String center, String sql, String of) {
        return acting.as(
                Actor.person(account, Set.of(), center, null),
                () -> transaction.execute(
                        status -> app.sql(sql).param(of).query(Long.class).single()));
    }

    private byte[] sealed(String account) {
        return superuser()
                .sql("select sealed from totp where account = ?")
                .param(account)
                .query(byte[].class)
                .single();
    }

    private AuthenticatorApp enrolled(String account) {
        DeskInTheOffice desk = signedIn(account);
        AuthenticatorApp app = new AuthenticatorApp(begun(desk));
        HttpResponse<String> done = desk.sends("/account/factors/app/confirmation", "code", app.code(0));
        assertThat(done.statusCode()).isEqualTo(200);
        Matcher codes = CODE.matcher(done.body());
        recovery = codes.results().map(code -> code.group(1)).toList();
        return app;
    }

    private static String begun(DeskInTheOffice desk) {
        desk.opens("/account/factors");
        assertThat(wayFrom(desk.sends("/account/factors/app"))).isEqualTo("/account/factors/app");
        Matcher secret = SECRET.matcher(desk.opens("/account/factors/app").body());
        assertThat(secret.find()).isTrue();
        return secret.group(1);
    }

    private HttpResponse<String> secondStep(String account, String code) {
        DeskInTheOffice desk = desk();
        assertThat(wayFrom(desk.signsIn(account, Newcomers.PASSWORD))).isEqualTo("/sign-in/code");
        desk.opens("/sign-in/code");
        return desk.sends("/sign-in/code", "code", code);
    }

    private DeskInTheOffice signedIn(String account) {
        DeskInTheOffice desk = desk();
        assertThat(wayFrom(desk.signsIn(account, Newcomers.PASSWORD))).isEqualTo("/");
        return desk;
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
