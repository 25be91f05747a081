package org.tasuki.people.web;

import java.util.List;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Offices;
import org.tasuki.people.Role;
import org.tasuki.terms.Text;

/** Makes accounts for tests, each a new one, at a center of their own. */
@TestComponent
class Newcomers {

    static final String PASSWORD = "a long enough password";
    static final String CENTER = "newcomers";

    private final Accounts accounts;
    private final Offices offices;
    private final PasswordEncoder passwords;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final TestDatabase database;
    private int made;

    Newcomers(
            Accounts accounts,
            Offices offices,
            PasswordEncoder passwords,
            Acting acting,
            TransactionTemplate transaction,
            TestDatabase database) {
        this.accounts = accounts;
        this.offices = offices;
        this.passwords = passwords;
        this.acting = acting;
        this.transaction = transaction;
        this.database = database;
    }

    String with(Role role) {
        String account = role.key() + "-" + ++made;
        acting.as(
                Actor.person("newcomers-admin", Set.of(Role.ADMIN), CENTER, null),
                () -> transaction.execute(status -> {
                    if (offices.center(CENTER).isEmpty()) {
                        offices.add(new Offices.Center(CENTER, "NC", new Text("新人の所", "Newcomers")));
                    }
                    accounts.add(new Accounts.NewAccount(
                            account, new Text("名", "Name"), passwords.encode(PASSWORD), Set.of(role), CENTER, null));
                    return true;
                }));
        return account;
    }

    /** What somebody left in the trail, in its order. */
    List<String> trailOf(String account) {
        return database.asSuperuser()
                .sql("select act || coalesce(' ' || nullif(concat_ws(' ', detail ->> 'by', detail ->> 'factor',"
                        + " detail ->> 'account'), ''), '') from audit_entry where actor = ? order by id")
                .param(account)
                .query(String.class)
                .list();
    }
}
