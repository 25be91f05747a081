package org.tasuki.enrolment;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.people.web.DeskInTheOffice;

/** A center with its people and a police station, for courses that are held there. */
public record TrainingOffice(JdbcClient superuser, String key) {

    private static final String PASSWORD = "a long enough password";

    public static TrainingOffice open(JdbcClient superuser, PasswordEncoder passwords, String key, String prefix) {
        superuser
                .sql(
                        """
                        insert into center values (:key, :prefix, '北児童相談所', 'North Center');
                        insert into agency values (:key || '-station', 'police', :key, '北警察署', 'North Station');
                        insert into account (id, name_ja, name_en, password, center, agency, created_at)
                        select :key || '.' || who, ja, en, :hash, case when who <> 'police' then :key end,
                               case when who = 'police' then :key || '-station' end, now()
                        from (values ('trainer', '講師 花', 'Hana Koshi'), ('officer', '担当 一', 'Hajime Tanto'), ('other', '担当 二', 'Jiro Tanto'),
                                     ('director', '所長 三', 'Mitsu Shocho'), ('police', '警察 四', 'Shiro Keisatsu')) as people (who, ja, en);
                        insert into account_role values (:key || '.trainer', 'trainer'), (:key || '.officer', 'officer'), (:key || '.other', 'officer'),
                               (:key || '.director', 'director'), (:key || '.police', 'police')
                        """)
                .param("key", key)
                .param("prefix", prefix)
                .param("hash", passwords.encode(PASSWORD))
                .update();
        return new TrainingOffice(superuser, key);
    }

    Actor trainer() {
        return of("trainer", Role.TRAINER);
    }

    Actor officer() {
        return of("officer", Role.OFFICER);
    }

    Actor other() {
        return of("other", Role.OFFICER);
    }

    public Actor director() {
        return of("director", Role.DIRECTOR);
    }

    Actor police() {
        return Actor.person(key + ".police", Set.of(Role.POLICE), null, key + "-station");
    }

    private Actor of(String who, Role role) {
        return Actor.person(key + "." + who, Set.of(role), key, null);
    }

    DeskInTheOffice desk(int port, String who) {
        DeskInTheOffice desk = new DeskInTheOffice(port, "Firefox/140.0");
        desk.signsIn(key + "." + who, PASSWORD);
        return desk;
    }

    /** What was announced for tomorrow is held at another time instead; from now, in minutes. */
    void held(long session, int beginsIn, int endsIn) {
        superuser
                .sql(
                        """
                        update training_session set starts_at = now() + make_interval(mins => ?), ends_at = now() + make_interval(mins => ?)
                        where id = ?
                        """)
                .params(beginsIn, endsIn, session)
                .update();
    }
}
