package org.tasuki.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
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

/** The office opens while its identity provider is away, says so, and passwords still work. */
@TasukiTest(
        properties = {
            "tasuki.sign-in.oidc.issuer=http://127.0.0.1:1",
            "tasuki.sign-in.oidc.client-id=tasuki",
            "tasuki.sign-in.oidc.client-secret=kept-quiet"
        },
        webEnvironment = WebEnvironment.RANDOM_PORT)
class ProviderAwayTests {

    private static final String PASSWORD = "a long enough password";

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

    @Test
    void thePageSaysSoAndAPasswordStillWorks() {
        somebody();
        DeskInTheOffice desk = new DeskInTheOffice(port, "-");
        assertThat(desk.opens("/sign-in").body()).contains("庁内の共通認証でサインイン");
        assertThat(way(desk.opens("/sign-in/office"))).endsWith("/sign-in?provider=away");
        assertThat(desk.opens("/sign-in?provider=away").body()).contains("共通認証に接続できません", "パスワードでサインインできます");
        assertThat(database.asSuperuser()
                        .sql("select detail::text from audit_entry where act = 'sign-in-failed'")
                        .query(String.class)
                        .list())
                .containsExactly("{\"by\": \"provider\", \"why\": \"away\", \"address\": \"127.0.0.1\"}");
        assertThat(way(desk.signsIn("mori", PASSWORD))).doesNotContain("/sign-in");
        assertThat(desk.opens("/inbox").statusCode()).isEqualTo(200);
    }

    private void somebody() {
        acting.as(
                Actor.person("city-admin", Set.of(Role.ADMIN), "city", null),
                () -> transaction.executeWithoutResult(status -> {
                    Text name = new Text("名", "Name");
                    offices.add(new Offices.Center("city", "CI", name));
                    accounts.add(new Accounts.NewAccount(
                            "mori", name, passwords.encode(PASSWORD), Set.of(Role.OFFICER), "city", null));
                }));
    }

    private static String way(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("status " + answer.statusCode());
    }
}
