package org.tasuki.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
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

/** The real server slows down whoever asks for too much, loses nothing of theirs, and notes what it refused: but not each time. */
@TasukiTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "tasuki.limits.searches.at-once=3",
            "tasuki.limits.searches.a-minute=1",
            "tasuki.limits.address.at-once=12",
            "tasuki.limits.address.a-minute=1",
            "tasuki.limits.calendars.at-once=5",
            "tasuki.limits.calendars.a-minute=1",
            "tasuki.limits.refusals.at-once=4",
            "tasuki.limits.refusals.a-minute=1"
        })
@Import(RequestLimitsTests.Time.class)
class RequestLimitsTests {

    private static final String PASSWORD = "a long enough password";

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
    private TestDatabase database;

    @Autowired
    private Watch watch;

    private String account = "";

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {

        @Bean
        @Primary
        Watch watch() {
            return new Watch(Instant.parse("2026-11-25T00:00:00Z"));
        }
    }

    @BeforeEach
    void somebodyNew() {
        watch.passes(Duration.ofHours(1));
        account = somebody(Role.OFFICER);
    }

    @Test
    void whoSearchesTooMuchWaitsAndIsShownWhatWasTyped() {
        Desk desk = signedIn(account);
        searches(desk, 3);
        HttpResponse<String> page = desk.sends("/search", "q", "鵜飼 \"みずほ\"");
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.headers().firstValue("Retry-After")).hasValue("61");
        assertThat(page.body())
                .contains("短い時間に操作が集中しています", "61秒ほど", "action=\"/search\"", "もう一度送信する")
                .contains("value=\"鵜飼 &quot;みずほ&quot;\"");
        assertThat(desk.opens("/inbox").statusCode()).as("everything else").isEqualTo(200);
        watch.passes(Duration.ofSeconds(61));
        assertThat(desk.sends("/search", "q", "鵜飼").statusCode()).isEqualTo(200);
    }

    @Test
    void thePageIsThereInEnglishToo() {
        Desk desk = signedIn(account);
        desk.sends("/language", "language", "en");
        searches(desk, 3);
        assertThat(desk.sends("/search", "q", "Ukai").body()).contains("Too much at once", "Send again");
    }

    @Test
    void aScriptIsToldTheSame() {
        Desk desk = signedIn(account);
        searches(desk, 3);
        HttpResponse<String> answer = desk.inBackground().sends("/search", "q", "x");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void aColleagueAtTheSameAddressIsNotSlowed() {
        Desk desk = signedIn(account);
        searches(desk, 10);
        Desk colleague = signedIn(somebody(Role.OFFICER));
        assertThat(colleague.sends("/search", "q", "x").statusCode()).isEqualTo(200);
    }

    @Test
    void theTrailHearsOfABurstOnceAndWithoutWords() {
        Desk desk = signedIn(account);
        searches(desk, 30);
        assertThat(entries("requests-slowed")).containsExactly("limits {\"kind\": \"searches\", \"seconds\": \"61\"}");
    }

    @Test
    void anAddressWithoutSignInHasItsOwnAllowance() {
        Desk stranger = desk();
        for (int i = 0; i < 12; i++) {
            assertThat(stranger.opens("/sign-in").statusCode()).isEqualTo(200);
        }
        HttpResponse<String> page = stranger.opens("/sign-in?out");
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.body()).contains("href=\"/sign-in?out\"", "もう一度開く");
        assertThat(stranger.opens("/actuator/health").statusCode()).isEqualTo(200);
    }

    /** Whoever guesses at secret addresses of calendars is slowed down, and takes nothing from those who sign in there. */
    @Test
    void whoeverAsksForCalendarsTooOftenWaits() {
        Desk program = desk();
        String guess = "/calendar/" + "a".repeat(43) + ".ics";
        for (int i = 0; i < 5; i++) {
            assertThat(program.opens(guess).statusCode()).isEqualTo(404);
        }
        HttpResponse<String> answer = program.opens(guess);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("61");
        assertThat(program.opens("/sign-in").statusCode()).isEqualTo(200);
        watch.passes(Duration.ofSeconds(61));
        assertThat(program.opens(guess).statusCode()).isEqualTo(404);
    }

    @Test
    void aPageOfAnotherRoleLeavesAnEntryInTheOwnCentersTrail() {
        Desk desk = signedIn(account);
        for (String page : List.of("/accounts", "/audit", "/agencies/new")) {
            assertThat(desk.opens(page).statusCode()).isEqualTo(403);
        }
        assertThat(entries("access-refused"))
                .containsExactly(
                        "limits {\"page\": \"accounts\", \"because\": \"role\"}",
                        "limits {\"page\": \"audit\", \"because\": \"role\"}",
                        "limits {\"page\": \"agencies\", \"because\": \"role\"}");
    }

    @Test
    void aFormWithoutItsTokenLeavesOne() {
        Desk desk = signedIn(account);
        desk.forgetsToken();
        assertThat(desk.sends("/search", "q", "x").statusCode()).isEqualTo(403);
        assertThat(desk.sends("/鵜飼-みずほ", "q", "x").statusCode()).isEqualTo(403);
        assertThat(entries("access-refused"))
                .containsExactly(
                        "limits {\"page\": \"search\", \"because\": \"token\"}",
                        "limits {\"page\": \"other\", \"because\": \"token\"}");
    }

    @Test
    void aFormWithSomebodyElsesTokenLeavesOne() {
        Desk colleague = signedIn(somebody(Role.OFFICER));
        Desk desk = signedIn(account);
        desk.takesTokenOf(colleague);
        assertThat(desk.sends("/search", "q", "x").statusCode()).isEqualTo(403);
        assertThat(entries("access-refused")).containsExactly("limits {\"page\": \"search\", \"because\": \"token\"}");
    }

    @Test
    void tooLargeABodyLeavesOneWithWhoSentIt() {
        Desk desk = signedIn(account);
        assertThat(desk.sends("/search", "q", "x".repeat(2_200_000)).statusCode())
                .isEqualTo(413);
        assertThat(entries("access-refused")).containsExactly("limits {\"page\": \"search\", \"because\": \"size\"}");
    }

    @Test
    void aLoopDoesNotFloodTheTrail() {
        Desk desk = signedIn(account);
        for (int i = 0; i < 50; i++) {
            desk.opens("/accounts");
        }
        List<String> entries = entries("access-refused");
        assertThat(entries).hasSize(5);
        assertThat(entries.get(4)).contains("\"more\": \"left-out\"");
        assertThat(entries.get(3)).doesNotContain("more");
    }

    private void searches(Desk desk, int times) {
        for (int i = 0; i < times; i++) {
            desk.sends("/search", "q", "x");
        }
    }

    private List<String> entries(String act) {
        return database.asSuperuser()
                .sql("select center || ' ' || detail from audit_entry where actor = ? and act = ? order by id")
                .params(account, act)
                .query(String.class)
                .list();
    }

    private String somebody(Role role) {
        String name = "limited-" + ++people;
        acting.as(
                Actor.person("limits-admin", Set.of(Role.ADMIN), "limits", null),
                () -> transaction.executeWithoutResult(status -> {
                    if (people == 1) {
                        offices.add(new Offices.Center("limits", "LI", new Text("限", "Limits")));
                    }
                    accounts.add(new Accounts.NewAccount(
                            name, new Text("名", "Name"), passwords.encode(PASSWORD), Set.of(role), "limits", null));
                }));
        return name;
    }

    private Desk desk() {
        return new Desk("http://127.0.0.1:" + port, Map.of());
    }

    private Desk signedIn(String who) {
        Desk desk = desk();
        desk.opens("/sign-in");
        desk.sends("/sign-in", "username", who, "password", PASSWORD);
        assertThat(desk.opens("/inbox").statusCode()).isEqualTo(200);
        return desk;
    }
}
