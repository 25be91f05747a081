package org.tasuki.practice;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.tasuki.TasukiTest;
import org.tasuki.engine.paths.CountedStatements;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.web.DeskInTheOffice;
import org.tasuki.practice.web.ClassPageRead;
import org.tasuki.terms.CaseNumber;

/** A real office's trainer holds a class, a new one for each test, on the real engine. */
@TasukiTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "flowable.async-executor-activate=false")
@Import({ClassPlay.class, CountedStatements.class, ClassPageRead.class})
abstract class ClassHeld {

    @LocalServerPort
    private int port;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    TestDatabase database;

    @Autowired
    ClassPlay play;

    @Autowired
    InboxList inbox;

    @Autowired
    Acting acting;

    @SuppressWarnings("NullAway.Init") // before each test
    PracticeOffice office;

    DeskInTheOffice trainer = new DeskInTheOffice(0, "");
    String code = "";
    String center = "";

    @BeforeEach
    void anOffice() {
        office = PracticeOffice.open(database.asSuperuser(), port, passwords);
        trainer = office.desk("trainer");
    }

    void opens(String name) {
        code = office.opens(trainer, name);
        center = PracticeClass.centerOf(code);
    }

    String page() {
        return "/practice/classes/" + code;
    }

    /** The trainer presses a button of the class's page. */
    void presses(String path, String... fieldsAndValues) {
        trainer.opens(page());
        trainer.sends(page() + path, fieldsAndValues);
    }

    List<InboxItem> tasks(CaseNumber number) {
        return acting.as(Actor.system(center), () -> inbox.ofCase(number));
    }

    String firstCheckpoint() {
        return database.asSuperuser()
                .sql("select min(id)::text from practice_checkpoint where center = ?")
                .param(center)
                .query(String.class)
                .single();
    }
}
