package org.tasuki.people;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.tasuki.terms.Text;

/** What accounts, desks and agencies are called. Names of staff and agencies hardly change, so they are read once. */
@Component
public class People {

    private static final Text SYSTEM = new Text("システム", "System");

    private final JdbcClient jdbc;
    private final MessageSource texts;
    private final Map<String, Text> names = new ConcurrentHashMap<>();
    private final Map<String, Text> agencies = new ConcurrentHashMap<>();

    People(JdbcClient jdbc, MessageSource texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @TransactionalEventListener
    void changed(DirectoryChange.AccountChanged change) {
        names.remove(change.account());
    }

    /** A person's name; the account's own name when there is no such account any more. */
    public Text name(String account) {
        return "system".equals(account)
                ? SYSTEM
                : known(names, account, "select name_ja, name_en from account where id = ?");
    }

    public Text agency(String key) {
        return known(agencies, key, "select name_ja, name_en from agency where key = ?");
    }

    /** A role's inbox, or an agency's. */
    public Text desk(String desk) {
        return desk.startsWith(Actor.AGENCY_DESK)
                ? agency(desk.substring(Actor.AGENCY_DESK.length()))
                : new Text(role(desk, Locale.JAPANESE), role(desk, Locale.ENGLISH));
    }

    private String role(String key, Locale language) {
        return texts.getMessage("people.role." + key, null, language);
    }

    private Text known(Map<String, Text> read, String id, String sql) {
        Text name = read.get(id);
        return name != null ? name : find(read, id, sql);
    }

    private Text find(Map<String, Text> read, String id, String sql) {
        Optional<Text> found = jdbc.sql(sql)
                .param(id)
                .query((row, i) -> new Text(row.getString("name_ja"), row.getString("name_en")))
                .optional();
        found.ifPresent(name -> read.put(id, name));
        return found.orElse(new Text(id, id));
    }
}
