package org.tasuki.practice;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.tasuki.people.web.DeskInTheOffice;

/** A real center with a trainer, and the classes that they open there. */
public record PracticeOffice(JdbcClient superuser, int port, String key) {

    static final String PASSWORD = "a long enough password";

    private static final AtomicInteger TURNS = new AtomicInteger();
    private static final Pattern CODE = Pattern.compile("/practice/classes/([A-Z2-9]{6})");

    public static PracticeOffice open(JdbcClient superuser, int port, PasswordEncoder passwords) {
        int turn = TURNS.getAndIncrement();
        String key = "teaching" + turn;
        superuser
                .sql(
                        """
                        insert into center values (:key, :prefix, '研修をする所', 'Teaching Office');
                        insert into account (id, name_ja, name_en, password, center, created_at)
                        values (:key || '.trainer', '講師 花', 'Hana Koshi', :hash, :key, now()),
                               (:key || '.other', '講師 月', 'Tsuki Koshi', :hash, :key, now()),
                               (:key || '.officer', '担当 一', 'Hajime Tanto', :hash, :key, now());
                        insert into account_role values (:key || '.trainer', 'trainer'), (:key || '.other', 'trainer'),
                               (:key || '.officer', 'officer'), (:key || '.officer', 'reception')
                        """)
                .param("key", key)
                .param("prefix", "X" + (char) ('A' + turn / 26) + (char) ('A' + turn % 26))
                .param("hash", passwords.encode(PASSWORD))
                .update();
        return new PracticeOffice(superuser, port, key);
    }

    /** Somebody of the real office, signed in. */
    public DeskInTheOffice desk(String who) {
        DeskInTheOffice desk = stranger();
        desk.signsIn(key + "." + who, PASSWORD);
        return desk;
    }

    public DeskInTheOffice stranger() {
        return new DeskInTheOffice(port, "Firefox/140.0");
    }

    /** Opens a class; answers its code. */
    public String opens(DeskInTheOffice trainer, String name) {
        trainer.opens("/practice");
        String to = trainer.sends("/practice", "name", name)
                .headers()
                .firstValue("Location")
                .orElse("");
        Matcher code = CODE.matcher(to);
        if (!code.find()) {
            throw new AssertionError("no class was opened, but " + to);
        }
        return code.group(1);
    }

    /** Takes part; answers the desk with the seat's page opened. */
    public DeskInTheOffice joins(String code, String nick, String at) {
        DeskInTheOffice desk = stranger();
        desk.opens("/practice/join?code=" + code);
        desk.sends("/practice/join", "code", code, "nick", nick, "desk", at);
        return desk;
    }
}
