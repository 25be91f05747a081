package org.tasuki.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.tasuki.TasukiTest;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Role;

/** Before a weighty act somebody proves again who they are, and the act goes on with what was typed. */
@TasukiTest(properties = "tasuki.sign-in.second-factor=auditor", webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Newcomers.class)
class StepUpTests {

    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern PROVEN = Pattern.compile("(\"FACTOR_\\w+\":)(\"[^\"]*\"|[0-9.]+)");

    private static int agencies;

    @LocalServerPort
    private int port;

    @Autowired
    private Newcomers newcomers;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Reproof reproof;

    private String admin = "";
    private String key = "";
    private DeskInTheOffice desk = new DeskInTheOffice(0, "");

    @BeforeEach
    void atTheDesk() {
        admin = newcomers.with(Role.ADMIN);
        key = "station-" + ++agencies;
        desk = new DeskInTheOffice(port, "Firefox/140.0");
        desk.signsIn(admin, Newcomers.PASSWORD);
        desk.opens("/agencies/new");
    }

    @Test
    void whoHasJustSignedInIsNotAsked() {
        assertThat(adds().statusCode()).isEqualTo(302);
        assertThat(exists()).isTrue();
    }

    @Test
    void laterThePageAsksAndTheActGoesOnWithWhatWasTyped() {
        passes(Duration.ofMinutes(11));
        HttpResponse<String> asked = adds();
        assertThat(asked.statusCode()).isEqualTo(403);
        assertThat(asked.body()).contains("本人の確認", "value=\"港&amp;&quot;署\"").doesNotContain("again.code");
        assertThat(asked.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(exists()).isFalse();
        String before = desk.session();
        HttpResponse<String> done = answers(asked, Newcomers.PASSWORD);
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(exists()).isTrue();
        assertThat(desk.session()).isNotEqualTo(before);
        assertThat(name()).isEqualTo("港&\"署");
        assertThat(newcomers.trailOf(admin)).contains("stepped-up password").endsWith("agency-added");
        key = key + "-b";
        desk.opens("/agencies/new");
        assertThat(adds().statusCode()).as("no second question").isEqualTo(302);
    }

    @Test
    void aWrongAnswerLosesNothing() {
        passes(Duration.ofMinutes(11));
        HttpResponse<String> again = answers(adds(), "guessed");
        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(again.body()).contains("パスワードが違います", key).doesNotContain("guessed");
        assertThat(answers(again, "").body()).contains("パスワードを入力してください", key);
        assertThat(exists()).isFalse();
        assertThat(answers(again, Newcomers.PASSWORD).statusCode()).isEqualTo(302);
        assertThat(newcomers.trailOf(admin)).contains("step-up-refused password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/accounts",
                "/accounts/somebody/change",
                "/accounts/somebody/password-code",
                "/accounts/somebody/sessions/end",
                "/accounts/somebody/factors/reset",
                "/accounts/somebody/closure",
                "/accounts/sessions/end",
                "/account/sessions/others/end",
                "/account/sessions/any/end",
                "/account/factors/codes"
            })
    void whatIsWeightyAsks(String act) {
        passes(Duration.ofMinutes(11));
        HttpResponse<String> asked = desk.sends(act);
        assertThat(asked.statusCode()).isEqualTo(403);
        assertThat(asked.body()).contains("again.password");
    }

    /** The proof gives the session another name, in the request that then ends all others. */
    @ParameterizedTest
    @ValueSource(strings = {"/account/sessions/others/end", "/accounts/sessions/end"})
    void whoEndsTheOthersAfterTheQuestionStays(String act) {
        passes(Duration.ofMinutes(11));
        DeskInTheOffice elsewhere = new DeskInTheOffice(port, "Edg/140.0");
        elsewhere.signsIn(admin, Newcomers.PASSWORD);
        desk.sends(act);
        assertThat(desk.sends(act, "again.password", Newcomers.PASSWORD).statusCode())
                .isEqualTo(302);
        assertThat(desk.opens("/account/sessions").statusCode()).isEqualTo(200);
        assertThat(elsewhere.opens("/account/sessions").statusCode()).isEqualTo(302);
    }

    @Test
    void lookingForSomebodyIsNotWeighty() {
        passes(Duration.ofMinutes(11));
        assertThat(desk.sends("/accounts/search", "q", "somebody").statusCode()).isEqualTo(200);
    }

    @Test
    void guessingHereWaitsToo() {
        passes(Duration.ofMinutes(11));
        HttpResponse<String> asked = adds();
        for (int i = 0; i < 5; i++) {
            answers(asked, "guess " + i);
        }
        assertThat(answers(asked, Newcomers.PASSWORD).body()).contains("しばらく受け付けられません", key);
        assertThat(exists()).isFalse();
    }

    @Test
    void aWeightyPageIsOpenedAgainByItsAddressAndNoOtherIs() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/exports/cases");
        request.setQueryString("year=2026");
        new StepUp(page -> true, reproof, Duration.ofMinutes(10))
                .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        assertThat(request.getAttribute(StepUp.ASKED))
                .isEqualTo(new StepUp.Asked(
                        StepUp.PAGE, List.of(new StepUp.Carried(StepUp.TO, "/exports/cases?year=2026")), null));
        assertThat(goesOn("/inbox?tab=mine")).endsWith("/inbox?tab=mine");
        assertThat(goesOn("//elsewhere.example/")).doesNotContain("elsewhere");
    }

    private String goesOn(String to) {
        return desk.sends("/sign-in/again", "again.to", to, "again.password", Newcomers.PASSWORD)
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    @Test
    void nothingThatWasTypedIsKeptInTheSession() {
        passes(Duration.ofMinutes(11));
        adds();
        assertThat(superuser()
                        .sql("select count(*) from session.desk_attributes where position(convert_to(?, 'UTF8') in"
                                + " attribute_bytes) > 0")
                        .param(key)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void withoutTheSessionsTokenNothingIsAskedAndNothingDone() {
        passes(Duration.ofMinutes(11));
        desk.forgetsToken();
        HttpResponse<String> refused = adds();
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).doesNotContain("again.password");
    }

    @Test
    void whoMayNotDoItIsNotAskedEither() {
        admin = newcomers.with(Role.OFFICER);
        desk = new DeskInTheOffice(port, "Firefox/140.0");
        desk.signsIn(admin, Newcomers.PASSWORD);
        desk.opens("/inbox");
        passes(Duration.ofMinutes(11));
        HttpResponse<String> refused = adds();
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).doesNotContain("again.password");
    }

    @Test
    void anotherPasswordIsChosenWithTheCurrentOneAndSignsOutElsewhere() {
        DeskInTheOffice elsewhere = new DeskInTheOffice(port, "Edg/140.0");
        elsewhere.signsIn(admin, Newcomers.PASSWORD);
        desk.opens("/account/password");
        HttpResponse<String> wrong = changes("not the one", "quite another passphrase");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("今のパスワードが違います");
        assertThat(changes(Newcomers.PASSWORD, "short").body()).contains("12 文字以上");
        assertThat(changes(Newcomers.PASSWORD, Newcomers.PASSWORD).body()).contains("今と違うパスワード");
        assertThat(changes(Newcomers.PASSWORD, "quite another passphrase").statusCode())
                .isEqualTo(302);
        assertThat(desk.opens("/account/sessions").body()).contains("パスワードを変更しました");
        assertThat(elsewhere.opens("/account/sessions").statusCode()).isEqualTo(302);
        assertThat(newcomers.trailOf(admin)).contains("password-changed");
        assertThat(new DeskInTheOffice(port, "Edg/140.0")
                        .signsIn(admin, "quite another passphrase")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .doesNotContain("failed");
    }

    private HttpResponse<String> changes(String current, String password) {
        return desk.sends("/account/password", "current", current, "password", password);
    }

    private HttpResponse<String> adds() {
        return desk.sends("/agencies", "key", key, "ja", "港&\"署", "en", "Minato", "kind", "police");
    }

    /** As the browser sends the page's form: with the fields that it carries. */
    private HttpResponse<String> answers(HttpResponse<String> asked, String password) {
        List<String> fields = new ArrayList<>(List.of("again.password", password));
        Matcher hidden = HIDDEN.matcher(asked.body());
        while (hidden.find()) {
            if (List.of("key", "ja", "en", "kind").contains(hidden.group(1))) {
                fields.add(hidden.group(1));
                fields.add(hidden.group(2).replace("&quot;", "\"").replace("&amp;", "&"));
            }
        }
        return desk.sends("/agencies", fields.toArray(String[]::new));
    }

    private void passes(Duration time) {
        byte[] content = superuser()
                .sql(
                        "select attribute_bytes from session.desk_attributes join session.desk on primary_id = session_primary_id"
                                + " where principal_name = ? and attribute_name = 'SPRING_SECURITY_CONTEXT'")
                .param(admin)
                .query(byte[].class)
                .single();
        String before = new String(content, StandardCharsets.UTF_8);
        String after = PROVEN.matcher(before).replaceAll("$1\"" + Instant.now().minus(time) + "\"");
        assertThat(after).isNotEqualTo(before);
        superuser()
                .sql(
                        "update session.desk_attributes set attribute_bytes = ? where attribute_name = 'SPRING_SECURITY_CONTEXT'"
                                + " and session_primary_id = (select primary_id from session.desk where principal_name = ?)")
                .params(after.getBytes(StandardCharsets.UTF_8), admin)
                .update();
    }

    private boolean exists() {
        return superuser()
                .sql("select exists (select from agency where key = ?)")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    private String name() {
        return superuser()
                .sql("select name_ja from agency where key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    private JdbcClient superuser() {
        return database.asSuperuser();
    }
}
