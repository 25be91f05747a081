package org.tasuki.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.tasuki.TasukiTest;
import org.tasuki.intake.Consultations;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.people.web.DeskInTheOffice;
import org.tasuki.terms.CaseNumber;

/** After a class, real work is row for row what it was before. */
@TasukiTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "flowable.async-executor-activate=false")
class SeparationTests {

    private static final List<String> READ = List.of(
            "/board",
            "/figures",
            "/figures/report",
            "/workload",
            "/inbox?tab=roles",
            "/approvals",
            "/notices",
            "/operations");

    @LocalServerPort
    private int port;

    @Autowired
    private TestDatabase database;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Acting acting;

    @Test
    void nothingOfAClassIsInRealWork() {
        PracticeOffice office = PracticeOffice.open(database.asSuperuser(), port, passwords);
        realWork(office);
        DeskInTheOffice trainer = office.desk("trainer");
        DeskInTheOffice director = director(office);
        Map<String, String> pages = pages(director);
        RealRows rows = new RealRows(database.asSuperuser());
        Map<String, List<String>> before = rows.read();

        String code = office.opens(trainer, "分離の確認");
        String center = PracticeClass.centerOf(code);
        office.joins(code, "はなこ", "all");
        CaseNumber number = begin(Actor.person(center + "-1", Set.of(Role.RECEPTION), center, null));
        for (String by : List.of("PT1H", "PT48H", "next", "PT720H")) {
            trainer.opens("/practice/classes/" + code);
            trainer.sends("/practice/classes/" + code + "/time", "by", by);
        }
        trainer.sends("/practice/classes/" + code + "/checkpoints", "name", "途中");
        trainer.opens("/practice/classes/" + code);
        trainer.sends("/practice/classes/" + code + "/scripts", "way", "night-handover");
        trainer.opens("/practice/classes/" + code);
        trainer.sends("/practice/classes/" + code + "/debrief/opening");
        trainer.opens("/practice/classes/" + code + "/debrief");
        trainer.sends("/practice/classes/" + code + "/debrief/sheets");
        trainer.sends("/practice/classes/" + code + "/pause");
        trainer.opens("/practice/classes/" + code);
        trainer.sends("/practice/classes/" + code + "/resumption");
        trainer.sends("/practice/classes/" + code + "/desk", "desk", "police");
        trainer.opens("/practice/seat");
        trainer.sends("/practice/seat/leave");
        trainer.opens("/practice/classes/" + code);
        trainer.sends("/practice/classes/" + code + "/end");

        rows.read().forEach((table, after) -> {
            List<String> was = before.getOrDefault(table, List.of());
            assertThat(after.stream().filter(row -> !was.contains(row)))
                    .as("new in " + table)
                    .isEmpty();
            assertThat(was.stream().filter(row -> !after.contains(row)))
                    .as("gone from " + table)
                    .isEmpty();
        });
        assertThat(pages(director)).isEqualTo(pages);
        director.opens("/inbox");
        assertThat(director.sends("/search", "q", number.value()).body()).doesNotContain(number.value() + "<");
        assertThat(director.opens("/cases/" + number.value()).statusCode()).isEqualTo(404);
    }

    private void realWork(PracticeOffice office) {
        begin(Actor.person(office.key() + ".officer", Set.of(Role.RECEPTION, Role.OFFICER), office.key(), null));
    }

    private DeskInTheOffice director(PracticeOffice office) {
        database.asSuperuser()
                .sql("insert into account_role values (:account, 'director'), (:account, 'supervisor')")
                .param("account", office.key() + ".officer")
                .update();
        return office.desk("officer");
    }

    /** Without what each page has of its own: tokens, and the time. */
    private static Map<String, String> pages(DeskInTheOffice director) {
        Map<String, String> pages = new java.util.TreeMap<>();
        READ.forEach(path -> pages.put(
                path,
                director.opens(path)
                        .body()
                        .replaceAll(
                                "content=\"[^\"]*\"|value=\"[^\"]*\"|残り[^<]*|\\d+分[^<]*|\\d{1,2}:\\d{2}[^<]*|午[前後][^<]*",
                                "")));
        return pages;
    }

    private CaseNumber begin(Actor reception) {
        return acting.as(reception, () -> consultations.begin());
    }
}
