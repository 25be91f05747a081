package org.tasuki.practice;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Offices;
import org.tasuki.people.Offices.Agency;
import org.tasuki.people.Offices.Center;
import org.tasuki.people.Role;
import org.tasuki.terms.Text;

/** A class opens: its center, the agencies around it, and the code that lets people in. All of it stands in the class's own chain. */
@Component
@Transactional
public class ClassOpening {

    private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static final Map<String, Text> AGENCIES = Map.of(
            "police", new Text("練習警察署", "Practice Police Station"),
            "prosecutor", new Text("練習地方検察庁", "Practice Prosecutors Office"),
            "municipal", new Text("練習市こども家庭センター", "Practice Child and Family Support Center"),
            "school", new Text("練習小学校", "Practice Elementary School"),
            "support", new Text("練習支援センター", "Practice Support Center"),
            "clinic", new Text("練習クリニック", "Practice Clinic"));

    private final SecureRandom dice = new SecureRandom();
    private final JdbcClient jdbc;
    private final Offices offices;
    private final Classes classes;
    private final Acting acting;
    private final AuditTrail trail;

    ClassOpening(JdbcClient jdbc, Offices offices, Classes classes, Acting acting, AuditTrail trail) {
        this.jdbc = jdbc;
        this.offices = offices;
        this.classes = classes;
        this.acting = acting;
        this.trail = trail;
    }

    /** @param name as the class is called; the same in both languages */
    public PracticeClass open(String name) {
        String code = some(PracticeClass.LETTERS, PracticeClass.LENGTH);
        String center = PracticeClass.centerOf(code);
        String trainer = acting.current().account();
        acting.as(Actor.person(trainer, Set.of(Role.TRAINER), center, null), () -> {
            offices.add(new Center(center, freePrefix(), new Text(name, name)));
            ClassDesk.AGENCIES.forEach(desk -> offices.add(agency(center, desk)));
            classes.add(center, code, trainer);
            trail.note(Act.CLASS_OPENED, Map.of());
        });
        return classes.of(center).orElseThrow();
    }

    private static Agency agency(String center, ClassDesk desk) {
        Role kind = desk.roles().iterator().next();
        Text name = AGENCIES.getOrDefault(desk.key(), new Text(desk.key(), desk.key()));
        return new Agency(ClassDesk.agencyKey(center, desk.key()), kind, center, name);
    }

    /** Of its case numbers; R for 練習 and three letters, which no class bears yet. */
    private String freePrefix() {
        String prefix = "R" + some(CAPITALS, 3);
        boolean taken = jdbc.sql("select exists (select from center where prefix = ?)")
                .param(prefix)
                .query(Boolean.class)
                .single();
        return taken ? freePrefix() : prefix;
    }

    private String some(String letters, int many) {
        return dice.ints(many, 0, letters.length())
                .mapToObj(at -> String.valueOf(letters.charAt(at)))
                .collect(Collectors.joining());
    }
}
