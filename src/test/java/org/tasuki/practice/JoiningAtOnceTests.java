package org.tasuki.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.tasuki.TasukiTest;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.web.DeskInTheOffice;

/** A class of sixty behind one school's address, with the limits of requests as they are shipped: each of them comes in. */
@TasukiTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "flowable.async-executor-activate=false",
            "tasuki.limits.views.at-once=240",
            "tasuki.limits.views.a-minute=60",
            "tasuki.limits.typing.at-once=300",
            "tasuki.limits.typing.a-minute=120",
            "tasuki.limits.pages.at-once=300",
            "tasuki.limits.pages.a-minute=120",
            "tasuki.limits.address.at-once=600",
            "tasuki.limits.address.a-minute=300"
        })
class JoiningAtOnceTests {

    private static final int PEOPLE = 60;

    @LocalServerPort
    private int port;

    @Autowired
    private TestDatabase database;

    @Autowired
    private PasswordEncoder passwords;

    @Test
    void sixtyPeopleComeInAtOnce() throws Exception {
        PracticeOffice office = PracticeOffice.open(database.asSuperuser(), port, passwords);
        DeskInTheOffice trainer = office.desk("trainer");
        String code = office.opens(trainer, "六十人");
        ExecutorService room = Executors.newFixedThreadPool(8);
        List<Future<String>> all = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            String nick = "参加者" + person;
            all.add(room.submit(() -> comesIn(office, code, nick)));
        }
        Set<String> accounts = new HashSet<>();
        for (Future<String> one : all) {
            accounts.add(one.get());
        }
        room.shutdown();
        assertThat(accounts).hasSize(PEOPLE).allSatisfy(account -> assertThat(account)
                .matches("practice-[a-z0-9]{6}-\\d+"));
        assertThat(trainer.opens("/practice/classes/" + code).body()).contains("参加者0", "参加者59");
    }

    /** Mistypes the code first, as people do; answers the account. */
    private static String comesIn(PracticeOffice office, String code, String nick) {
        DeskInTheOffice person = office.stranger();
        person.opens("/practice/join");
        assertThat(person.sends("/practice/join", "code", "AAAAAA", "nick", nick, "desk", "officer")
                        .statusCode())
                .isEqualTo(422);
        person.sends("/practice/join", "code", code, "nick", nick, "desk", "officer");
        assertThat(person.opens("/inbox").statusCode()).isEqualTo(200);
        return person.opens("/practice/seat").body().replaceAll("(?s).*(practice-[a-z0-9]{6}-\\d+).*", "$1");
    }
}
