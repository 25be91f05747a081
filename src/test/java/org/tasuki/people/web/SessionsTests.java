package org.tasuki.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.TasukiTest;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Offices;
import org.tasuki.people.Role;
import org.tasuki.terms.Text;

/** Sessions in the database: who may see them, what is in them, and how they end. */
@TasukiTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SessionsTests {

    private static final String PASSWORD = "a long enough password";
    private static final String FIREFOX = "Mozilla/5.0 (X11; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String EDGE = "Mozilla/5.0 AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0";
    private static final Pattern END = Pattern.compile("/account/sessions/([0-9a-f]{64})/end");

    private static int people;

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Offices offices;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private Acting acting;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient app;

    @Autowired
    private TestDatabase database;

    private JdbcClient superuser;
    private String account = "";

    @BeforeEach
    void somebodyNew() {
        superuser = database.asSuperuser();
        account = "desk-" + ++people;
        acting.as(
                Actor.person("desk-admin", Set.of(Role.ADMIN), "desks", null),
                () -> transaction.execute(status -> {
                    if (people == 1) {
                        offices.add(new Offices.Center("desks", "DE", new Text("机", "Desks")));
                    }
                    accounts.add(new Accounts.NewAccount(
                            account,
                            new Text("名", "Name"),
                            passwords.encode(PASSWORD),
                            Set.of(Role.OFFICER),
                            "desks",
                            null));
                    return true;
                }));
    }

    @Test
    void theCookieIsForThisServersPagesOnlyAndNotInTheDatabase() {
        HttpResponse<String> page = desk(FIREFOX).opens("/sign-in");
        assertThat(page.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie ->
                        assertThat(cookie).startsWith("TASUKI=").contains("HttpOnly", "SameSite=Lax", "Path=/"));
        DeskInTheOffice desk = signedIn(FIREFOX);
        String id = new String(Base64.getDecoder().decode(desk.session()), StandardCharsets.US_ASCII);
        assertThat(Base64.getUrlDecoder().decode(id)).hasSize(32);
        assertThat(superuser
                        .sql("select count(*) from session.desk where session_id in (?, ?)")
                        .params(id, desk.session())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aSessionIsSmallAndHoldsNoPassword() {
        signedIn(FIREFOX);
        String content = superuser
                .sql(
                        """
                        select string_agg(encode(attribute_bytes, 'escape'), ' ') from session.desk_attributes
                        join session.desk on primary_id = session_primary_id where principal_name = ?
                        """)
                .param(account)
                .query(String.class)
                .single();
        assertThat(content)
                .contains(account)
                // Not "$2" alone: that may stand by chance before a form token, whose written length of 36 reads as
                // "$".
                .doesNotContain("argon2", "bcrypt", "$2a$", "$2b$", "$2y$")
                .hasSizeLessThan(2000);
    }

    @Test
    void noPageSeesWhoIsSignedInWhere() {
        signedIn(FIREFOX);
        Actor me = Actor.person(account, Set.of(Role.OFFICER), "desks", null);
        assertThat(count(me, "session.desk")).isZero();
        assertThat(count(me, "session.desk_attributes")).isZero();
        assertThat(superuser
                        .sql("select count(*) from session.desk")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void anUnusedSessionEnds() {
        DeskInTheOffice desk = signedIn(FIREFOX);
        superuser
                .sql("update session.desk set last_access_time = last_access_time - 3600001 where principal_name = ?")
                .param(account)
                .update();
        assertThat(wayFrom(desk.opens("/inbox"))).isEqualTo("/sign-in?ended");
    }

    @Test
    void aBusySessionEndsTooAndSaysWhy() throws IOException {
        DeskInTheOffice desk = signedIn(FIREFOX);
        began(Duration.ofHours(12).minusMinutes(5));
        assertThat(desk.opens("/inbox").statusCode()).isEqualTo(200);
        began(Duration.ofHours(12));
        assertThat(wayFrom(desk.opens("/inbox"))).isEqualTo("/sign-in?longest");
        assertThat(desk.opens("/sign-in?longest").body()).contains("サインインから時間がたったため");
        assertThat(places()).isZero();
    }

    @Test
    void whoseAccountIsClosedIsOutEverywhere() {
        DeskInTheOffice one = signedIn(FIREFOX);
        DeskInTheOffice other = signedIn(EDGE);
        accounts.close(account);
        assertThat(places()).isZero();
        assertThat(wayFrom(one.opens("/inbox"))).isEqualTo("/sign-in?changed");
        assertThat(wayFrom(other.opens("/inbox"))).isEqualTo("/sign-in?changed");
        assertThat(other.opens("/sign-in?changed").body()).contains("アカウントの設定");
    }

    @Test
    void aHashFromBeforeIsMadeAnewAndEndsNoSession() {
        superuser
                .sql("update account set password = ? where id = ?")
                .params("{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD), account)
                .update();
        DeskInTheOffice first = signedIn(FIREFOX);
        assertThat(superuser
                        .sql("select password from account where id = ?")
                        .param(account)
                        .query(String.class)
                        .single())
                .startsWith("{argon2id}$argon2id$");
        signedIn(EDGE);
        assertThat(first.opens("/inbox").statusCode()).isEqualTo(200);
    }

    @Test
    void aPasswordThatSomebodyElseChangesSignsOut() {
        DeskInTheOffice desk = signedIn(FIREFOX);
        superuser
                .sql("update account set password = 'another' where id = ?")
                .param(account)
                .update();
        assertThat(wayFrom(desk.opens("/inbox"))).isEqualTo("/sign-in?changed");
    }

    @Test
    void whoGetsAnotherRoleSignsInAnew() {
        DeskInTheOffice desk = signedIn(FIREFOX);
        superuser
                .sql("insert into account_role values (?, 'supervisor')")
                .param(account)
                .update();
        assertThat(wayFrom(desk.opens("/inbox"))).isEqualTo("/sign-in?changed");
    }

    @Test
    void onesOwnDesksAreListedAndLeftOneByOne() {
        DeskInTheOffice here = signedIn(FIREFOX);
        DeskInTheOffice there = signedIn(EDGE);
        String page = here.opens("/account/sessions").body();
        assertThat(page).contains("Firefox", "Microsoft Edge", "この端末");
        Matcher end = END.matcher(page);
        assertThat(end.find()).isTrue();
        assertThat(here.sends(end.group()).statusCode()).isEqualTo(302);
        assertThat(wayFrom(there.opens("/inbox"))).isEqualTo("/sign-in?elsewhere");
        assertThat(there.opens("/sign-in?elsewhere").body()).contains("心当たりがなければ");
        assertThat(superuser
                        .sql("select detail ->> 'count' from audit_entry where actor = ? and act = 'sessions-ended'")
                        .param(account)
                        .query(String.class)
                        .list())
                .containsExactly("1");
        assertThat(here.opens("/account/sessions").body()).doesNotContain("Microsoft Edge");
    }

    @Test
    void allOthersAreLeftAtOnce() {
        DeskInTheOffice here = signedIn(FIREFOX);
        signedIn(EDGE);
        signedIn(EDGE);
        here.opens("/account/sessions");
        assertThat(here.sends("/account/sessions/others/end").statusCode()).isEqualTo(302);
        assertThat(places()).isOne();
        assertThat(here.opens("/inbox").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyEndsSomebodyElses() {
        DeskInTheOffice theirs = signedIn(EDGE);
        String key = superuser
                .sql("select session_id from session.desk where principal_name = ?")
                .param(account)
                .query(String.class)
                .single();
        somebodyNew();
        DeskInTheOffice mine = signedIn(FIREFOX);
        mine.opens("/account/sessions");
        mine.sends("/account/sessions/" + key + "/end");
        assertThat(theirs.opens("/inbox").statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionThatNoVersionUnderstandsMeansToSignInAgain() {
        DeskInTheOffice desk = signedIn(FIREFOX);
        superuser
                .sql("update session.desk_attributes set attribute_bytes = 'x'")
                .update();
        assertThat(wayFrom(desk.opens("/inbox"))).startsWith("/sign-in");
    }

    @Test
    void whoKeepsGuessingIsToldToWait() {
        DeskInTheOffice desk = desk(FIREFOX);
        for (int i = 0; i < 5; i++) {
            assertThat(wayFrom(desk.signsIn(account, "a guess"))).isEqualTo("/sign-in?failed");
        }
        HttpResponse<String> refused = desk.signsIn(account, PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("サインインの失敗が続いています");
        somebodyNew();
        signedIn(EDGE);
    }

    private DeskInTheOffice desk(String browser) {
        return new DeskInTheOffice(port, browser);
    }

    private DeskInTheOffice signedIn(String browser) {
        DeskInTheOffice desk = desk(browser);
        assertThat(wayFrom(desk.signsIn(account, PASSWORD))).isEqualTo("/");
        assertThat(desk.opens("/inbox").statusCode()).isEqualTo(200);
        return desk;
    }

    private static String wayFrom(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(way -> way.replaceFirst("^http://[^/]+", ""))
                .orElse("status " + answer.statusCode());
    }

    private long places() {
        return superuser
                .sql("select count(*) from session.desk where principal_name = ?")
                .param(account)
                .query(Long.class)
                .single();
    }

    private long count(Actor actor, String table) {
        return acting.as(
                actor,
                () -> transaction.execute(status -> app.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single()));
    }

    private void began(Duration ago) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(Instant.now().minus(ago).toEpochMilli());
        }
        superuser
                .sql("update session.desk_attributes set attribute_bytes = ? where attribute_name = 'tasuki.since'")
                .param(bytes.toByteArray())
                .update();
    }
}
